#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "percuta/report/page/page.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "source_folder.hpp"

using namespace percuta;
using namespace percuta::report;
using Json = nlohmann::ordered_json;

namespace {

/// The places of all that is no object and no list of objects: "results[].name".
void collect_fields(const Json& json, const std::string& path, std::set<std::string>& fields) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) collect_fields(value, path.empty() ? key : path + "." + key, fields);
  } else if (json.is_array() && !json.empty() && json.front().is_object()) {
    for (const Json& item : json) collect_fields(item, path + "[]", fields);
  } else {
    fields.insert(path);
  }
}

/// A record with something of all that a page can tell.
run::Record full_record() {
  run::Record record = example_uptake_record();
  record.experiment.kind = "insertion-test";
  run::CurveSet set{"against_chance", "distance", "mm", {0, 1}, {{"clumping", "mm", "", {{0, -1, 1}, {2, -1, 1}}}}};
  set.chance = run::ChanceBand{900, 800, 99, 0.95, 0.01};
  record.curves.push_back(set);
  return record;
}

}  // namespace

TEST_CASE("[law] the page's data have the fields that the reader is tested against, and no other") {
  std::ifstream file(source_folder() + "/viewer/page_fields.json");
  const Json table = Json::parse(file);
  std::set<std::string> written;
  collect_fields(Json::parse(page_json(full_record())), "", written);
  CHECK(written == table["fields"].get<std::set<std::string>>());
}

TEST_CASE("[unit] page data holds every key of its contract") {
  const Json page = Json::parse(page_json(example_record()));
  for (const char* key : {"page",       "title",   "version", "seed",      "members",  "interval_level", "inputs_hash",
                          "person",     "site",    "device",  "results",   "sessions", "limits",         "figures",
                          "parameters", "sources", "ledger",  "not_built", "findings", "warnings"}) {
    CAPTURE(key);
    CHECK(page.contains(key));
  }
  CHECK(page["page"] == 1);
  CHECK(page["person"].dump() == R"({"age_years":42,"sex":"female","phototype":3})");
  CHECK(page["site"].dump() == R"({"name":"cheek","title":"Cheek","window_cm2":10.24})");
  CHECK(page["device"]["needle_mm"] == 1.5);
  CHECK(page["device"]["needles"] == 192);
  CHECK(page["results"][0]["name"] == "density");
  CHECK(page["results"][0]["value"] == 202.148);
  CHECK(page["sessions"].size() == 1);
  CHECK(page["sessions"][0]["number"] == 1);
  CHECK(page["sessions"][0]["results"].size() == 4);
  CHECK(page["parameters"][0]["value"] == "2 N");
  CHECK(page["sources"][0]["used_for"][0] == "mechanics.cutting_energy");
}

TEST_CASE("[unit] page data holds the map in mm, and the depth of every strike") {
  const Json map = Json::parse(page_json(example_record()))["figures"]["puncture_map"];
  CHECK(map["unit"] == "mm");
  CHECK(map["outline"].size() == 9);
  CHECK(map["window"][0].dump() == "[14,17]");
  CHECK(map["expression_lines"][0].size() == 4);
  CHECK(map["total"] == 2070);
  CHECK(map["shown"] == 2070);
  for (const char* key : {"x", "y", "depth", "reentry"}) CHECK(map[key].size() == 2070);
  CHECK(map["depth"][0] == 0);
  CHECK(map["depth"][1].get<double>() == doctest::Approx(0.844).epsilon(0.001));
  CHECK(map["reentry"][19] == 1);
  CHECK(map["note"] == "One run with every input at its median.");
}

