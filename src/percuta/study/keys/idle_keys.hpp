#pragma once

#include <string>
#include <vector>

#include "percuta/study/model.hpp"
#include "percuta/study/session_file.hpp"

/// Keys that are read and checked, and change nothing in this study.
namespace percuta::study {

/// All of them, set or not, in the order of the study file: those that shape nothing in any session.
std::vector<IdleKey> idle_keys(const std::vector<SessionFile>& sessions, const Units& units);

/// Those that a session sets to something other than its defaults.
std::vector<IdleKey> idle_keys_that_are_set(const std::vector<SessionFile>& sessions, const Units& units);

/// What is told of them, a sentence for each reason; and of those that `sweep` varies.
std::vector<std::string> idle_sentences(const std::vector<IdleKey>& keys);
std::vector<std::string> idle_axis_sentences(const Sweep& sweep, const std::vector<IdleKey>& keys);

}  // namespace percuta::study
