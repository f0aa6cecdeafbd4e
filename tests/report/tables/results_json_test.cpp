#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"
#include "report/decimal_comma.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;
using Json = nlohmann::ordered_json;

TEST_CASE("[unit] results.json has its contracted keys in their order") {
  const std::string text = results_json(example_record());
  CHECK(text.back() == '\n');
  const Json json = Json::parse(text);
  std::vector<std::string> keys;
  for (const auto& item : json.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"schema", "percuta", "title", "seed", "members", "interval_level",
                                         "inputs_hash", "coverage", "insertion", "limits", "findings", "undefined",
                                         "ledger", "sources", "not_built", "warnings"});
  CHECK(json["schema"] == "percuta-results/1");
  CHECK(json["interval_level"] == 0.8);
  CHECK(json["seed"] == 7);
  CHECK(json["coverage"]["density"].dump() == R"({"value":202.148,"low":190,"high":221.5,"unit":"1/cm2"})");
  CHECK(json["insertion"]["depth_in_place"]["low"].dump() == "0.812346");
  CHECK(json["ledger"][0].dump() == R"({"name":"punctures.struck","value":2070,"unit":"1"})");
  CHECK(json["sources"][0]["key"] == "Roemgens2014");
  CHECK(json["sources"][0]["read_as"] == "abstract");
  CHECK(json["sources"][0]["used_for"][0] == "mechanics.cutting_energy");
  CHECK(json["not_built"][0]["room"] == "closure");
  CHECK(json["findings"].size() == 1);
  CHECK(json["warnings"].size() == 1);
}

TEST_CASE("[unit] what no member has stands in one list with its reason, what some have with a note") {
  run::Record record = example_record();
  record.undefined = {{"coverage", "nearest_neighbour", "needs two holes"}};
  record.results.front().note = "defined in 5 of 8 members";
  const Json json = Json::parse(results_json(record));
  CHECK(json["undefined"].dump() == R"([{"name":"coverage.nearest_neighbour","reason":"needs two holes"}])");
  CHECK(json["coverage"]["density"]["note"] == "defined in 5 of 8 members");
  run::Record course = example_course_record();
  course.undefined = {{"closure", "pore_time", "needs a hole", 2}};
  CHECK(Json::parse(results_json(course))["undefined"][0]["session"] == 2);
}

TEST_CASE("[unit] each limit has its word, its bound, what is left up to it and who says so; a bench test has none") {
  const Json limits = Json::parse(results_json(example_record()))["limits"];
  REQUIRE(limits.size() == 3);
  CHECK(limits[0]["verdict"] == "beyond");
  CHECK(limits[0]["at_most"] == 0.35);
  CHECK(limits[0]["distance"] == -1.15);
  CHECK(limits[0]["source"] == "our rule");
  CHECK(limits[0]["words"] ==
        "How far the needles can reach: 1.5 mm [1.45, 1.55]; at most 0.35 mm (under the eye): beyond by 1.15 mm. The "
        "skin is thin there (our rule).");
  CHECK(limits[1]["at_least"] == 1);
  CHECK_FALSE(limits[1].contains("at_most"));
  CHECK(limits[2]["verdict"] == "no published limit");
  CHECK_FALSE(limits[2].contains("distance"));
  CHECK_FALSE(limits[0].contains("session"));
  CHECK(Json::parse(results_json(example_course_record()))["limits"][0]["session"] == 1);
  run::Record bench = example_record();
  bench.experiment.kind = "insertion-test";
  CHECK_FALSE(Json::parse(results_json(bench)).contains("limits"));
}

TEST_CASE("[unit] sessions stand in results.json only when there is more than one") {
  CHECK_FALSE(Json::parse(results_json(example_record())).contains("sessions"));
  const Json json = Json::parse(results_json(example_course_record()));
  REQUIRE(json["sessions"].size() == 2);
  CHECK(json["sessions"][1]["number"] == 2);
  CHECK(json["sessions"][1]["coverage"]["density"]["value"] == 180);
  CHECK(json["coverage"]["density"]["value"] == 202.148);
}

