#pragma once

#include <string>

#include "percuta/run/run.hpp"

namespace percuta::report {

/// What a user reads in the terminal after a run: what was done, every quantity with its interval, warnings, and rooms
/// not built yet. Ends with a newline. `color` adds ANSI codes; a study's own text never can.
std::string summary_text(const run::Record& record, bool color);

}  // namespace percuta::report
