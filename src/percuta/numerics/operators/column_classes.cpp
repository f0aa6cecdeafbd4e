#include "percuta/numerics/operators/column_classes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <compare>
#include <numeric>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

void must_be_sound(const std::vector<ColumnFeature>& features, const std::vector<double>& areas, std::size_t most) {
  if (features.empty() || areas.empty() || most == 0) {
    throw InputError("to sort columns into classes takes a feature, a column and a class");
  }
  const auto is_positive = [](double value) { return value > 0 && std::isfinite(value); };
  if (!std::all_of(areas.begin(), areas.end(), is_positive)) throw InputError("a column's area must be above zero");
  for (const ColumnFeature& feature : features) {
    const bool is_finite =
        std::all_of(feature.values.begin(), feature.values.end(), [](double v) { return std::isfinite(v); });
    if (feature.values.size() != areas.size() || !is_finite || !is_positive(feature.scale)) {
      throw InputError(
          fmt::format("the feature '{}' needs one finite value for each of {} columns and a scale above zero",
                      feature.name, areas.size()));
    }
  }
}

/// Columns in units of their scales, sorted: what follows depends on the values alone, not on how columns are numbered.
struct Sorted {
  std::size_t features = 0;
  std::vector<double> values;  ///< [column][feature], least first
  std::vector<double> areas;
  std::vector<std::size_t> columns;  ///< as they were given
  double at(std::size_t row, std::size_t feature) const { return values[row * features + feature]; }
};

Sorted sorted(const std::vector<ColumnFeature>& features, const std::vector<double>& areas) {
  Sorted made;
  made.features = features.size();
  made.columns.resize(areas.size());
  std::iota(made.columns.begin(), made.columns.end(), std::size_t{0});
  const auto comes_before = [&](std::size_t a, std::size_t b) {
    for (const ColumnFeature& feature : features) {
      if (feature.values[a] != feature.values[b]) return feature.values[a] < feature.values[b];
    }
    return areas[a] != areas[b] ? areas[a] < areas[b] : a < b;
  };
  std::sort(made.columns.begin(), made.columns.end(), comes_before);
  for (const std::size_t column : made.columns) {
    made.areas.push_back(areas[column]);
    for (const ColumnFeature& feature : features) made.values.push_back(feature.values[column] / feature.scale);
  }
  return made;
}

/// Weighted moments of one feature over some columns, about a place near them so that nothing cancels.
struct Moments {
  double area = 0, first = 0, second = 0;
  void add(double weight, double value) {
    area += weight;
    first += weight * value;
    second += weight * value * value;
  }
  double spread() const { return area > 0 ? std::max(0.0, second - first * (first / area)) : 0; }
};

/// Where a class is cut: rows before `count` in the order of a feature stay, the others leave.
struct Cut {
  std::size_t feature = 0, count = 0;
  double saved = 0;  ///< spread
};

/// Some rows of Sorted: rising, and in the order of each feature.
struct Class {
  std::vector<std::size_t> rows;
  std::vector<std::vector<std::size_t>> orders;
  double spread = 0;
  Cut cut;
};

std::vector<std::size_t> in_order(const Sorted& all, std::vector<std::size_t> rows, std::size_t feature) {
  std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return all.at(a, feature) != all.at(b, feature) ? all.at(a, feature) < all.at(b, feature) : a < b;
  });
  return rows;
}

/// The best cut across one feature, never between equals. What it saves is the spread between the two means, in all
/// features.
Cut best_cut(const Sorted& all, const Class& of, std::size_t feature) {
  const std::vector<std::size_t>& rows = of.orders[feature];
  std::vector<double> left(all.features), right(all.features);
  double area_left = 0, area_right = 0;
  for (const std::size_t row : rows) {
    area_right += all.areas[row];
    for (std::size_t f = 0; f < all.features; ++f) right[f] += all.areas[row] * (all.at(row, f) - all.at(rows[0], f));
  }
  Cut best{feature, 0, 0};
  for (std::size_t n = 0; n + 1 < rows.size(); ++n) {
    const double area = all.areas[rows[n]];
    area_left += area;
    area_right -= area;
    double square = 0;
    for (std::size_t f = 0; f < all.features; ++f) {
      const double part = area * (all.at(rows[n], f) - all.at(rows[0], f));
      left[f] += part;
      right[f] -= part;
      const double apart = left[f] / area_left - right[f] / area_right;
      square += apart * apart;
    }
    const double saved = area_left * (area_right / (area_left + area_right)) * square;
    const bool is_between_equals = all.at(rows[n], feature) == all.at(rows[n + 1], feature);
    if (!is_between_equals && saved > best.saved) best = {feature, n + 1, saved};
  }
  return best;
}

/// Finds the spread of a class whose rows stand, and where it is best cut.
void weigh(const Sorted& all, Class& made) {
  for (std::size_t f = 0; f < all.features; ++f) {
    Moments moments;
    for (const std::size_t row : made.rows) moments.add(all.areas[row], all.at(row, f) - all.at(made.rows[0], f));
    made.spread += moments.spread();
  }
  for (std::size_t f = 0; f < all.features; ++f) {
    const Cut cut = best_cut(all, made, f);
    if (cut.saved > made.cut.saved) made.cut = cut;
  }
}

