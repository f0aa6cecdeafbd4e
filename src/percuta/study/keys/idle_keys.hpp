#pragma once

#include <string>
#include <vector>

#include "percuta/study/session_file.hpp"

/// Keys that are read and checked, and change nothing until the room that uses them is built.
namespace percuta::study {

/// The keys among them that the study sets to something other than its defaults, in the order of the study file.
std::vector<std::string> idle_keys(const std::vector<SessionFile>& sessions, const Units& units);

/// The sentence that names them; "" when there is none.
std::string idle_keys_sentence(const std::vector<SessionFile>& sessions, const Units& units);

}  // namespace percuta::study
