#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "source_folder.hpp"

/// Patterns and what spatstat makes of them, as kept in tests/referees/spatstat. Lengths are plain numbers.
namespace percuta::test {

using Columns = std::map<std::string, std::vector<double>>;

inline Columns read_columns(const std::string& name) {
  std::ifstream file(source_folder() + "/tests/referees/spatstat/" + name);
  if (!file) throw std::runtime_error("there is no " + name);
  std::vector<std::string> names;
  Columns columns;
  std::string line, word;
  for (bool is_head = true; std::getline(file, line); is_head = false) {
    std::istringstream words(line);
    for (std::size_t i = 0; std::getline(words, word, ','); ++i) {
      if (is_head) {
        names.push_back(word);
      } else {
        columns[names.at(i)].push_back(std::strtod(word.c_str(), nullptr));
      }
    }
  }
  return columns;
}

inline std::vector<numerics::Point> read_points(const std::string& name) {
  const Columns columns = read_columns(name);
  std::vector<numerics::Point> points;
  for (std::size_t i = 0; i < columns.at("x").size(); ++i) points.push_back({columns.at("x")[i], columns.at("y")[i]});
  return points;
}

/// One pattern in its window.
struct RefereePattern {
  std::string name;
  numerics::Polygon window;
  std::vector<numerics::Point> points;
};

inline std::vector<RefereePattern> referee_patterns() {
  std::vector<RefereePattern> patterns;
  for (const std::string window : {"rectangle", "convex", "notched"}) {
    for (const std::string kind : {"random", "tracks"}) {
      const std::string name = window + "_" + kind;
      patterns.push_back({name, read_points(window + ".window.csv"), read_points(name + ".points.csv")});
    }
  }
  return patterns;
}

/// Largest |ours - theirs| over the largest |theirs|, from the place `from` on; where theirs is no number, ours must
/// not be one either.
inline double mismatch(const std::vector<double>& ours, const std::vector<double>& theirs, std::size_t from = 0) {
  double most = 0, scale = 0;
  for (std::size_t k = from; k < theirs.size(); ++k) {
    if (!std::isfinite(theirs[k])) {
      if (std::isfinite(ours.at(k))) return INFINITY;
      continue;
    }
    if (!std::isfinite(ours.at(k))) return INFINITY;
    most = std::max(most, std::abs(ours[k] - theirs[k]));
    scale = std::max(scale, std::abs(theirs[k]));
  }
  return most / scale;
}

}  // namespace percuta::test
