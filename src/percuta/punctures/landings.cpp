#include "percuta/punctures/landings.hpp"

#include <algorithm>
#include <numeric>

#include "percuta/base/error.hpp"
#include "percuta/numerics/geometry/region.hpp"

namespace percuta::punctures {
namespace {

/// Numbers of landings, without room for any as long as all are what no table tells.
template <class Number>
class Column {
 public:
  explicit Column(Number untold) : untold_(untold) {}

  Number at(std::size_t i) const { return told_.empty() ? untold_ : told_[i]; }

  /// Of landing `i`, the last.
  void add(std::size_t i, Number number) {
    if (told_.empty() && number == untold_) return;
    if (told_.empty()) told_.assign(i, untold_);
    told_.push_back(number);
  }

  void reorder(const std::vector<std::uint32_t>& order) {
    if (told_.empty()) return;
    std::vector<Number> sorted;
    sorted.reserve(told_.size());
    for (const std::uint32_t i : order) sorted.push_back(told_[i]);
    told_ = std::move(sorted);
  }

 private:
  Number untold_;
  std::vector<Number> told_;
};

}  // namespace

struct Landings::Columns {
  std::size_t size = 0, named = 0;
  Column<double> x{0}, y{0}, force{0}, length{0}, tilt{0}, speed{0};
  Column<std::int32_t> stroke{0}, needle{0}, hole{-1}, strike{-1};

  /// In the order in which they are asked which of two landings comes first.
  template <class Each>
  void each(const Each& call) {
    call(strike, &Landing::strike);
    call(stroke, &Landing::stroke);
    call(hole, &Landing::hole);
    call(needle, &Landing::needle);
    call(x, &Landing::x);
    call(y, &Landing::y);
    call(force, &Landing::force);
    call(length, &Landing::length);
    call(tilt, &Landing::tilt);
    call(speed, &Landing::speed);
  }

  bool is_before(std::size_t a, std::size_t b) {
    int side = 0;
    each([&](const auto& column, auto) {
      if (side == 0) side = column.at(a) < column.at(b) ? -1 : column.at(b) < column.at(a) ? 1 : 0;
    });
    return side < 0;
  }
};

Landings::Landings(const std::vector<Landing>& all) {
  for (const Landing& one : all) add(one);
}

std::size_t Landings::size() const {
  return columns_ ? columns_->size : 0;
}

Landing Landings::at(std::size_t i) const {
  Landing landing;
  columns_->each([&](const auto& column, auto member) { landing.*member = column.at(i); });
  return landing;
}

bool Landings::name_holes() const {
  const std::size_t named = columns_ ? columns_->named : 0;
  if (named > 0 && named < size()) {
    throw InputError("some punctures name their hole and others do not", "give the hole of each, or of none");
  }
  return named > 0;
}

Landings::Columns& Landings::own() {
  if (!columns_) {
    columns_ = std::make_shared<Columns>();
  } else if (columns_.use_count() > 1) {
    columns_ = std::make_shared<Columns>(*columns_);
  }
  return *columns_;
}

void Landings::add(const Landing& landing) {
  Columns& columns = own();
  columns.each([&](auto& column, auto member) { column.add(columns.size, landing.*member); });
  columns.size += 1;
  columns.named += landing.hole >= 0 ? 1 : 0;
}

void Landings::put_in_order() {
  if (empty()) return;
  Columns& columns = own();
  const auto is_before = [&](std::uint32_t a, std::uint32_t b) { return columns.is_before(a, b); };
  std::vector<std::uint32_t> order(size());
  std::iota(order.begin(), order.end(), 0U);
  if (std::is_sorted(order.begin(), order.end(), is_before)) return;
  std::sort(order.begin(), order.end(), is_before);
  columns.each([&](auto& column, auto) { column.reorder(order); });
}

Lie lie_of(const Landings& landings, const skin::Skin& skin) {
  const numerics::Region outline(skin.outline), window(skin.window);
  Lie lie;
  lie.rows = static_cast<std::int64_t>(landings.size());
  for (std::size_t i = 0; i < landings.size(); ++i) {
    const Landing landing = landings.at(i);
    const numerics::Point at{landing.x, landing.y};
    if (i == 0) lie.box = {at, at};
    lie.box.low = {std::min(lie.box.low.x, at.x), std::min(lie.box.low.y, at.y)};
    lie.box.high = {std::max(lie.box.high.x, at.x), std::max(lie.box.high.y, at.y)};
    if (!outline.contains(at)) {
      lie.off_site += 1;
    } else if (!window.contains(at)) {
      lie.off_window += 1;
    }
  }
  return lie;
}

}  // namespace percuta::punctures
