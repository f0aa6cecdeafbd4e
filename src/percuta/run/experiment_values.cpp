#include "percuta/run/experiment_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/run/closure_course.hpp"
#include "percuta/run/experiment_quantities.hpp"

namespace percuta::run {
namespace {

constexpr std::size_t k_steps = 60;  // of a press, drawn

Interval column(const std::vector<MemberResult>& members, std::size_t index) {
  std::vector<double> values;
  values.reserve(members.size());
  for (const MemberResult& member : members) values.push_back(member.values.at(index));
  return interval_of(std::move(values));
}

bool has_press_curve(const study::Model& model) {
  return course::is_pressed_bench(model.inputs, model.experiment) && !model.experiment.has_given_hole();
}

std::vector<double> closing_times(const course::Experiment& experiment) {
  if (experiment.times.empty()) return standard_closing_times();
  std::vector<double> times(experiment.times.begin(), experiment.times.end());
  std::sort(times.begin(), times.end());
  return times;
}

std::size_t curve_value_count(const study::Model& model) {
  std::size_t count = has_press_curve(model) ? 2 * (k_steps + 1) : 0;
  if (model.experiment.kind == course::k_closure) count += 2 * closing_times(model.experiment).size();
  return count;
}

/// The value at `x` of a polyline whose x ascend, its ends standing on.
double value_at(const std::vector<double>& xs, const std::vector<double>& ys, double x) {
  if (xs.empty()) return 0;
  const auto above = static_cast<std::size_t>(std::upper_bound(xs.begin(), xs.end(), x) - xs.begin());
  if (above == 0) return ys.front();
  if (above == xs.size()) return ys.back();
  const double span = xs[above] - xs[above - 1];
  const double share = span > 0 ? (x - xs[above - 1]) / span : 1;
  return ys[above - 1] + share * (ys[above] - ys[above - 1]);
}

void append(std::vector<double>& values, const std::vector<double>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

/// Curves read off the members' rows from `at` on, which moves past them.
class CurveReader {
 public:
  CurveReader(const std::vector<MemberResult>& members, const Units& units, std::size_t at)
      : members_(members), units_(units), at_(at) {}

  Curve next(const char* name, const char* unit, const char* meaning, std::size_t count) {
    Curve curve{name, unit, meaning, {}};
    for (std::size_t i = 0; i < count; ++i) {
      const Interval si = column(members_, at_++);
      const auto shown = [&](double value) { return units_.from_si(value, unit); };
      curve.values.push_back({shown(si.value), shown(si.low), shown(si.high)});
    }
    return curve;
  }

 private:
  const std::vector<MemberResult>& members_;
  const Units& units_;
  std::size_t at_;
};

CurveSet press_curves(CurveReader& reader, double travel, const Units& units) {
  CurveSet set{"force_displacement", "displacement", "mm", {}, {}};
  for (std::size_t i = 0; i <= k_steps; ++i) {
    set.at.push_back(units.from_si(travel * static_cast<double>(i) / k_steps, "mm"));
  }
  set.curves.push_back(reader.next("force", "mN", "Force on one needle", k_steps + 1));
  set.curves.push_back(reader.next("depth", "um", "Depth of its tip in place", k_steps + 1));
  return set;
}

CurveSet closing_curves(CurveReader& reader, const std::vector<double>& times, const Units& units) {
  CurveSet set{"closure_course", "time", "h", {}, {}};
  for (const double time : times) set.at.push_back(units.from_si(time, "h"));
  set.curves.push_back(
      reader.next("barrier", "1", "Leak through the holes, as a share of its first value", times.size()));
  set.curves.push_back(
      reader.next("pore", "1", "Radius of the visible hole, as a share of its first value", times.size()));
  return set;
}

std::string manner_of_bench(const study::Model& model) {
  if (model.experiment.has_given_hole()) return "given holes";
  if (!course::is_pressed_bench(model.inputs, model.experiment)) return "moved over the skin";
  const insertion::Press press = course::press_of(model.experiment, model.inputs.sessions.front().device.applicator);
  return press.energy > 0 ? "struck" : "pressed";
}

void add_warnings(std::size_t extrapolated, std::size_t members, const study::Model& model, Record& record) {
  if (extrapolated > 0) {
    record.warnings.push_back(fmt::format(
        "In {} of {} ensemble members the needle's tip lies outside the sizes whose puncture force was measured: "
        "there the force is extrapolated.",
        extrapolated, members));
  }
  if (has_press_curve(model) && record.drawn.sessions.front().reach.pierced_share <= 0) {
    record.warnings.push_back(fmt::format("With every input at its median no needle pierces: each tip needs {:.3g} N.",
                                          record.drawn.sessions.front().channels.puncture_force));
  }
}

}  // namespace

PressPoints press_points(const insertion::PressCurve& press, double travel) {
  PressPoints points;
  for (std::size_t i = 0; i <= k_steps; ++i) {
    const double at = travel * static_cast<double>(i) / k_steps;
    points.force.push_back(value_at(press.displacement, press.force, at));
    points.depth.push_back(value_at(press.displacement, press.depth, at));
  }
  return points;
}

std::size_t experiment_value_count(const study::Model& model) {
  const std::size_t layers = course::skin_of(model.inputs).layers.size();
  return experiment_quantities(model).size() + 1 + 2 * layers + curve_value_count(model);
}

std::vector<double> experiment_values(const course::Tested& tested, const study::Model& model) {
  std::vector<double> values;
  for (const ExperimentQuantity& row : experiment_quantities(model)) values.push_back(row.of(tested));
  const course::Session& session = tested.course.sessions.front();
  values.push_back(session.channels.is_extrapolated ? 1 : 0);
  for (const skin::Layer& layer : tested.course.skin.layers) append(values, {layer.top, layer.bottom});
  if (has_press_curve(model)) {
    const PressPoints points = press_points(tested.press, model.travel);
    append(values, points.force);
    append(values, points.depth);
  }
  if (model.experiment.kind == course::k_closure) {
    const closure::ClosureCurve curve = closure::curve(session.clocks, closing_times(model.experiment));
    append(values, curve.barrier);
    append(values, curve.pore);
  }
  return values;
}

void fill_experiment(const std::vector<MemberResult>& members, const study::Model& model, const Units& units,
                     Record& record) {
  record.experiment = {model.experiment.kind, manner_of_bench(model), model.subject.site_name, model.travel};
  std::size_t at = 0;
  for (const ExperimentQuantity& row : experiment_quantities(model)) {
    const Interval si = column(members, at++);
    const auto shown = [&](double value) { return units.from_si(value, row.unit); };
    record.results.push_back(
        {row.room, row.name, row.unit, row.meaning, {shown(si.value), shown(si.low), shown(si.high)}});
  }
  const auto extrapolated = static_cast<std::size_t>(std::count_if(
      members.begin(), members.end(), [&](const MemberResult& member) { return member.values.at(at) > 0; }));
  ++at;
  for (const skin::Layer& layer : record.drawn.skin.layers) {
    const Interval top = column(members, at++);
    record.layers.push_back({layer.name, top, column(members, at++)});
  }
  CurveReader reader(members, units, at);
  if (has_press_curve(model)) record.curves.push_back(press_curves(reader, model.travel, units));
  if (model.experiment.kind == course::k_closure) {
    record.curves.push_back(closing_curves(reader, closing_times(model.experiment), units));
  }
  add_warnings(extrapolated, members.size(), model, record);
}

}  // namespace percuta::run
