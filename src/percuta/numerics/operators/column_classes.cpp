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

using Row = std::uint32_t;

/// A row or column and the value by which it is sorted.
struct Keyed {
  double value;
  Row row;
};

constexpr std::size_t k_lanes = 2;  // features that any processor takes together

/// Columns in units of their scales, sorted: what follows depends on the values alone, not on how columns are numbered.
struct Sorted {
  std::size_t features = 0, width = 0;  ///< width: of a row of values, whole lanes; what is more than features is 0
  std::vector<double> values;           ///< [column][width], least first
  std::vector<double> areas;
  std::vector<Row> columns;  ///< as they were given
  double at(Row row, std::size_t feature) const { return values[row * width + feature]; }
  const double* of(Row row) const { return values.data() + row * width; }
};

Sorted sorted(const std::vector<ColumnFeature>& features, const std::vector<double>& areas) {
  Sorted made;
  made.features = features.size();
  made.width = (made.features + k_lanes - 1) / k_lanes * k_lanes;
  std::vector<Keyed> keys;
  keys.reserve(areas.size());
  for (std::size_t i = 0; i < areas.size(); ++i) keys.push_back({features[0].values[i], static_cast<Row>(i)});
  std::sort(keys.begin(), keys.end(), [&](const Keyed& a, const Keyed& b) {
    if (a.value != b.value) return a.value < b.value;
    for (const ColumnFeature& feature : features) {
      if (feature.values[a.row] != feature.values[b.row]) return feature.values[a.row] < feature.values[b.row];
    }
    return areas[a.row] != areas[b.row] ? areas[a.row] < areas[b.row] : a.row < b.row;
  });
  made.values.resize(keys.size() * made.width);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    made.columns.push_back(keys[row].row);
    made.areas.push_back(areas[keys[row].row]);
    for (std::size_t f = 0; f < made.features; ++f) {
      made.values[row * made.width + f] = features[f].values[keys[row].row] / features[f].scale;
    }
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

/// Some rows of Sorted, in the order of each feature. That of the first is the rising one: by it all are sorted.
struct Class {
  std::vector<std::vector<Row>> orders;
  Cut cut;
  const std::vector<Row>& rows() const { return orders.front(); }
};

std::vector<Row> in_order(const Sorted& all, std::size_t feature) {
  std::vector<Row> rows(all.areas.size());
  std::iota(rows.begin(), rows.end(), Row{0});
  if (feature == 0) return rows;
  std::vector<Keyed> keys;
  keys.reserve(rows.size());
  for (const Row row : rows) keys.push_back({all.at(row, feature), row});
  std::sort(keys.begin(), keys.end(), [](const Keyed& a, const Keyed& b) {
    return a.value != b.value ? a.value < b.value : a.row < b.row;
  });
  std::transform(keys.begin(), keys.end(), rows.begin(), [](const Keyed& key) { return key.row; });
  return rows;
}

/// Area of some rows, and of each feature the sum of area x value, from the values of one of them on. `Width`: of a row
/// of values, where it is known beforehand.
template <std::size_t Width>
struct Sums {
  const double* origin;
  std::size_t width;
  double area = 0;
  std::vector<double> first;

  Sums(const double* from, std::size_t count) : origin(from), width(count), first(count) {}
  std::size_t size() const { return Width > 0 ? Width : width; }
  void add(double weight, const double* __restrict values) {
    area += weight;
    double* __restrict sum = first.data();
    const double* __restrict zero = origin;
#pragma omp simd
    for (std::size_t f = 0; f < size(); ++f) sum[f] += weight * (values[f] - zero[f]);
  }
};

/// The best cut across one feature, never between equals. What it saves is the spread between the two means, in all
/// features: with L and A the sums and the area of one part and T and B those of all, (L B - T A)^2 / (A (B - A) B).
template <std::size_t Width>
Cut best_cut(const Sorted& all, const Class& of, const Sums<Width>& whole, std::size_t feature) {
  const std::vector<Row>& rows = of.orders[feature];
  Sums<Width> left(whole.origin, all.width);
  const double *part = left.first.data(), *total = whole.first.data();
  Cut best{feature, 0, 0};
  for (std::size_t n = 0; n + 1 < rows.size(); ++n) {
    left.add(all.areas[rows[n]], all.of(rows[n]));
    const double area_right = whole.area - left.area;
    double square[k_lanes] = {};
    for (std::size_t f = 0; f < left.size(); f += k_lanes) {
#pragma omp simd
      for (std::size_t lane = 0; lane < k_lanes; ++lane) {
        const double apart = part[f + lane] * whole.area - total[f + lane] * left.area;
        square[lane] += apart * apart;
      }
    }
    const double saved = (square[0] + square[1]) / (left.area * area_right * whole.area);
    if (!(saved > best.saved) || !(area_right > 0)) continue;
    const bool is_between_equals = all.at(rows[n], feature) == all.at(rows[n + 1], feature);
    if (!is_between_equals) best = {feature, n + 1, saved};
  }
  return best;
}

template <std::size_t Width>
Cut best_cut(const Sorted& all, const Class& of) {
  Sums<Width> whole(all.of(of.rows().front()), all.width);
  for (const Row row : of.rows()) whole.add(all.areas[row], all.of(row));
  Cut best;
  for (std::size_t f = 0; f < all.features; ++f) {
    const Cut cut = best_cut(all, of, whole, f);
    if (cut.saved > best.saved) best = cut;
  }
  return best;
}

/// Where a class whose rows stand is best cut. A width known beforehand makes it twice as fast.
Cut best_cut(const Sorted& all, const Class& of) {
  switch (all.width) {
    case 1 * k_lanes:
      return best_cut<1 * k_lanes>(all, of);
    case 2 * k_lanes:
      return best_cut<2 * k_lanes>(all, of);
    case 3 * k_lanes:
      return best_cut<3 * k_lanes>(all, of);
    default:
      return best_cut<0>(all, of);
  }
}

double spread_of(const Sorted& all, const Class& of) {
  double sum = 0;
  for (std::size_t f = 0; f < all.features; ++f) {
    Moments moments;
    for (const Row row : of.rows()) moments.add(all.areas[row], all.at(row, f) - all.at(of.rows()[0], f));
    sum += moments.spread();
  }
  return sum;
}

Class whole(const Sorted& all) {
  Class made;
  for (std::size_t f = 0; f < all.features; ++f) made.orders.push_back(in_order(all, f));
  made.cut = best_cut(all, made);
  return made;
}

/// Cuts a class in two; each part keeps the orders. `is_low` is room for a mark on every row.
std::pair<Class, Class> halves(const Sorted& all, const Class& of, std::vector<std::uint8_t>& is_low) {
  const std::vector<Row>& across = of.orders[of.cut.feature];
  for (std::size_t i = 0; i < across.size(); ++i) is_low[across[i]] = i < of.cut.count ? 1 : 0;
  std::pair<Class, Class> parts;
  std::vector<Row> low(of.rows().size() + 1), high(of.rows().size() + 1);  // one more: what is written there is left
  const auto share = [&](const std::vector<Row>& rows, std::vector<Row>& to_low, std::vector<Row>& to_high) {
    std::size_t lows = 0, highs = 0;
    for (const Row row : rows) {  // to both, so that no branch is guessed
      const std::size_t is_one = is_low[row];
      low[lows] = high[highs] = row;
      lows += is_one;
      highs += 1 - is_one;
    }
    to_low.assign(low.begin(), low.begin() + static_cast<std::ptrdiff_t>(lows));
    to_high.assign(high.begin(), high.begin() + static_cast<std::ptrdiff_t>(highs));
  };
  for (const std::vector<Row>& order : of.orders) {
    share(order, parts.first.orders.emplace_back(), parts.second.orders.emplace_back());
  }
  parts.first.cut = best_cut(all, parts.first);
  parts.second.cut = best_cut(all, parts.second);
  return parts;
}

std::vector<Class> cut_into(const Sorted& all, std::size_t most) {
  std::vector<std::uint8_t> is_low(all.areas.size());
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
    for (const Row row : of.rows()) moments.add(all.areas[row], all.at(row, f) - all.at(of.rows()[0], f));
    mean[f] = all.at(of.rows()[0], f) + moments.first / moments.area;
  }
  return mean;
}

/// The row nearest to a mean; of rows alike the column with the lowest number comes first.
Row nearest_row(const Sorted& all, const Class& of, const std::vector<double>& mean) {
  Row best = of.rows()[0];
  double least = INFINITY;
  for (const Row row : of.rows()) {
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
    return a.first != b.first ? a.first < b.first : a.second.rows() < b.second.rows();
  });
  for (const auto& [mean, each] : classes) {
    double area = 0;
    for (const Row row : each.rows()) {
      area += all.areas[row];
      class_of_[all.columns[row]] = areas_.size();
    }
    representatives_.push_back(all.columns[nearest_row(all, each, mean)]);
    for (std::size_t f = 0; f < features_; ++f) means_.push_back(mean[f] * features[f].scale);
    areas_.push_back(area);
    spread_ += spread_of(all, each);
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
