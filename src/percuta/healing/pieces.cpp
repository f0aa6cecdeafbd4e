#include "percuta/healing/pieces.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "percuta/base/random.hpp"
#include "percuta/numerics/geometry/region.hpp"
#include "percuta/numerics/operators/column_classes.hpp"

namespace percuta::healing {
namespace {

constexpr std::size_t k_papillary = 2, k_reticular = 6;
constexpr std::size_t k_most_features = 12;  // sessions that classes tell apart one by one
constexpr int k_fortnight = 14 * 86400;      // [s]; beyond those they are told apart by their sums over it

void add_slices(double top, double bottom, std::size_t count, Slices& slices) {
  const double step = (bottom - top) / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i) {
    slices.depths.push_back(top + (static_cast<double>(i) + 0.5) * step);
    slices.weights.push_back(step / slices.thickness);
  }
}

/// What tells pieces apart: one feature a session, or a fortnight, of responses; what heat left; what became of them.
std::vector<numerics::ColumnFeature> features_of(const PieceDoses& doses, const DoseResponse& response) {
  const std::size_t sessions = doses.visits().size();
  std::map<std::size_t, std::size_t> by_group;
  std::vector<numerics::ColumnFeature> features;
  const auto feature_of = [&](std::size_t group) -> numerics::ColumnFeature& {
    const auto [found, is_new] = by_group.emplace(group, features.size());
    if (is_new) features.push_back({"response", std::vector<double>(doses.pieces()), 1});
    return features[found->second];
  };
  // One by one sessions are told by what each makes; many soon after another by their alarm, which adds up.
  std::map<std::size_t, std::vector<double>> alarms;  // by the wounds of a session
  const auto told_by = [&](std::size_t visit) -> const std::vector<double>& {
    if (sessions <= k_most_features) return doses.responses(visit);
    std::vector<double>& own = alarms[doses.visits()[visit].wounds];
    if (own.empty()) {
      own.reserve(doses.pieces());
      for (const double alarm : doses.doses(visit).alarm) own.push_back(std::log1p(alarm));
    }
    return own;
  };
  for (std::size_t visit = 0; visit < sessions; ++visit) {
    const std::size_t group =
        sessions <= k_most_features ? visit : static_cast<std::size_t>(doses.visits()[visit].time / k_fortnight);
    numerics::ColumnFeature& feature = feature_of(group);
    const std::vector<double>& told = told_by(visit);
    doses.each(visit, [&](std::size_t i, std::size_t at) { feature.values[i] += told[at]; });
    const Doses& own = doses.doses(visit);
    if (own.coagulum.empty() && own.kind.empty()) continue;
    numerics::ColumnFeature heat{"coagulum", std::vector<double>(doses.pieces()), 1};
    doses.each(visit, [&](std::size_t i, std::size_t at) {
      const double lasting = own.coagulum.empty() ? 0 : response.of(own.coagulum[at]);
      // A column's tissue is nothing like what stands beside it.
      constexpr int k_apart = 100;
      heat.values[i] = lasting + (own.kind.empty() ? 0 : k_apart * own.kind[at]);
    });
    features.push_back(std::move(heat));
  }
  return features;
}

}  // namespace

std::size_t slice_count() {
  return k_papillary + k_reticular;
}

Slices slices_of(const skin::Skin& skin) {
  Slices slices;
  const skin::Layer* papillary = skin.find_layer("papillary_dermis");
  const skin::Layer* reticular = skin.find_layer("reticular_dermis");
  if (papillary == nullptr) return slices;
  slices.papillary = k_papillary;
  if (reticular == nullptr || reticular == papillary) {
    slices.thickness = papillary->thickness();
    add_slices(papillary->top, papillary->bottom, k_papillary + k_reticular, slices);
    return slices;
  }
  slices.thickness = papillary->thickness() + reticular->thickness();
  add_slices(papillary->top, papillary->bottom, k_papillary, slices);
  add_slices(reticular->top, reticular->bottom, k_reticular, slices);
  return slices;
}

std::vector<numerics::Point> scattered(const numerics::Polygon& window, std::size_t count, const Member& member,
                                       const char* purpose) {
  const numerics::Box box = numerics::bounding_box(window);
  const double step = std::sqrt(numerics::area(window) / static_cast<double>(std::max<std::size_t>(1, count)));
  const numerics::Region region(window);
  Stream stream({member.seed, member.index, 0, 0, purpose});
  std::vector<numerics::Point> places;
  for (double y = box.low.y; y < box.high.y; y += step) {
    for (double x = box.low.x; x < box.high.x; x += step) {
      const numerics::Point place{x + step * stream.uniform(), y + step * stream.uniform()};
      if (region.contains(place)) places.push_back(place);
    }
  }
  if (places.empty()) places.push_back(numerics::centroid(window));
  return places;
}

PieceDoses::PieceDoses(std::vector<Doses> of_wounds, std::vector<Visit> visits, std::uint64_t shuffle,
                       const DoseResponse& response)
    : of_wounds_(std::move(of_wounds)), visits_(std::move(visits)) {
  for (const Doses& doses : of_wounds_) {
    std::vector<double>& own = responses_.emplace_back();
    own.reserve(doses.alarm.size());
    for (const double alarm : doses.alarm) own.push_back(response.of(alarm));
    pieces_ = doses.alarm.size();
  }
  for (std::size_t visit = 0; visit < visits_.size(); ++visit) {
    const bool is_repeat = std::any_of(visits_.begin(), visits_.begin() + static_cast<std::ptrdiff_t>(visit),
                                       [&](const Visit& earlier) { return earlier.wounds == visits_[visit].wounds; });
    std::vector<std::uint32_t>& order = orders_.emplace_back();
    if (is_repeat) {
      order = shuffled_all(static_cast<std::uint32_t>(pieces_ / doses(visit).depths), mixed(shuffle + visit));
    }
  }
}