TEST_CASE("[unit] a record with nothing in it is still valid JSON with empty lists") {
  const Json json = Json::parse(results_json(run::Record{}));
  for (const char* key : {"limits", "findings", "undefined", "ledger", "sources", "not_built", "warnings"})
    CHECK(json[key] == Json::array());
}

TEST_CASE("[unit] a number that is not finite is null, minus zero is zero") {
  run::Record record = example_record();
  record.results[0].interval = {std::numeric_limits<double>::quiet_NaN(), -0.0, HUGE_VAL};
  const std::string text = results_json(record);
  CHECK(occurrences(text, "\"value\": null") == 1);
  CHECK(occurrences(text, "\"low\": 0,") == 1);
  CHECK(occurrences(text, "\"high\": null") == 1);
  CHECK(occurrences(text, "-0") == 0);
}

TEST_CASE("[law] a title that is no UTF-8 does not break the file") {
  run::Record record = example_record();
  record.title = "caf\xe9 \xff";
  CHECK(Json::parse(results_json(record))["title"] == "caf\uFFFD \uFFFD");
}

TEST_CASE("[law] results.json has the same bytes twice and under a decimal-comma locale") {
  const std::string text = results_json(example_course_record());
  CHECK(results_json(example_course_record()) == text);
  const DecimalComma comma;
  CHECK(results_json(example_course_record()) == text);
}

TEST_CASE("[law] nothing of machine, time or command enters results.json") {
  RunFacts facts{
      "percuta run secret-command", "secret-machine", "2026-11-20T15:00:00Z", "2026-11-20T15:00:04Z", 4.25, 2, "v3"};
  const Json json = Json::parse(run_json("0.1.0", {}, facts));
  CHECK(json["percuta"] == "0.1.0");
  CHECK(json["command"] == facts.command);
  CHECK(json["machine"] == facts.machine);
  CHECK(json["started"] == facts.started);
  CHECK(json["finished"] == facts.finished);
  CHECK(json["seconds"] == 4.25);
  CHECK(json["threads"] == 2);
  CHECK(json["kernel"] == "v3");
  CHECK(results_json(example_record()).find("secret") == std::string::npos);
  CHECK(page_json(example_record()).find("secret") == std::string::npos);
}

TEST_CASE("[unit] a run.json is known by its percuta key") {
  CHECK(is_run_json(run_json("0.1.0", {}, {})));
  CHECK_FALSE(is_run_json(""));
  CHECK_FALSE(is_run_json("[\"percuta\"]"));
  CHECK_FALSE(is_run_json("{\"name\": \"percuta\"}"));
  CHECK_FALSE(is_run_json("{\"percuta\""));
}

TEST_CASE("[unit] a run.json names its files, one from before there was a list none") {
  CHECK(files_in_run_json(run_json("0.1.0", {"a.csv", "run.json"}, {})) ==
        std::vector<std::string>{"a.csv", "run.json"});
  CHECK(files_in_run_json("{\"percuta\": \"0.1.0\", \"files\": [\"b\", 1, \"a\"]}") ==
        std::vector<std::string>{"a", "b"});
  for (const char* text : {"", "[]", "{\"percuta\": \"0.1.0\"}", "{\"files\": \"a.csv\"}"}) {
    CAPTURE(text);
    CHECK_FALSE(files_in_run_json(text));
  }
}

TEST_CASE("[unit] a result names the inputs that drive it, and one that nothing drives names none") {
  const auto results = nlohmann::json::parse(results_json(example_record()));
  const auto& drivers = results["insertion"]["depth_in_place"]["driven_by"];
  REQUIRE(drivers.size() == 1);
  CHECK(drivers[0]["key"] == "mechanics.cutting_energy");
  CHECK(drivers[0]["meaning"] == "Energy to cut the skin");
  CHECK(drivers[0]["correlation"] == 0.81);
  CHECK_FALSE(results["coverage"]["density"].contains("driven_by"));
}
