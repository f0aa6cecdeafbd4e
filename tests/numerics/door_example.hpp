#pragma once

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "source_folder.hpp"

namespace percuta::tests {

/// The lines of a file without the spaces round them.
inline std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find_first_not_of(' ');
    lines.push_back(first == std::string::npos ? "" : line.substr(first));
  }
  return lines;
}

/// Lines of the example in the door of a folder of numerics that its test does not hold; the door's name where there is
/// no example at all.
inline std::string untested_lines(const std::string& folder) {
  const std::string inside = "/numerics/" + folder + "/" + folder;
  const std::vector<std::string> test = lines_of(source_folder() + "/tests" + inside + "_test.cpp");
  std::string untested;
  std::size_t count = 0;
  for (const std::string& line : lines_of(source_folder() + "/src/percuta" + inside + ".hpp")) {
    if (!line.starts_with("///     ")) continue;
    const std::string code = line.substr(line.find_first_not_of("/ "));
    count += 1;
    if (std::find(test.begin(), test.end(), code) == test.end()) untested += code + "\n";
  }
  return count == 0 ? "no example in " + inside + ".hpp" : untested;
}

}  // namespace percuta::tests