Class whole(const Sorted& all) {
  Class made;
  made.rows.resize(all.areas.size());
  std::iota(made.rows.begin(), made.rows.end(), std::size_t{0});
  for (std::size_t f = 0; f < all.features; ++f) made.orders.push_back(in_order(all, made.rows, f));
  weigh(all, made);
  return made;
}

/// Cuts a class in two; each part keeps the orders. `is_low` is room for a mark on every row.
std::pair<Class, Class> halves(const Sorted& all, const Class& of, std::vector<char>& is_low) {
  const std::vector<std::size_t>& across = of.orders[of.cut.feature];
  for (std::size_t i = 0; i < across.size(); ++i) is_low[across[i]] = i < of.cut.count ? 1 : 0;
  std::pair<Class, Class> parts;
  const auto share = [&](const std::vector<std::size_t>& rows, std::vector<std::size_t>& low,
                         std::vector<std::size_t>& high) {
    low.reserve(of.cut.count);
    high.reserve(rows.size() - of.cut.count);
    for (const std::size_t row : rows) (is_low[row] != 0 ? low : high).push_back(row);
  };
  share(of.rows, parts.first.rows, parts.second.rows);
  for (const std::vector<std::size_t>& order : of.orders) {
    share(order, parts.first.orders.emplace_back(), parts.second.orders.emplace_back());
  }
  weigh(all, parts.first);
  weigh(all, parts.second);
  return parts;
}

std::vector<Class> cut_into(const Sorted& all, std::size_t most) {
  std::vector<char> is_low(all.areas.size());
  std::vector<Class> classes = {whole(all)};
  while (classes.size() < most) {
    const auto saves_less = [](const Class& a, const Class& b) { return a.cut.saved < b.cut.saved; };
    const auto widest = std::max_element(classes.begin(), classes.end(), saves_less);
    if (!(widest->cut.saved > 0)) break;
    auto [low, high] = halves(all, *widest, is_low);
    *widest = std::move(low);
    classes.push_back(std::move(high));
  }
  return classes;
}

std::vector<double> mean_of(const Sorted& all, const Class& of) {
  std::vector<double> mean(all.features);
  for (std::size_t f = 0; f < all.features; ++f) {
    Moments moments;
    for (const std::size_t row : of.rows) moments.add(all.areas[row], all.at(row, f) - all.at(of.rows[0], f));
    mean[f] = all.at(of.rows[0], f) + moments.first / moments.area;
  }
  return mean;
}

/// The row nearest to a mean; of rows alike the column with the lowest number comes first.
std::size_t nearest_row(const Sorted& all, const Class& of, const std::vector<double>& mean) {
  std::size_t best = of.rows[0];
  double least = INFINITY;
  for (const std::size_t row : of.rows) {
    double square = 0;
    for (std::size_t f = 0; f < all.features; ++f) square += (all.at(row, f) - mean[f]) * (all.at(row, f) - mean[f]);
    if (square < least) {
      least = square;
      best = row;
    }
  }
  return best;
}

}  // namespace

ColumnClasses::ColumnClasses(const std::vector<ColumnFeature>& features, const std::vector<double>& areas,
                             std::size_t most)
    : features_(features.size()), class_of_(areas.size()) {
  must_be_sound(features, areas, most);
  const Sorted all = sorted(features, areas);
  std::vector<std::pair<std::vector<double>, Class>> classes;
  for (Class& each : cut_into(all, most)) {
    std::vector<double> mean = mean_of(all, each);
    classes.emplace_back(std::move(mean), std::move(each));
  }
  std::sort(classes.begin(), classes.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.rows < b.second.rows;
  });
  for (const auto& [mean, each] : classes) {
    double area = 0;
    for (const std::size_t row : each.rows) {
      area += all.areas[row];
      class_of_[all.columns[row]] = areas_.size();
    }
    representatives_.push_back(all.columns[nearest_row(all, each, mean)]);
    for (std::size_t f = 0; f < features_; ++f) means_.push_back(mean[f] * features[f].scale);
    areas_.push_back(area);
    spread_ += each.spread;
  }
}

std::vector<double> ColumnClasses::painted(const std::vector<double>& of_classes) const {
  if (of_classes.size() != size()) {
    throw InputError(fmt::format("{} classes of columns cannot be painted with {} values", size(), of_classes.size()));
  }
  std::vector<double> columns;
  columns.reserve(class_of_.size());
  for (const std::size_t a_class : class_of_) columns.push_back(of_classes[a_class]);
  return columns;
}

Layout class_layout(std::size_t classes, Index nz) {
  return {static_cast<Index>(classes), 1, nz};
}

void part_columns(Transmissibilities& matrix) {
  for_each_cell(matrix.layout(), [&](Index i, Index j, Index k) { matrix.multiply_faces(i, j, k, 0, 0, 1); });
}

}  // namespace percuta::numerics
