#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "percuta/base/error.hpp"
#include "percuta/report/compare/compare_json.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"
#include "report/compare/kept_run_fixture.hpp"
#include "report/record_fixture.hpp"

using namespace percuta;
using namespace percuta::report;
using Json = nlohmann::ordered_json;

TEST_CASE("[unit] what results.json holds is read back") {
  const KeptRun run = read_results(results_json(example_record()), "results.json");
  CHECK(run.title == example_record().title);
  CHECK(run.members == 32);
  CHECK(run.inputs_hash == "9f86d081884c7d65");
  REQUIRE(run.quantities.size() == 4);
  CHECK(run.quantities[2].name == "depth_in_place");
  CHECK(run.quantities[2].unit == "mm");
  CHECK(run.quantities[2].interval.low == doctest::Approx(0.812346));
}

TEST_CASE("[unit] what is no results.json is refused") {
  for (const char* text : {"", "[]", "{}", R"({"schema": "percuta-results/9"})"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read_results(text, "results.json"), InputError);
  }
}

TEST_CASE("[unit] a page tells its hash and its site") {
  KeptRun run;
  run.page_data = page_json(example_record());
  CHECK(page_hash(run.page_data) == "9f86d081884c7d65");
  CHECK(page_hash("no json") == "");
  CHECK(site_of(run).outline.size() == 9);
  CHECK(site_of(run).window[0].x == doctest::Approx(0.014));
  CHECK(site_of({}).window.empty());
}

TEST_CASE("[law] all maps of a comparison show the same share of their strikes") {
  KeptRun whole = kept_run("b", "3 N", 2);
  whole.page_data.replace(whole.page_data.find("\"total\":8"), 9, "\"total\":4");
  const Json json = Json::parse(comparison_page({kept_run("a", "2 N", 1), whole}, {}, {}));
  CHECK(json["runs"][0]["page"]["figures"]["puncture_map"]["shown"] == 4);
  const Json map = json["runs"][1]["page"]["figures"]["puncture_map"];
  CHECK(map["shown"] == 2);
  for (const char* key : {"x", "y", "depth", "reentry"}) CHECK(map[key].size() == 2);
}

TEST_CASE("[unit] the comparison page ends no script and leaves out what it does not show") {
  KeptRun sly = kept_run("</script>", "2 N", 1);
  const std::string text = comparison_page({sly, kept_run("b", "3 N", 1)}, {{"a<b", {"1", "2"}, true}}, {"x < y"});
  CHECK(text.find('<') == std::string::npos);
  const Json json = Json::parse(text);
  CHECK(json["compare"] == 1);
  CHECK(json["runs"][0]["folder"] == "</script>");
  CHECK_FALSE(json["runs"][0]["page"].contains("parameters"));
}

TEST_CASE("[unit] a run without a page still hands over its quantities") {
  KeptRun bare = kept_run("a", "2 N", 1);
  bare.page_data.clear();
  const Json page = Json::parse(comparison_page({bare, bare}, {}, {}))["runs"][0]["page"];
  CHECK(page["results"][1]["name"] == "depth_in_place");
  CHECK(page["results"][1]["high"] == 2);
}

TEST_CASE("[law] whatever a comparison tabulates is what results.json says, whatever the page holds") {
  KeptRun run = kept_run("a", "2 N", 1);
  run.page_data =
      R"({"page":1,"title":"sly","members":9,"inputs_hash":"a-hash","figures":{},"results":[{"room":"coverage",)"
      R"("name":"density","meaning":"Strikes per area","unit":"1/cm2","value":1,"low":1,"high":1}]})";
  const Json page = Json::parse(comparison_page({run, run}, {}, {}))["runs"][0]["page"];
  CHECK(page["title"] == run.title);
  CHECK(page["members"] == 32);
  REQUIRE(page["results"].size() == 2);
  CHECK(page["results"][0]["value"] == 205);
  CHECK(page["results"][0]["meaning"] == "Strikes per area");
  CHECK(page["results"][1]["meaning"] == "");
}

TEST_CASE("[unit] programs get runs, differences and quantities") {
  const std::vector<KeptRun> runs = {kept_run("a", "2 N", 1), kept_run("b", "3 N", 2)};
  const Json json = Json::parse(comparison_json(runs, differences_of(runs), {}));
  CHECK(json["schema"] == "percuta-comparison/1");
  CHECK(json["differences"][1]["values"][1] == "3 N");
  CHECK(json["quantities"][1]["values"][1]["value"] == 2);
}

TEST_CASE("[unit] what a run's first session leaves out is read with its reason") {
  run::Record record = example_course_record();
  record.undefined = {{"coverage", "gap", "needs two holes"}, {"closure", "pore_time", "needs a hole", 2}};
  const KeptRun run = read_results(results_json(record), "results.json");
  REQUIRE(run.undefined.size() == 1);
  CHECK(run.undefined[0].name == "coverage.gap");
  CHECK(run.undefined[0].reason == "needs two holes");
}
