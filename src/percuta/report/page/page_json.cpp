#include <nlohmann/json.hpp>

#include "percuta/base/text/json_text.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/numerics/statistics/largest_gap.hpp"
#include "percuta/numerics/statistics/thinning.hpp"
#include "percuta/report/page/outcome_json.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/page/uptake_json.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_most_dots = 20000;
constexpr double k_tile = 1 / k_mm_per_m;    // side of a density tile [m]
constexpr std::size_t k_most_tiles = 40000;  // keeps the page small on the largest sites

Json number(double value) {
  return json_number<Json>(value);
}

/// A position in mm to the nearest micrometre, which keeps the page small.
Json position(double metres) {
  return number(std::round(metres * k_mm_per_m * k_um_per_mm) / k_um_per_mm);
}

Json corners(const std::vector<numerics::Point>& points) {
  Json list = Json::array();
  for (const numerics::Point& point : points) list.push_back(Json::array({position(point.x), position(point.y)}));
  return list;
}

Json in_mm(const Interval& metres) {
  Json json = Json::object();
  put_interval(json, {metres.value * k_mm_per_m, metres.low * k_mm_per_m, metres.high * k_mm_per_m});
  return json;
}

void put_subject(Json& page, const study::Subject& subject) {
  page["person"] = {{"age_years", number(subject.age_years)}, {"sex", subject.sex}, {"phototype", subject.phototype}};
  page["site"] = {{"name", subject.site_name},
                  {"title", subject.site_title},
                  {"window_cm2", number(subject.window_area * k_cm2_per_m2)}};
  page["device"] = {{"name", subject.device_name},
                    {"title", subject.device_title},
                    {"kind", subject.device_kind},
                    {"setting", subject.device_setting},
                    {"needle_mm", number(subject.needle_length * k_mm_per_m)},
                    {"needles", subject.needles}};
  if (!subject.product.empty()) page["product"] = {{"title", subject.product_title}, {"sentences", subject.product}};
}

