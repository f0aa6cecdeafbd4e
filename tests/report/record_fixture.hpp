#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "percuta/run/record.hpp"

/// A record such as a run would hand over: a roller on a cheek, made by rule, not simulated.
namespace percuta::report {

inline course::Session example_session(const numerics::Box& window, int rows, int columns) {
  course::Session session;
  session.strokes.resize(4);
  for (std::int32_t i = 0; i < 4; ++i) {
    session.strokes[static_cast<std::size_t>(i)].direction = i;
    session.strokes[static_cast<std::size_t>(i)].pass = i % 2;
  }
  for (std::int32_t row = 0; row < rows; ++row) {
    for (std::int32_t column = 0; column < columns; ++column) {
      const std::int32_t i = row * columns + column;
      const double wobble_x = std::sin(i * 12.9898) * 4e-4, wobble_y = std::cos(i * 78.233) * 4e-4;
      punctures::Puncture puncture;
      puncture.x = window.low.x + (window.high.x - window.low.x) * (column + 0.5) / columns + wobble_x;
      puncture.y = window.low.y + (window.high.y - window.low.y) * (row + 0.5) / rows + wobble_y;
      puncture.force = 2 + 0.3 * std::sin(i * 0.1);
      puncture.length = 1.5e-3;
      puncture.stroke = i % 4;
      puncture.needle = i % 192;
      puncture.is_reentry = i % 19 == 0 && i > 0;
      puncture.hole = puncture.is_reentry ? i - 1 : i;
      puncture.in_window = true;
      session.punctures.all.push_back(puncture);
      insertion::Channel channel;
      channel.depth = i % 53 == 0 ? 0 : 0.95e-3 + 0.2e-3 * std::sin(i * 3.7);
      channel.force = 0.05 + 0.01 * std::sin(i * 1.3);
      session.channels.all.push_back(channel);
    }
  }
  session.punctures.holes = rows * columns;
  return session;
}

inline course::Course example_course() {
  course::Course course;
  course.skin.outline = {{0.002, 0.012}, {0.020, 0.001}, {0.044, 0.003}, {0.058, 0.018}, {0.060, 0.040},
                         {0.048, 0.060}, {0.026, 0.066}, {0.008, 0.054}, {0.001, 0.034}};
  course.skin.window = {{0.014, 0.017}, {0.046, 0.017}, {0.046, 0.049}, {0.014, 0.049}};
  course.skin.expression_lines = {{{0.006, 0.052}, {0.012, 0.036}, {0.012, 0.022}, {0.018, 0.010}}};
  course.sessions.push_back(example_session({{0.014, 0.017}, {0.046, 0.049}}, 45, 46));
  return course;
}

inline run::DepthHistogram example_histogram() {
  run::DepthHistogram histogram;
  for (int i = 0; i <= 40; ++i) histogram.edges.push_back(i * 5e-5);
  for (int i = 0; i < 40; ++i) {
    const double off = (i * 5e-5 + 2.5e-5 - 0.95e-3) / 0.2e-3;
    const double value = std::floor(38 * std::exp(-off * off / 2)) * 1e4;
    histogram.density.push_back({value, value * 0.6, value * 1.5});
    histogram.mean.push_back(value * 1.05);
  }
  for (const double edge : histogram.edges) {
    const double share = 0.98 / (1 + std::exp((edge - 0.95e-3) / 0.1e-3));
    histogram.deeper.push_back({share, share * 0.7, std::min(1.0, share * 1.2)});
  }
  histogram.not_pierced_share = {0.02, 0, 0.2};
  return histogram;
}

inline std::vector<run::LayerBand> example_layers() {
  return {{"stratum_corneum", {0, 0, 0}, {0.017e-3, 0.012e-3, 0.023e-3}},
          {"viable_epidermis", {0.017e-3, 0.012e-3, 0.023e-3}, {0.08e-3, 0.06e-3, 0.105e-3}},
          {"papillary_dermis", {0.08e-3, 0.06e-3, 0.105e-3}, {0.25e-3, 0.2e-3, 0.31e-3}},
          {"reticular_dermis", {0.25e-3, 0.2e-3, 0.31e-3}, {1.45e-3, 1.2e-3, 1.75e-3}},
          {"fat", {1.45e-3, 1.2e-3, 1.75e-3}, {6e-3, 4e-3, 8e-3}}};
}

inline study::Subject example_subject() {
  study::Subject subject;
  subject.age_years = 42;
  subject.sex = "female";
  subject.phototype = 3;
  subject.site_name = "cheek";
  subject.site_title = "Cheek";
  subject.window_area = 1.024e-3;
  subject.device_name = "roller-192";
  subject.device_title = "Medical roller, 192 needles";
  subject.device_kind = "roller";
  subject.device_setting = "clinic";
  subject.needle_length = 1.5e-3;
  subject.needles = 192;
  return subject;
}

/// One limit that is passed, one from below that holds, and a quantity without any.
inline std::vector<safety::JudgedLimit> example_limits() {
  safety::JudgedLimit reach;
  reach.quantity = "device.reach";
  reach.unit = "mm";
  reach.meaning = "How far the needles can reach";
  reach.value = {1.5, 1.45, 1.55};
  reach.nearness = safety::Nearness::beyond;
  reach.bound = 0.35;
  reach.distance = -1.15;
  reach.source = "PercutaRule";
  reach.reason = "The skin is thin there";
  reach.where = "under the eye";
  safety::JudgedLimit least = reach;
  least.nearness = safety::Nearness::inside;
  least.is_at_most = false;
  least.bound = 1;
  least.distance = 0.5;
  least.source = "Somebody2020";
  safety::JudgedLimit unknown;
  unknown.quantity = "coverage.density";
  unknown.unit = "1/cm2";
  unknown.meaning = "Needle strikes per area";
  unknown.value = {202.148437, 190, 221.5};
  return {reach, least, unknown};
}

inline run::Record example_record() {
  run::Record record;
  record.title = "Medical roller, acne scars on the cheek";
  record.version = "0.1.0";
  record.inputs_hash = "9f86d081884c7d65";
  record.seed = 7;
  record.members = 32;
  record.subject = example_subject();
  record.resolved_toml = "percuta = 1\n";
  ParameterRow force;
  force.path = "technique.force";
  force.meaning = "Force on the device";
  force.given = "2 N";
  force.source = "study";
  force.kind = "chosen";
  record.parameters = {force};
  record.results = {
      {"coverage", "density", "1/cm2", "Needle strikes per area", {202.148437, 190, 221.5}},
      {"coverage", "evenness", "1", "1 / (1 + dispersion): 0.5 is chance", {0.61234567, 0.55, 0.7}},
      {"insertion", "depth_in_place", "mm", "Mean depth of the tips in place", {0.94, 0.8123456789, 1.07}},
      {"insertion", "reach_dermis", "1", "Share of strikes into the dermis", {0.98, 0.8, 1}}};
  record.results[2].drivers = {{"mechanics.cutting_energy", "Energy to cut the skin", 0.8128}};
  record.ledger = {{"punctures.struck", 2070, "1"}, {"punctures.mismatch", 0, "1"}};
  study::UsedSource source;
  source.citation.key = "Roemgens2014";
  source.citation.authors = "Roemgens AM and others";
  source.citation.title = "Penetration of single needles";
  source.citation.journal = "A journal";
  source.citation.year = "2014";
  source.citation.read_as = "abstract";
  source.used_for = {"mechanics.cutting_energy"};
  record.sources = {source};
  record.not_built = {{"closure", "How channels close is not built yet."}};
  record.limits = example_limits();
  record.findings = {"Of 100 strikes 98 pierce the skin (91 to 100)."};
  record.warnings = {"The tip lies outside the range of the force data."};
  record.histogram = example_histogram();
  record.layers = example_layers();
  record.median_run = example_course();
  return record;
}

/// The same with a second session.
inline run::Record example_course_record() {
  run::Record record = example_record();
  record.sessions = {record.results, record.results};
  record.session_numbers = {1, 2};
  record.sessions[1][0].interval = {180, 170, 190};
  record.median_run.sessions.push_back(example_session({{0.014, 0.017}, {0.046, 0.049}}, 10, 10));
  return record;
}

/// The same course, healed: what is seen falls off, and collagen stays.
inline run::Record example_healed_record() {
  run::Record record = example_course_record();
  record.subject.concerns = {"acne scar"};
  record.course.session_times = {0, 30 * 86400.0};
  record.course.redness_seen = 0.5;
  record.course.red_dots_seen = 1e4;
  record.course.crust_seen = 1e-3;
  const auto add = [&record](const char* name, const char* unit, const Interval& interval) {
    record.results.push_back({"endpoints", name, unit, name, interval});
  };
  add("redness", "day", {1, 0, 4});
  add("downtime", "day", {4.9, 3.3, 7.5});
  add("wrinkle", "1", {0.92, 0.84, 0.99});
  add("acne_scar", "1", {0.84, 0.5, 0.99});
  add("new_scar", "1", {0.001, 4e-58, 0.007});
  const std::vector<double> days = {0, 1.0 / 24, 1, 3, 7, 28, 91, 182, 360};
  const auto course = [&days](double first, double loss, double last) {
    std::vector<Interval> values;
    for (const double day : days) {
      const double value = last + (first - last) * std::exp(-loss * day);
      values.push_back({value, 0.5 * value, 1.5 * value});
    }
    return values;
  };
  record.curves = {
      {"endpoints_redness", "time", "day", days, {{"redness_course", "1", "Grade", course(1.2, 0.5, 0)}}},
      {"endpoints_red_dots", "time", "day", days, {{"red_dots_course", "1/cm2", "Dots", course(50, 0.6, 0)}}},
      {"endpoints_crust", "time", "day", days, {{"crust_course", "1", "Crust", course(0.01, 0.5, 0)}}},
      {"endpoints_density", "time", "day", days, {{"density_course", "1", "Collagen", course(1, 0.01, 1.2)}}}};
  record.median_run.healing.places = {{0.02, 0.02}, {0.04, 0.04}};
  record.course.places = {{0.2, 1.1, 0.015, 0.001}, {0.1, 0.8, 0.01, 4e-58}};
  return record;
}

/// Of 50 ug/cm2 half lies on the skin in the end; the rest is past the stratum corneum, `faster` times as much of it as
/// at first. Nothing is washed off.
inline transport::Uptake example_uptake(double faster) {
  constexpr double k_unit = 1e-5;  // a ug/cm2 [kg/m2]
  transport::Uptake uptake;
  uptake.times = {0, 60, 3600, 4 * 3600.0, 86400, 168 * 3600.0};
  uptake.places = {"surface", "channels", "stratum_corneum", "viable_epidermis", "blood", "washed"};
  transport::ActiveCourse active;
  active.name = "ghk-cu";
  active.dose = 50 * k_unit;
  active.amount.resize(uptake.places.size());
  active.intact.resize(uptake.places.size());
  for (const double time : uptake.times) {
    const double share = 1 - std::exp(-time / 7200);
    const double in = 0.002 * faster * share, deep = 1e-6 * faster * share;
    const std::vector<double> amounts = {50 - in - 1 * share - deep, 0, 1 * share, deep, in, 0};
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      active.amount[i].push_back(amounts[i] * k_unit);
      active.intact[i].push_back((i < 3 ? amounts[i] : amounts[i] / 100) * k_unit);
    }
    active.given.push_back(active.dose);
    active.gained.push_back(0);
    active.closed.push_back(0);
    active.unbound.push_back(1e-6 * share);
    active.intact_unbound.push_back(1e-8 * share);
  }
  uptake.actives = {active};
  return uptake;
}