TEST_CASE("[unit] page data holds the histogram per cm2, the share not pierced, the layers and the reach") {
  const Json figures = Json::parse(page_json(example_record()))["figures"];
  const Json& histogram = figures["depth_histogram"];
  CHECK(histogram["count_unit"] == "1/cm2");
  CHECK(histogram["edges"].size() == 41);
  CHECK(histogram["edges"][2] == 0.1);
  CHECK(histogram["value"].size() == 40);
  CHECK(histogram["value"][18] == 37);
  CHECK(histogram["high"][18] == 55.5);
  CHECK(histogram["mean"][18] == 38.85);
  REQUIRE(histogram["deeper"].size() == 41);
  CHECK(histogram["deeper"][19].dump() == R"({"value":0.49,"low":0.343,"high":0.588})");
  CHECK(histogram["not_pierced_share"].dump() == R"({"value":0.02,"low":0,"high":0.2})");
  CHECK(histogram["layers"][4]["name"] == "fat");
  CHECK(histogram["layers"][4]["top"].dump() == R"({"value":1.45,"low":1.2,"high":1.75})");
  CHECK(figures["layer_reach"].dump() == R"([{"name":"reach_dermis","value":0.98,"low":0.8,"high":1}])");
}

TEST_CASE("[unit] figures without data are null, and a course names its sessions") {
  const Json figures = Json::parse(page_json(run::Record{}))["figures"];
  CHECK(figures["puncture_map"].is_null());
  CHECK(figures["depth_histogram"].is_null());
  CHECK(figures["layer_reach"] == Json::array());
  const Json page = Json::parse(page_json(example_course_record()));
  REQUIRE(page["sessions"].size() == 2);
  CHECK(page["sessions"][1]["number"] == 2);
  CHECK(page["sessions"][1]["results"][0]["value"] == 180);
}

TEST_CASE("[unit] a set of curves says what its band of chance is made of, others say nothing of it") {
  run::Record record;
  record.curves.push_back({"closure_course", "time", "h", {0}, {{"barrier", "1", "Leak", {{1, 1, 1}}}}});
  record.curves.push_back({"against_chance", "distance", "mm", {0}, {{"clumping", "mm", "L", {{2, -1, 1}}}}});
  record.curves.back().chance = run::ChanceBand{900, 800, 99, 0.95, 0.01};
  const Json curves = Json::parse(page_json(record))["figures"]["curves"];
  CHECK_FALSE(curves[0].contains("chance"));
  CHECK(curves[1]["chance"].dump() == R"({"holes":900,"asked":800,"simulations":99,"level":0.95,"p_value":0.01})");
  CHECK(curves[1]["curves"][0]["value"].dump() == "[2]");
}

TEST_CASE("[unit] a healed course says what is seen when, what each endpoint is, and what places come to") {
  const Json outcome = Json::parse(page_json(example_healed_record()))["outcome"];
  CHECK(outcome["session_days"].dump() == "[0,30]");
  CHECK(outcome["outlook"]["after"].dump() == "[0.0416667,1,3,7,28,91,182,360]");
  const Json& redness = outcome["outlook"]["rows"][0];
  CHECK(redness["name"] == "redness");
  CHECK(redness["sight"].dump() == R"(["yes","likely","no","no","no","no","no","no"])");
  const Json& scar = outcome["endpoints"][0];
  CHECK(scar["name"] == "acne_scar");
  CHECK(scar["asked"] == true);
  CHECK(scar["numbers"][0] == "acne_scar");
  CHECK(outcome["endpoints"][1]["asked"] == false);
  CHECK(outcome["map"]["x"].dump() == "[20,40]");
  CHECK(outcome["map"]["new_scar"].dump() == "[0.001,0]");
}

