#include "percuta/run/member_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/run/closure_course.hpp"
#include "percuta/run/quantities.hpp"

namespace percuta::run {

namespace {

constexpr std::size_t k_bins_per_length = 30;
constexpr std::size_t k_depth_bins = k_bins_per_length + 2;  // needles longer than their nominal length
constexpr std::size_t k_layers = std::size(skin::k_layer_names);

double longest_needle(const course::Inputs& inputs) {
  double longest = 0;
  for (const course::SessionInputs& session : inputs.sessions) {
    longest = std::max(longest, session.device.needle.length.value);
  }
  return longest;
}

/// The interval over members of the number at `index` in their rows.
Interval column(const std::vector<MemberResult>& members, std::size_t index) {
  std::vector<double> values;
  values.reserve(members.size());
  for (const MemberResult& member : members) values.push_back(member.values.at(index));
  return interval_of(std::move(values));
}

std::vector<Result> results_at(const std::vector<MemberResult>& members, std::size_t first, const Units& units) {
  std::vector<Result> results;
  for (const QuantityRow& row : quantities()) {
    const Interval si = column(members, first + results.size());
    const auto shown = [&](double value) { return units.from_si(value, row.unit); };
    results.push_back({row.room, row.name, row.unit, row.meaning, {shown(si.value), shown(si.low), shown(si.high)}});
  }
  return results;
}

/// Where the first session's histogram stands in a member's row.
std::size_t histogram_at(const study::Model& model) {
  return model.inputs.sessions.size() * quantities().size();
}

double value_named(const std::vector<double>& values, const std::string& name) {
  const auto& rows = quantities();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const QuantityRow& row) { return row.name == name; });
  return values.at(static_cast<std::size_t>(found - rows.begin()));
}

/// Share of the strikes of one member that get at least as deep as each edge.
std::vector<double> deeper_shares(const std::vector<double>& values, std::size_t histogram) {
  const double strikes = value_named(values, "density");
  double left = value_named(values, "pierced_share");
  std::vector<double> shares = {left};
  for (std::size_t i = 0; i < k_depth_bins; ++i) {
    if (strikes > 0) left -= values.at(histogram + i) / strikes;
    shares.push_back(std::max(0.0, left));
  }
  return shares;
}

void fill_histogram(const std::vector<MemberResult>& members, const study::Model& model, DepthHistogram& histogram) {
  const std::size_t first = histogram_at(model);
  histogram.edges = depth_edges(model.inputs);
  std::vector<MemberResult> shares;
  for (const MemberResult& member : members) shares.push_back({deeper_shares(member.values, first)});
  for (std::size_t i = 0; i <= k_depth_bins; ++i) histogram.deeper.push_back(column(shares, i));
  for (std::size_t i = 0; i < k_depth_bins; ++i) {
    histogram.density.push_back(column(members, first + i));
    double sum = 0;
    for (const MemberResult& member : members) sum += member.values.at(first + i);
    histogram.mean.push_back(sum / static_cast<double>(members.size()));
  }
  histogram.not_pierced_share = column(members, first + k_depth_bins);
}

}  // namespace

std::vector<double> depth_edges(const course::Inputs& inputs) {
  const double step = longest_needle(inputs) / static_cast<double>(k_bins_per_length);
  std::vector<double> edges;
  for (std::size_t i = 0; i <= k_depth_bins; ++i) edges.push_back(step * static_cast<double>(i));
  return edges;
}

std::size_t value_count(const study::Model& model) {
  return model.inputs.sessions.size() * (quantities().size() + 2) + k_depth_bins + 1 + 2 * k_layers +
         closure_value_count();
}

std::vector<double> values_of(const course::Course& course, const study::Model& model) {
  std::vector<double> values;
  values.reserve(value_count(model));
  for (const course::Session& session : course.sessions) {
    for (const QuantityRow& row : quantities()) values.push_back(row.of(session));
  }
  const course::Session& first = course.sessions.front();
  for (const double density :
       insertion::depth_histogram(first.channels, first.punctures, course.skin.window, depth_edges(model.inputs))) {
    values.push_back(density);
  }
  values.push_back(1 - first.reach.pierced_share);
  for (const skin::Layer& layer : course.skin.layers) {
    values.push_back(layer.top);
    values.push_back(layer.bottom);
  }
  for (const double value : closure_values(first.clocks)) values.push_back(value);
  for (const course::Session& session : course.sessions) {
    values.push_back(session.channels.is_extrapolated ? 1 : 0);
    values.push_back(session.punctures.slit);
  }
  return values;
}

void fill_intervals(const std::vector<MemberResult>& members, const study::Model& model, const Units& units,
                    Record& record) {
  std::size_t at = 0;
  for (std::size_t s = 0; s < model.inputs.sessions.size(); ++s, at += quantities().size()) {
    record.sessions.push_back(results_at(members, at, units));
  }
  record.results = record.sessions.front();
  if (record.sessions.size() == 1) record.sessions.clear();
  fill_histogram(members, model, record.histogram);
  at = histogram_at(model) + k_depth_bins + 1;
  for (const skin::Layer& layer : record.drawn.skin.layers) {
    const Interval top = column(members, at++);
    record.layers.push_back({layer.name, top, column(members, at++)});
  }
  record.curves.push_back(closure_course([&](std::size_t i) { return column(members, at + i); }));
}

namespace {

/// How many members have a number above 0 at `offset` of any session's last pair.
std::size_t count_members(const std::vector<MemberResult>& members, std::size_t sessions, std::size_t offset) {
  return static_cast<std::size_t>(std::count_if(members.begin(), members.end(), [&](const MemberResult& member) {
    const std::size_t first = member.values.size() - 2 * sessions;
    for (std::size_t s = 0; s < sessions; ++s) {
      if (member.values.at(first + 2 * s + offset) > 0) return true;
    }
    return false;
  }));
}

}  // namespace

void add_run_warnings(const std::vector<MemberResult>& members, const Units& units, Record& record) {
  const std::size_t sessions = record.drawn.sessions.size();
  const course::Session& first = record.drawn.sessions.front();
  if (const std::size_t count = count_members(members, sessions, 0); count > 0) {
    record.warnings.push_back(fmt::format(
        "In {} of {} ensemble members the needle's tip lies outside the sizes whose puncture force was measured: "
        "there the force is extrapolated.",
        count, members.size()));
  }
  if (const std::size_t count = count_members(members, sessions, 1); count > 0) {
    record.warnings.push_back(
        fmt::format("In {} of {} ensemble members the tips sweep further sideways than the skin travels "
                    "with them: expect slits there, not round holes.",
                    count, members.size()));
  }
  if (first.reach.pierced_share <= 0 && !first.punctures.all.empty()) {
    record.warnings.push_back(fmt::format(
        "With every input at its median no needle pierces: each tip needs {:.3g} mN and {:.3g} mm of give before it "
        "cuts.",
        units.from_si(first.channels.puncture_force, "mN"), units.from_si(first.channels.puncture_dimple, "mm")));
  }
}

}  // namespace percuta::run
