#include <algorithm>
#include <cmath>

#include "percuta/healing/healing.hpp"

namespace percuta::healing {
namespace {

constexpr double k_rounding = 1e-12;
constexpr const char* k_wound = "a skin with a dermis";

bool is_told(const State& state) {
  return !state.course.times.empty();
}

/// A number of the course at its end; not there where nothing was walked.
template <class Number>
ResultOf<State> at_end(ResultColumn column, Number number) {
  column.needs = k_wound;
  return number_result<State>(std::move(column),
                              [number](const State& state) { return is_told(state) ? number(state) : k_undefined; });
}

/// Straight between the moments that are told; the last of those at a time holds from there on.
template <class Value>
double at_time(const Course& course, const LayerCourse& layer, double time, Value value) {
  const auto after = std::upper_bound(course.times.begin(), course.times.end(), time);
  if (after == course.times.begin()) return value(layer.front());
  const auto i = static_cast<std::size_t>(after - course.times.begin());
  if (i == course.times.size()) return value(layer.back());
  const double share = (time - course.times[i - 1]) / (course.times[i] - course.times[i - 1]);
  return (1 - share) * value(layer[i - 1]) + share * value(layer[i]);
}

/// A series of a layer, told at the axis' times since the first session; not there beyond the horizon.
template <class Value>
ResultOf<State> course_result(ResultColumn column, LayerCourse Course::* layer, Value value) {
  column.needs = k_wound;
  std::vector<double> times = column.axis ? column.axis->at : std::vector<double>();
  return {std::move(column), [layer, value, times = std::move(times)](const State& state, std::vector<double>& row) {
            for (const double time : times) {
              const bool is_within = is_told(state) && time <= state.course.times.back() * (1 + k_rounding);
              row.push_back(is_within ? at_time(state.course, state.course.*layer, time, value) : k_undefined);
            }
          }};
}

double gain_of(const Moment& moment) {
  return moment.tissue.gain();
}

double peak_making(const State& state) {
  double most = 0;
  for (const Moment& moment : state.course.papillary) most = std::max(most, moment.making);
  return most;
}

/// After the last session: until the growth factor has halved from its peak there.
double growth_factor_half_gone(const State& state) {
  const Course& course = state.course;
  if (state.sessions.empty()) return k_undefined;
  const double last = state.sessions.back();
  std::size_t peak = 0;
  for (std::size_t i = 0; i < course.times.size(); ++i) {
    if (course.times[i] < last) peak = i + 1;
  }
  for (std::size_t i = peak; i < course.times.size(); ++i) {
    if (course.papillary[i].tgf_beta > course.papillary[peak].tgf_beta) peak = i;
  }
  const double half = 0.5 * course.papillary.at(peak).tgf_beta;
  if (!(half > 0)) return k_undefined;
  for (std::size_t i = peak + 1; i < course.times.size(); ++i) {
    const double now = course.papillary[i].tgf_beta, before = course.papillary[i - 1].tgf_beta;
    if (now > half) continue;
    const double share = (before - half) / (before - now);
    return course.times[i - 1] + share * (course.times[i] - course.times[i - 1]) - last;
  }
  return k_undefined;
}

double peak_growth_factor(const State& state) {
  double most = 0;
  for (const Moment& moment : state.course.papillary) most = std::max(most, moment.tgf_beta);
  return most;
}

ResultColumn column(const char* name, const char* unit, const char* meaning) {
  return {"healing", name, unit, meaning};
}

}  // namespace

std::vector<ResultOf<State>> results(const std::vector<double>& times) {
  std::vector<ResultOf<State>> all = {
      at_end(column("collagen_change", "%", "Collagen of the papillary dermis over untreated skin, at the horizon"),
             [](const State& state) { return gain_of(state.course.papillary.back()); }),
      at_end(column("collagen_change_dermis", "%", "Collagen of the whole dermis over untreated skin, at the horizon"),
             [](const State& state) { return gain_of(state.course.dermis.back()); }),
      at_end(column("collagen_making", "1", "Most making of collagen, over that of young untreated skin"), peak_making),
      at_end(column("tgf_beta", "1", "Most active TGF-b in the papillary dermis; 1 = half of what cells can answer to"),
             peak_growth_factor),
      at_end(
          column("dermis_stirred", "%", "Share of the dermis where a session's dose calls at least half of the cells"),
          [](const State& state) { return state.stirred_share; }),
  };
  ResultColumn half =
      column("tgf_beta_half_gone", "day", "Until active TGF-b has halved from its peak, after the last session");
  half.needs = "growth factor that rises and halves before the horizon";
  all.push_back(number_result<State>(
      half, [](const State& state) { return is_told(state) ? growth_factor_half_gone(state) : k_undefined; }));
  ResultColumn unmet = column("is_reference_unmet", "1", "Whether the reference's gain is out of reach: 0 or 1");
  unmet.is_listed = false;
  all.push_back(number_result<State>(unmet, [](const State& state) { return state.references.is_met ? 0.0 : 1.0; }));
  const ResultAxis axis{"time", "day", times, {}};
  const auto series = [&](const char* name, const char* unit, const char* meaning, const char* figure) {
    ResultColumn one = column(name, unit, meaning);
    one.axis = axis;
    one.figure = figure;
    return one;
  };
  const auto add = [&](ResultColumn one, LayerCourse Course::* layer, auto value) {
    all.push_back(course_result(std::move(one), layer, value));
  };
  add(series("collagen_papillary", "%", "Collagen of the papillary dermis over untreated skin", "collagen_course"),
      &Course::papillary, gain_of);
  add(series("collagen_dermis", "%", "Collagen of the whole dermis over untreated skin", "collagen_course"),
      &Course::dermis, gain_of);
  add(series("new_collagen_three", "%", "New collagen III in the papillary dermis", "collagen_types"),
      &Course::papillary, [](const Moment& moment) { return moment.tissue.three; });
  add(series("new_collagen_one", "%", "New collagen I in the papillary dermis", "collagen_types"), &Course::papillary,
      [](const Moment& moment) { return moment.tissue.one; });
  add(series("old_collagen", "%", "Old collagen of the papillary dermis that is left", "collagen_types"),
      &Course::papillary, [](const Moment& moment) { return moment.tissue.mature; });
  add(series("neutrophils", "1", "Neutrophils; 1 = the most that wounds call", "cells_course"), &Course::papillary,
      [](const Moment& moment) { return moment.tissue.neutrophils; });
  add(series("macrophages_early", "1", "Macrophages that clear", "cells_course"), &Course::papillary,
      [](const Moment& moment) { return moment.tissue.early; });
  add(series("macrophages_late", "1", "Macrophages that repair", "cells_course"), &Course::papillary,
      [](const Moment& moment) { return moment.tissue.late; });
  add(series("myofibroblasts", "1", "Myofibroblasts, over the fibroblasts of untreated skin", "cells_course"),
      &Course::papillary, [](const Moment& moment) { return moment.tissue.myofibroblasts; });
  add(series("tgf_beta_course", "1", "Active TGF-b in the papillary dermis", "growth_factor_course"),
      &Course::papillary, [](const Moment& moment) { return moment.tgf_beta; });
  return all;
}

}  // namespace percuta::healing