/// A product put on, in three members that differ in how much gets in.
inline run::Record example_uptake_record() {
  run::Record record = example_healed_record();
  record.subject.product_title = "Copper peptide serum";
  record.subject.product = {"It holds ghk-cu 2.5 %.", "Assumed: pH."};
  const transport::Uptake median = example_uptake(1);
  std::vector<ResultColumn> columns;
  std::vector<std::vector<double>> rows(3);
  for (const ResultOf<transport::Uptake>& one : transport::results({"ghk-cu"}, median.times)) {
    columns.push_back(one.column);
    for (std::size_t i = 0; i < rows.size(); ++i) one.append(example_uptake(std::pow(10.0, i) / 10), rows[i]);
  }
  record.table = run::ResultTable(std::move(columns), std::move(rows));
  record.results.push_back({"transport", "ghk-cu.uptake", "ug/cm2", "Past", {0.002, 2e-5, 0.02}});
  record.results.push_back({"transport", "ghk-cu.amount.blood", "ug/cm2", "In blood", {0.002, 0.0002, 0.02}});
  record.median_run.sessions[0].uptake = median;
  record.median_run.sessions[0].holes = {50e-6, 0.2e-3, 130e4};
  record.pictures.from_above = {
      1e-3, {{5.5e-3, 2.5e-3}, {6.5e-3, 2.5e-3}, {6.5e-3, 3.5e-3}}, {"ghk-cu"}, {{1e-8, 2e-8, 4e-8}}};
  record.pictures.in_section = {
      35e-6, 150e-6, {600, 3600}, {0, 35e-6, 3e-4}, {-2e-5, 0, 2e-4}, {"ghk-cu"}, {{{10, 10, 4, 2}, {8, 8, 5, 3}}}};
  return record;
}

}  // namespace percuta::report
