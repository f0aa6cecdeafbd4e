#pragma once

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "source_folder.hpp"

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

/// Whether docs/verification.md says that of a room; with PERCUTA_WRITE_VERIFICATION it is made to.
inline bool stands_on_page(const std::string& room, const std::vector<ClosedForm>& forms) {
  const std::string begin = "<!-- begin " + room + ": written by percuta_test_" + room + " -->\n";
  const std::string end = "<!-- end " + room + " -->\n", path = source_folder() + "/docs/verification.md";
  std::string now = begin;
  now +=
      "| problem | reference | exact | found | relative error by resolution | verdict |\n|---|---|---|---|---|---|\n";
  for (const ClosedForm& form : forms) now += form.row();
  now += end;
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  const std::string page = text.str();
  if (std::getenv("PERCUTA_WRITE_VERIFICATION") == nullptr) return page.find(now) != std::string::npos;
  const std::size_t from = page.find(begin), until = page.find(end);
  if (from == std::string::npos || until == std::string::npos) return false;
  std::ofstream(path) << page.substr(0, from) << now << page.substr(until + end.size());
  return true;
}

}  // namespace percuta::tests
