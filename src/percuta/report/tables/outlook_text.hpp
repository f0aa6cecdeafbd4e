#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "percuta/run/run.hpp"

namespace percuta::report {

/// What will be seen of the course in one screen of words: a line for each time, what the study asks for, and what is
/// not stated. "" where the run has no endpoints. `bold` and `faint` paint words, or leave them.
using Painter = std::function<std::string(std::string_view)>;
std::string outlook_text(const run::Record& record, const Painter& bold, const Painter& faint);

}  // namespace percuta::report
