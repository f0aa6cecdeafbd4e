#include "percuta/endpoints/basis.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/endpoints/tissue/thickening.hpp"

namespace percuta::endpoints {
namespace {

constexpr int k_halvings = 60;  // of the interval in which a level is passed

/// Where a function comes down to `level` between `above` and `below`.
double crossing(const std::function<double(double)>& value, double level, double above, double below) {
  for (int i = 0; i < k_halvings; ++i) {
    const double middle = 0.5 * (above + below);
    (value(middle) > level ? above : below) = middle;
  }
  return below;
}

}  // namespace

Basis basis_of(const Treated& treated, const Maps& maps, const Sizes& sizes) {
  return {treated, maps, sizes, thickening(treated.state.course, maps.epidermis).with(sizes.epidermis)};
}

std::vector<double> read_off(const healing::LayerCourse& layer,
                             const std::function<double(const healing::Moment&)>& number) {
  std::vector<double> numbers;
  numbers.reserve(layer.size());
  for (const healing::Moment& moment : layer) numbers.push_back(number(moment));
  return numbers;
}

std::vector<double> gain(const healing::LayerCourse& layer) {
  return read_off(layer, [](const healing::Moment& moment) { return moment.tissue.gain(); });
}

double at(const std::vector<double>& times, const std::vector<double>& values, double t) {
  if (times.empty() || t > times.back()) return k_undefined;
  const auto next = static_cast<std::size_t>(std::upper_bound(times.begin(), times.end(), t) - times.begin());
  if (next == 0) return values.front();
  if (next == times.size()) return values.back();
  const double way = (t - times[next - 1]) / (times[next] - times[next - 1]);
  return values[next - 1] + way * (values[next] - values[next - 1]);
}

double sum(const std::vector<Trace>& traces, double t) {
  double all = 0;
  for (const Trace& trace : traces) {
    const double since = t - trace.session;
    if (since >= 0 && since < trace.lasts) all += trace.value(since);
  }
  return all;
}

double most(const std::vector<Trace>& traces, double t) {
  double best = 0;
  for (const Trace& trace : traces) {
    const double since = t - trace.session;
    if (since >= 0 && since < trace.lasts) best = std::max(best, trace.value(since));
  }
  return best;
}

double time_above(const std::function<double(double)>& value, double level, const std::vector<double>& times,
                  double from) {
  double below = k_undefined;  // the earliest time looked at from which on it is not above
  for (auto time = times.rbegin(); time != times.rend() && *time >= from; ++time) {
    if (value(*time) > level) {
      return std::isnan(below) ? k_undefined : crossing(value, level, *time, below) - from;
    }
    below = *time;
  }
  if (value(from) > level) return std::isnan(below) ? k_undefined : crossing(value, level, from, below) - from;
  return 0;
}

std::vector<double> sampled(const std::function<double(double)>& value, const std::vector<double>& times) {
  std::vector<double> values;
  values.reserve(times.size());
  for (const double t : times) values.push_back(value(t));
  return values;
}

double known(double number) {
  return std::isnan(number) ? 0 : number;
}

bool is_cared_for(const Treated& treated, double t) {
  return std::any_of(treated.sessions.begin(), treated.sessions.end(), [&](const Surface& session) {
    return t >= session.time && t < session.time + treated.care.until;
  });
}

}  // namespace percuta::endpoints
