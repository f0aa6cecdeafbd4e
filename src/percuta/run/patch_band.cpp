#include "percuta/run/patch_band.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/ensemble.hpp"

namespace percuta::run {
namespace {

/// Skin without a hole is the same at both scales, and so is what is put on.
bool hangs_on_holes(const ResultColumn& column) {
  const std::string last = column.name.substr(column.name.find('.') + 1);
  return column.room == "transport" && !last.starts_with("intact_") && last != "permeability" && last != "dose";
}

void rest_on(double patch, std::size_t at, std::vector<std::vector<double>>& members) {
  std::vector<double> defined;
  for (const std::vector<double>& row : members) {
    if (std::isfinite(row[at])) defined.push_back(row[at]);
  }
  if (defined.empty()) return;
  const bool has_sign = patch < 0 || *std::min_element(defined.begin(), defined.end()) < 0;
  const double median = interval_of(std::move(defined)).value, factor = patch / median;
  const bool scales = std::isfinite(factor) && factor >= 0;
  for (std::vector<double>& row : members) {
    if (!std::isfinite(row[at])) continue;
    row[at] = scales ? row[at] * factor : row[at] + (patch - median);
    if (!has_sign && row[at] < 0) row[at] = 0;
  }
}

}  // namespace

void rest_on_patch(const std::vector<ResultColumn>& columns, const std::vector<double>& patch,
                   std::vector<std::vector<double>>& members) {
  std::size_t at = 0;
  for (const ResultColumn& column : columns) {
    for (std::size_t i = 0; i < column.size(); ++i, ++at) {
      if (hangs_on_holes(column)) rest_on(patch.at(at), at, members);
    }
  }
}

}  // namespace percuta::run
