#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "percuta/run/run.hpp"

namespace percuta::report {

/// How much of each active is where after 1, 4 and 24 h, and after 24 h in skin without a hole: one table an active,
/// with intervals. "" where nothing was put on. `bold` paints words, or leaves them.
std::string uptake_text(const run::Record& record, const std::function<std::string(std::string_view)>& bold);

/// Whether a result is told there, and need not stand in the table of its room.
bool stands_in_uptake_text(const run::Result& result);

}  // namespace percuta::report
