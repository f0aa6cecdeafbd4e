#include "percuta/numerics/operators/column_classes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/rising_order.hpp"

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

/// Columns by rising values of the first feature, then of the next; of columns alike the smallest, then the first
/// given.
std::vector<Row> sorted_columns(const std::vector<ColumnFeature>& features, const std::vector<double>& areas,
                                RisingOrder& order_of) {
  const std::vector<double>& first = features.front().values;
  std::vector<Row> columns = order_of(first);
  const auto comes_before = [&](Row a, Row b) {
    for (const ColumnFeature& feature : features) {
      if (feature.values[a] != feature.values[b]) return feature.values[a] < feature.values[b];
    }
    return areas[a] != areas[b] ? areas[a] < areas[b] : a < b;
  };
  for (auto run = columns.begin(); run != columns.end();) {
    const auto end = std::find_if(run, columns.end(), [&](Row column) { return first[column] != first[*run]; });
    if (end - run > 1) std::sort(run, end, comes_before);
    run = end;
  }
  return columns;
}

Sorted sorted(const std::vector<ColumnFeature>& features, const std::vector<double>& areas, RisingOrder& order_of) {
  Sorted made;
  made.features = features.size();
  made.width = (made.features + k_lanes - 1) / k_lanes * k_lanes;
  made.columns = sorted_columns(features, areas, order_of);
  made.areas.reserve(made.columns.size());
  made.values.resize(made.columns.size() * made.width);
  double* row = made.values.data();
  for (const Row column : made.columns) {
    made.areas.push_back(areas[column]);
    for (std::size_t f = 0; f < made.features; ++f) row[f] = features[f].values[column] / features[f].scale;
    row += made.width;
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

/// Rows of Sorted: [begin, end) of each order.
struct Class {
  std::size_t begin = 0, end = 0;
  Cut cut;
};

/// All rows in the order of each feature, class by class. That of the first is the rising one: by it all are sorted.
struct Orders {
  std::vector<std::vector<Row>> rows;  ///< [feature]
  std::vector<std::uint8_t> is_low;    ///< room for a mark on every row
  std::vector<Row> high;               ///< room for the rows of one part
};

std::span<const Row> rows_of(const Orders& orders, const Class& of, std::size_t feature = 0) {
  return std::span<const Row>(orders.rows[feature]).subspan(of.begin, of.end - of.begin);
}

Orders orders_of(const Sorted& all, RisingOrder& order_of) {
  Orders orders;
  std::vector<double> values(all.areas.size());
  orders.rows.emplace_back(values.size());
  std::iota(orders.rows.front().begin(), orders.rows.front().end(), Row{0});
  for (std::size_t f = 1; f < all.features; ++f) {
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = all.at(static_cast<Row>(row), f);
    orders.rows.push_back(order_of(values));
  }
  orders.is_low.resize(values.size());
  orders.high.resize(values.size());
  return orders;
}

/// Sums over rows: their area, and of each feature area x value, from the values of one of them on.
struct Sums {
  const double* origin;
  double area = 0;
  std::vector<double> first;
};

Sums sums_of(const Sorted& all, std::span<const Row> rows) {
  Sums sums{all.of(rows.front()), 0, std::vector<double>(all.width)};
  for (const Row row : rows) {
    const double* values = all.of(row);
    sums.area += all.areas[row];
    for (std::size_t f = 0; f < all.width; ++f) sums.first[f] += all.areas[row] * (values[f] - sums.origin[f]);
  }
  return sums;
}

/// The best cut across one feature, never between equals. What it saves is the spread between the two means, in all
/// features: with L and A the sums and the area of one part and T and B those of all, (L B - T A)^2 / (A (B - A) B).
/// `part` is room for L; `Width`, if not 0, is that of a row.
template <std::size_t Width>
Cut best_cut(const Sorted& all, std::span<const Row> rows, const Sums& whole, std::size_t feature,
             double* __restrict part) {
  const std::size_t width = Width > 0 ? Width : all.width;
  const double* __restrict total = whole.first.data(), * __restrict origin = whole.origin;
  for (std::size_t f = 0; f < width; ++f) part[f] = 0;
  Cut best{feature, 0, 0};
  double area = 0;
  for (std::size_t n = 0; n + 1 < rows.size(); ++n) {
    const double own = all.areas[rows[n]];
    const double* __restrict values = all.of(rows[n]);
    area += own;
    double square[k_lanes] = {};
    for (std::size_t f = 0; f < width; f += k_lanes) {
#pragma omp simd
      for (std::size_t lane = 0; lane < k_lanes; ++lane) {
        const double sum = part[f + lane] + own * (values[f + lane] - origin[f + lane]);
        const double apart = sum * whole.area - total[f + lane] * area;
        part[f + lane] = sum;
        square[lane] += apart * apart;
      }
    }
    const double saved = (square[0] + square[1]) / (area * (whole.area - area) * whole.area);
    if (!(saved > best.saved) || !(whole.area > area)) continue;
    const bool is_between_equals = all.at(rows[n], feature) == all.at(rows[n + 1], feature);
    if (!is_between_equals) best = {feature, n + 1, saved};
  }
  return best;
}

template <std::size_t Width>
Cut best_cut(const Sorted& all, const Orders& orders, const Class& of) {
  const Sums whole = sums_of(all, rows_of(orders, of));
  std::vector<double> part(all.width);
  Cut best;
  for (std::size_t f = 0; f < all.features; ++f) {
    const Cut cut = best_cut<Width>(all, rows_of(orders, of, f), whole, f, part.data());
    if (cut.saved > best.saved) best = cut;
  }
  return best;
}

/// Where a class is best cut. A width known beforehand makes it twice as fast.
Cut best_cut(const Sorted& all, const Orders& orders, const Class& of) {
  switch (all.width / k_lanes) {
    case 1:
      return best_cut<1 * k_lanes>(all, orders, of);
    case 2:
      return best_cut<2 * k_lanes>(all, orders, of);
    case 3:
      return best_cut<3 * k_lanes>(all, orders, of);
    default:
      return best_cut<0>(all, orders, of);
  }
}

double spread_of(const Sorted& all, std::span<const Row> rows) {
  double sum = 0;
  for (std::size_t f = 0; f < all.features; ++f) {
    Moments moments;
    for (const Row row : rows) moments.add(all.areas[row], all.at(row, f) - all.at(rows[0], f));
    sum += moments.spread();
  }
  return sum;
}

/// Cuts a class in two, which keep their orders.
std::pair<Class, Class> halves(const Sorted& all, const Class& of, Orders& orders) {
  const std::span<const Row> across = rows_of(orders, of, of.cut.feature);
  for (std::size_t i = 0; i < across.size(); ++i) orders.is_low[across[i]] = i < of.cut.count ? 1 : 0;
  for (std::vector<Row>& order : orders.rows) {
    Row *low = order.data() + of.begin, *high = orders.high.data();
    for (std::size_t i = of.begin; i < of.end; ++i) {  // to both, so that no branch is guessed
      const Row row = order[i];
      const std::uint8_t is_one = orders.is_low[row];
      *low = *high = row;
      low += is_one;
      high += 1 - is_one;
    }
    std::copy(orders.high.data(), high, low);
  }
  Class low{of.begin, of.begin + of.cut.count, {}}, high{of.begin + of.cut.count, of.end, {}};
  low.cut = best_cut(all, orders, low);
  high.cut = best_cut(all, orders, high);
  return {low, high};
}

std::vector<Class> cut_into(const Sorted& all, std::size_t most, Orders& orders) {
  std::vector<Class> classes = {{0, all.areas.size(), {}}};
  classes.front().cut = best_cut(all, orders, classes.front());
  while (classes.size() < most) {
    const auto saves_less = [](const Class& a, const Class& b) { return a.cut.saved < b.cut.saved; };
    const auto widest = std::max_element(classes.begin(), classes.end(), saves_less);
    if (!(widest->cut.saved > 0)) break;
    const auto [low, high] = halves(all, *widest, orders);
    *widest = low;
    classes.push_back(high);
  }
  return classes;
}

std::vector<double> mean_of(const Sorted& all, std::span<const Row> rows) {
  std::vector<double> mean(all.features);
  for (std::size_t f = 0; f < all.features; ++f) {
    Moments moments;
    for (const Row row : rows) moments.add(all.areas[row], all.at(row, f) - all.at(rows[0], f));
    mean[f] = all.at(rows[0], f) + moments.first / moments.area;
  }
  return mean;
}

/// The row nearest to a mean; of rows alike the column with the lowest number comes first.
Row nearest_row(const Sorted& all, std::span<const Row> rows, const std::vector<double>& mean) {
  Row best = rows[0];
  double least = INFINITY;
  for (const Row row : rows) {
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
  RisingOrder order_of;
  const Sorted all = sorted(features, areas, order_of);
  Orders orders = orders_of(all, order_of);
  std::vector<std::pair<std::vector<double>, std::span<const Row>>> classes;
  for (const Class& each : cut_into(all, most, orders)) {
    const std::span<const Row> rows = rows_of(orders, each);
    classes.emplace_back(mean_of(all, rows), rows);
  }
  std::sort(classes.begin(), classes.end(), [](const auto& a, const auto& b) {
    return a.first != b.first
               ? a.first < b.first
               : std::lexicographical_compare(a.second.begin(), a.second.end(), b.second.begin(), b.second.end());
  });
  for (const auto& [mean, rows] : classes) {
    double area = 0;
    for (const Row row : rows) {
      area += all.areas[row];
      class_of_[all.columns[row]] = areas_.size();
    }
    representatives_.push_back(all.columns[nearest_row(all, rows, mean)]);
    for (std::size_t f = 0; f < features_; ++f) means_.push_back(mean[f] * features[f].scale);
    areas_.push_back(area);
    spread_ += spread_of(all, rows);
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
