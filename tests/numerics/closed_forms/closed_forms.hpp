#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

namespace percuta::tests {

/// One line of docs/verification.md: a problem with a known answer, and how near it came at rising resolution.
struct ClosedForm {
  std::string problem, reference;
  double exact = 0;
  std::vector<std::pair<std::string, double>> found;  ///< resolution, value
  double allowed = 0;                                 ///< of the relative error at the finest

  double error(std::size_t i) const { return (found[i].second - exact) / exact; }
  bool holds() const { return std::abs(error(found.size() - 1)) <= allowed; }
  std::string row() const {
    std::string errors;
    for (std::size_t i = 0; i < found.size(); ++i) {
      errors += fmt::format("{}{}: {:.1e}", i > 0 ? ", " : "", found[i].first, std::abs(error(i)));
    }
    return fmt::format("| {} | {} | {:.6g} | {:.6g} | {} | {} |\n", problem, reference, exact, found.back().second,
                       errors, holds() ? "holds" : "FAILS");
  }
};

}  // namespace percuta::tests