std::size_t PieceDoses::entry(std::size_t visit, std::size_t piece) const {
  if (orders_[visit].empty()) return piece;
  const std::size_t depths = doses(visit).depths;
  return orders_[visit][piece / depths] * depths + piece % depths;
}

PieceClasses classes_of(const PieceDoses& doses, const Slices& slices, const DoseResponse& response, std::size_t most) {
  PieceClasses result;
  const std::size_t depths = slices.depths.size();
  std::vector<double> weights(doses.pieces());
  for (std::size_t i = 0; i < doses.pieces(); ++i) weights[i] = slices.weights[i % depths];
  std::size_t count = doses.pieces();
  std::vector<std::size_t> representatives;
  result.class_of.resize(doses.pieces());
  if (most == 0) {
    std::iota(result.class_of.begin(), result.class_of.end(), std::uint32_t{0});
  } else {
    const numerics::ColumnClasses classes(features_of(doses, response), weights, most);
    count = classes.size();
    representatives = classes.representatives();
    for (std::size_t i = 0; i < doses.pieces(); ++i) {
      result.class_of[i] = static_cast<std::uint32_t>(classes.class_of()[i]);
    }
  }
  result.dermis.assign(count, 0);
  result.papillary.assign(count, 0);
  double all = 0, upper = 0;
  for (std::size_t i = 0; i < doses.pieces(); ++i) {
    const bool is_papillary = i % depths < slices.papillary;
    result.dermis[result.class_of[i]] += weights[i];
    all += weights[i];
    if (!is_papillary) continue;
    result.papillary[result.class_of[i]] += weights[i];
    upper += weights[i];
  }
  const std::vector<double> sums = result.dermis;
  for (std::size_t c = 0; c < count; ++c) {
    result.dermis[c] /= all;
    result.papillary[c] /= upper;
  }
  const bool by_representative = most > 0 && doses.visits().size() > k_most_features;
  for (std::size_t visit = 0; visit < doses.visits().size(); ++visit) {
    const Doses& own = doses.doses(visit);
    const std::vector<double>& responses = doses.responses(visit);
    std::vector<double> made(count), lasting(count);
    std::vector<Blow> row(count);
    const auto add = [&](std::size_t i, std::size_t at) {
      const std::size_t c = result.class_of[i];
      made[c] += weights[i] * responses[at];
      if (!own.coagulum.empty()) lasting[c] += weights[i] * response.of(own.coagulum[at]);
      if (!own.kind.empty()) row[c].kind = std::max(row[c].kind, static_cast<Hole::Kind>(own.kind[at]));
    };
    if (!by_representative || !own.coagulum.empty() || !own.kind.empty()) doses.each(visit, add);
    for (std::size_t c = 0; c < count; ++c) {
      row[c].alarm = by_representative ? doses.alarm(visit, representatives[c]) : response.alarm_for(made[c] / sums[c]);
      row[c].coagulum_alarm = response.alarm_for(lasting[c] / sums[c]);
    }
    result.blows.push_back(std::move(row));
  }
  return result;
}

namespace {

/// Every member of a tissue.
constexpr double Tissue::* k_members[] = {
    &Tissue::alarm,  &Tissue::coagulum_alarm, &Tissue::coagulated,  &Tissue::neutrophils,
    &Tissue::early,  &Tissue::late,           &Tissue::fibroblasts, &Tissue::myofibroblasts,
    &Tissue::mature, &Tissue::three,          &Tissue::one,         &Tissue::vessels};

Moment nothing() {
  Moment moment;
  for (double Tissue::* member : k_members) moment.tissue.*member = 0;
  moment.making = 0;
  return moment;
}

}  // namespace

Moment mean_of(const std::vector<const Moment*>& moments) {
  if (moments.size() == 1) return *moments[0];
  Moment mean = nothing();
  const auto count = static_cast<double>(moments.size());
  for (const Moment* one : moments) {
    for (double Tissue::* member : k_members) mean.tissue.*member += one->tissue.*member / count;
    mean.tgf_beta += one->tgf_beta / count;
    mean.response += one->response / count;
    mean.making += one->making / count;
  }
  return mean;
}

Moment mean_moment(const Law& law, const std::vector<Tissue>& tissue, const std::vector<double>& weights) {
  Moment moment = nothing();
  for (std::size_t c = 0; c < tissue.size(); ++c) {
    if (weights[c] == 0) continue;
    const Tissue& one = tissue[c];
    for (double Tissue::* member : k_members) moment.tissue.*member += weights[c] * one.*member;
    const double T = law.tgf_beta(one);
    moment.tgf_beta += weights[c] * T;
    moment.response += weights[c] * (T > 0 ? T / (1 + T) : 0);
    moment.making += weights[c] * law.making(one);
  }
  return moment;
}

Course course_of(const Law& law, const std::vector<double>& times, const std::vector<std::vector<Tissue>>& tissue,
                 const PieceClasses& classes) {
  Course course;
  course.times = times;
  for (const std::vector<Tissue>& row : tissue) {
    course.papillary.push_back(mean_moment(law, row, classes.papillary));
    course.dermis.push_back(mean_moment(law, row, classes.dermis));
  }
  return course;
}

}  // namespace percuta::healing
