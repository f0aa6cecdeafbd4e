#pragma once

#include <functional>
#include <string>
#include <vector>

#include "percuta/course/course.hpp"

namespace percuta::run {

/// One quantity of results.json: declared once, for results, `explain`, report and documentation.
struct QuantityRow {
  std::string room;
  std::string name;
  std::string unit;  ///< of results.json
  std::string meaning;
  std::function<double(const course::Session&)> of;  ///< SI
};

/// Every quantity this version computes, in the order of results.json.
const std::vector<QuantityRow>& quantities();

}  // namespace percuta::run
