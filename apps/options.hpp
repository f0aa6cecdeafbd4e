#pragma once

#include <string>
#include <vector>

namespace percuta::apps {

/// What every verb takes. What only one verb takes stands in that verb's file.
struct Options {
  std::vector<std::string> data;  ///< --data
  bool quiet = false, color = true, json = false;
  std::string command_line;  ///< as typed, for run.json
};

}  // namespace percuta::apps