TEST_CASE("[unit] an active that is put on has its share of the dose, skin without a hole, and a run that adds up") {
  const Json page = Json::parse(page_json(example_uptake_record()));
  CHECK(page["product"].dump() ==
        R"({"title":"Copper peptide serum","sentences":["It holds ghk-cu 2.5 %.","Assumed: pH."]})");
  REQUIRE(page["uptake"].size() == 1);
  const Json& told = page["uptake"][0];
  CHECK(told["active"] == "ghk-cu");
  CHECK(told["share"]["value"].get<double>() == doctest::Approx(0.002001 / 50).epsilon(1e-4));
  CHECK(told["share"]["high"].get<double>() == doctest::Approx(0.02001 / 50).epsilon(1e-4));
  CHECK(told["intact_share"]["value"].get<double>() == doctest::Approx(0.00002001 / 50).epsilon(1e-4));
  CHECK(told["at"].dump() == "[0,0.0166667,1,4,24,168]");
  REQUIRE(told["intact"].size() == 6);
  CHECK(told["intact"][4]["name"] == "blood");
  CHECK(told["intact"][4]["value"][5].get<double>() == doctest::Approx(0.00002).epsilon(1e-4));
  const Json& drawn = told["drawn"];
  CHECK(drawn["hole"].dump() == R"({"per_cm2":130,"width_um":50,"depth_mm":0.2})");
  for (std::size_t t = 0; t < told["at"].size(); ++t) {
    double sum = 0;
    for (const Json& place : drawn["places"]) sum += place["amount"][t].get<double>();
    CHECK(sum == doctest::Approx(drawn["given"][t].get<double>()).epsilon(1e-5));
  }
}

TEST_CASE("[unit] the map of a dose stands in tiles of the window, and those outside it are empty") {
  const Json map = Json::parse(page_json(example_uptake_record()))["uptake"][0]["map"];
  CHECK(map.dump() == R"({"unit":"mm","x":5,"y":2,"side":1,"columns":2,"rows":2,"value":[0.001,0.002,null,0.004]})");
  run::Record record = example_uptake_record();
  record.pictures = {};
  CHECK(Json::parse(page_json(record))["uptake"][0]["map"].is_null());
}

TEST_CASE("[unit] of an active that only comes from another there is no share of the dose") {
  run::Record record = example_uptake_record();
  std::vector<std::vector<double>> rows(1);
  transport::Uptake uptake = example_uptake(1);
  for (double& given : uptake.actives[0].given) given = 0;
  std::vector<ResultColumn> columns;
  for (const ResultOf<transport::Uptake>& one : transport::results({"ghk-cu"}, uptake.times)) {
    columns.push_back(one.column);
    one.append(uptake, rows[0]);
  }
  record.table = run::ResultTable(std::move(columns), std::move(rows));
  CHECK(Json::parse(page_json(record))["uptake"][0]["share"].is_null());
  CHECK(Json::parse(page_json(example_record()))["uptake"] == Json::array());
  CHECK_FALSE(Json::parse(page_json(example_record())).contains("product"));
}

TEST_CASE("[unit] a run without healing has no outcome") {
  CHECK(Json::parse(page_json(example_record()))["outcome"].is_null());
  run::Record record = example_healed_record();
  record.median_run.healing.places.clear();
  CHECK(Json::parse(page_json(record))["outcome"]["map"].is_null());
}

TEST_CASE("[law] a page with a million strikes stays under 1 MB of data") {
  run::Record record = example_record();
  record.median_run.sessions[0] = example_session({{0.014, 0.017}, {0.046, 0.049}}, 1000, 1000);
  const std::string text = page_json(record);
  CHECK(text.size() < 1000000);
  const Json map = Json::parse(text)["figures"]["puncture_map"];
  CHECK(map["shown"] == 20000);
  CHECK(map["total"] == 1000000);
}

TEST_CASE("[law] no text of a study can end the slot, and it reads back unchanged") {
  run::Record record = example_record();
  record.title = "</script><script>alert(1)</script><!-- \u2028";
  record.warnings = {"</SCRIPT >"};
  const std::string text = page_json(record);
  CHECK(text.find('<') == std::string::npos);
  CHECK(Json::parse(text)["title"] == record.title);
  CHECK(Json::parse(text)["warnings"][0] == record.warnings[0]);
}

TEST_CASE("[law] page data has the same bytes twice and under a decimal-comma locale") {
  const std::string text = page_json(example_record());
  CHECK(page_json(example_record()) == text);
  const DecimalComma comma;
  CHECK(page_json(example_record()) == text);
}