Json results(const std::vector<run::Result>& list) {
  Json rows = Json::array();
  for (const run::Result& result : list) {
    Json row = {{"room", result.room}, {"name", result.name}, {"meaning", result.in_words()}, {"unit", result.unit}};
    put_interval(row, result.interval);
    put_drivers(row, result.drivers);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json sessions(const run::Record& record) {
  Json list = Json::array();
  for (std::size_t i = 0; i < record.sessions.size(); ++i) {
    list.push_back({{"number", record.session_numbers[i]}, {"results", results(record.sessions[i])}});
  }
  return list;
}

/// null when the course holds no session to draw.
Json puncture_map(const run::Record& record) {
  if (record.median_run.sessions.empty()) return nullptr;
  const course::Session& session = record.median_run.sessions.front();
  const auto& all = session.punctures.all;
  Json x = Json::array(), y = Json::array(), depth = Json::array(), reentry = Json::array();
  const std::vector<std::size_t> shown = numerics::thinned(all.size(), k_most_dots);
  for (const std::size_t i : shown) {
    x.push_back(position(all[i].x));
    y.push_back(position(all[i].y));
    depth.push_back(position(i < session.channels.all.size() ? session.channels.all[i].depth : 0));
    reentry.push_back(all[i].is_reentry ? 1 : 0);
  }
  Json lines = Json::array();
  for (const auto& line : record.median_run.skin.expression_lines) lines.push_back(corners(line));
  std::string note = "One run with every input at its median.";
  if (record.median_run.sessions.size() > 1) note += " First session.";
  return {{"unit", "mm"},
          {"outline", corners(record.median_run.skin.outline)},
          {"window", corners(record.median_run.skin.window)},
          {"expression_lines", std::move(lines)},
          {"x", std::move(x)},
          {"y", std::move(y)},
          {"depth", std::move(depth)},
          {"reentry", std::move(reentry)},
          {"total", all.size()},
          {"shown", shown.size()},
          {"note", note}};
}

/// The largest circles of the window without a hole.
Json gaps(const course::Session& session, const numerics::Polygon& window) {
  constexpr std::size_t k_most_gaps = 3;
  Json list = Json::array();
  std::vector<numerics::Point> holes;
  for (const punctures::Puncture& one : session.punctures.all) {
    if (!one.is_reentry) holes.push_back({one.x, one.y});
  }
  if (holes.empty() || window.size() < 3) return list;
  for (const numerics::Gap& gap : numerics::largest_gaps(holes, window, k_most_gaps)) {
    list.push_back({{"x", position(gap.middle.x)}, {"y", position(gap.middle.y)}, {"radius", position(gap.radius)}});
  }
  return list;
}

/// All strikes of the drawn session by tiles of the window; null when there is none.
Json density_map(const run::Record& record) {
  if (record.median_run.sessions.empty()) return nullptr;
  const course::Session& session = record.median_run.sessions.front();
  std::vector<Strike> strikes;
  for (std::size_t i = 0; i < session.punctures.all.size(); ++i) {
    const punctures::Puncture& one = session.punctures.all[i];
    strikes.push_back({one.x, one.y, i < session.channels.all.size() ? session.channels.all[i].depth : 0});
  }
  const DensityTiles tiles = density_tiles(strikes, record.median_run.skin.window, k_tile, k_most_tiles);
  if (tiles.size() == 0) return nullptr;
  constexpr double k_thousand = 1000;
  Json inside = Json::array();
  for (const double share : tiles.inside) inside.push_back(number(std::round(share * k_thousand) / k_thousand));
  return {{"unit", "mm"},
          {"x", position(tiles.low.x)},
          {"y", position(tiles.low.y)},
          {"side", position(tiles.side)},
          {"columns", tiles.columns},
          {"rows", tiles.rows},
          {"strikes", tiles.strikes},
          {"inside", std::move(inside)},
          {"gaps", gaps(session, record.median_run.skin.window)}};
}

Json layer_bands(const run::Record& record) {
  Json layers = Json::array();
  for (const run::LayerBand& layer : record.layers) {
    layers.push_back({{"name", layer.name}, {"top", in_mm(layer.top)}, {"bottom", in_mm(layer.bottom)}});
  }
  return layers;
}

Json interval(const Interval& plain) {
  Json json = Json::object();
  put_interval(json, plain);
  return json;
}

/// null when there are no bins.
Json depth_histogram(const run::Record& record) {
  const run::DepthHistogram& histogram = record.histogram;
  if (histogram.density.empty() || histogram.edges.size() != histogram.density.size() + 1) return nullptr;
  Json figure = {{"unit", "mm"}, {"count_unit", "1/cm2"}};
  for (const char* list : {"edges", "value", "low", "high", "mean", "deeper"}) figure[list] = Json::array();
  for (const double edge : histogram.edges) figure["edges"].push_back(number(edge * k_mm_per_m));
  for (const Interval& bin : histogram.density) {
    figure["value"].push_back(number(bin.value / k_cm2_per_m2));
    figure["low"].push_back(number(bin.low / k_cm2_per_m2));
    figure["high"].push_back(number(bin.high / k_cm2_per_m2));
  }
  for (const double mean : histogram.mean) figure["mean"].push_back(number(mean / k_cm2_per_m2));
  for (const Interval& share : histogram.deeper) figure["deeper"].push_back(interval(share));
  figure["not_pierced_share"] = interval(histogram.not_pierced_share);
  figure["layers"] = layer_bands(record);
  return figure;
}

Json layer_reach(const run::Record& record) {
  Json rows = Json::array();
  for (const run::Result& result : record.results) {
    if (result.name.rfind("reach_", 0) != 0) continue;
    Json row = Json::object();
    row["name"] = result.name;
    put_interval(row, result.interval);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json curve(const run::Curve& curve) {
  Json json = {{"name", curve.name}, {"unit", curve.unit}, {"meaning", curve.meaning}};
  for (const char* list : {"value", "low", "high"}) json[list] = Json::array();
  for (const Interval& interval : curve.values) {
    json["value"].push_back(number(interval.value));
    json["low"].push_back(number(interval.low));
    json["high"].push_back(number(interval.high));
  }
  return json;
}

Json chance(const run::ChanceBand& band) {
  return {{"holes", band.holes},
          {"asked", band.asked},
          {"simulations", band.simulations},
          {"level", number(band.level)},
          {"p_value", number(band.p_value)}};
}

/// What the page has with the uptake of its active already.
bool is_told_elsewhere(const run::Curve& curve) {
  return curve.name.find(".intact_course.") != std::string::npos;
}

Json curve_sets(const run::Record& record) {
  Json sets = Json::array();
  for (const run::CurveSet& set : record.curves) {
    Json json = {{"name", set.name}, {"axis", set.axis}, {"axis_unit", set.axis_unit}, {"at", Json::array()}};
    for (const double at : set.at) json["at"].push_back(number(at));
    json["curves"] = Json::array();
    for (const run::Curve& one : set.curves) {
      if (!is_told_elsewhere(one)) json["curves"].push_back(curve(one));
    }
    if (set.chance) json["chance"] = chance(*set.chance);
    sets.push_back(std::move(json));
  }
  return sets;
}

Json parameters(const run::Record& record) {
  Json rows = Json::array();
  for (const ParameterRow& row : record.parameters) {
    rows.push_back({{"path", row.path},
                    {"meaning", row.meaning},
                    {"value", row.given},
                    {"low", row.low},
                    {"high", row.high},
                    {"source", row.source},
                    {"kind", row.kind},
                    {"note", row.note}});
  }
  return rows;
}

Json sources(const run::Record& record) {
  Json rows = Json::array();
  for (const study::UsedSource& source : record.sources) {
    rows.push_back({{"key", source.citation.key},
                    {"citation", source.citation.in_words()},
                    {"doi", source.citation.doi},
                    {"read_as", source.citation.read_as},
                    {"used_for", source.used_for}});
  }
  return rows;
}

/// null for a course.
Json experiment(const run::ExperimentRecord& bench) {
  if (bench.kind.empty()) return nullptr;
  return {{"kind", bench.kind}, {"manner", bench.manner}, {"skin", bench.skin}};
}

}  // namespace

std::string page_json(const run::Record& record) {
  Json page = Json::object();
  page["page"] = 1;
  page["title"] = record.title;
  page["version"] = record.version;
  page["seed"] = record.seed;
  page["members"] = record.members;
  page["interval_level"] = k_interval_level;
  page["inputs_hash"] = record.inputs_hash;
  put_subject(page, record.subject);
  page["experiment"] = experiment(record.experiment);
  page["results"] = results(record.results);
  if (record.sessions.size() > 1) {
    page["sessions"] = sessions(record);
  } else {
    page["sessions"] = Json::array();
    page["sessions"].push_back({{"number", 1}, {"results", results(record.results)}});
  }
  page["uptake"] = json_uptake<Json>(record);
  page["outcome"] = json_outcome<Json>(record);
  page["limits"] = json_limits<Json>(record);
  page["figures"] = {{"puncture_map", puncture_map(record)},
                     {"density_map", density_map(record)},
                     {"depth_histogram", depth_histogram(record)},
                     {"layer_reach", layer_reach(record)},
                     {"curves", curve_sets(record)}};
  page["parameters"] = parameters(record);
  page["sources"] = sources(record);
  page["ledger"] = json_ledger<Json>(record);
  page["not_built"] = json_not_built<Json>(record);
  page["findings"] = record.findings;
  page["warnings"] = record.warnings;
  return script_safe(text_of(page, -1));
}

}  // namespace percuta::report
