#include "percuta/report/tables/sweep_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "percuta/base/error.hpp"

using namespace percuta;

namespace {

run::Result result(const char* room, const char* name, double value) {
  return {room, name, "mm", "", {value, value - 0.1, value + 0.1}};
}

report::SweepTable table() {
  report::SweepTable made;
  made.title = "A sweep";
  study::SweepAxis length, name;
  length.key = "device.needle.length";
  length.unit = "mm";
  length.values = {"0.5 mm", "1 mm"};
  length.numbers = {0.5, 1};
  name.key = "device.name";
  name.values = {"=a", "b"};
  made.axes = {length, name};
  for (int i = 0; i < 4; ++i) {
    made.points.push_back(
        {{length.values[static_cast<std::size_t>(i / 2)], name.values[static_cast<std::size_t>(i % 2)]},
         {result("insertion", "depth_in_place", 0.2 * i), result("coverage", "density", 7)}});
  }
  return made;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] the table has a row per point and quantity, with a column per axis") {
  const std::string csv = report::sweep_csv(table());
  CHECK(csv.starts_with("device.needle.length,device.name,room,quantity,value,low,high,unit\n"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 9);
  CHECK(has(csv, "1 mm,b,insertion,depth_in_place,0.6,0.5,0.7,mm\n"));
  CHECK(has(csv, "'=a"));
}

TEST_CASE("[unit] what is shown is what was asked for, else what varies") {
  CHECK(report::shown_quantities(table(), {}) == std::vector<std::string>{"insertion.depth_in_place"});
  CHECK(report::shown_quantities(table(), {"density"}) == std::vector<std::string>{"coverage.density"});
  CHECK_THROWS_AS(report::shown_quantities(table(), {"depht_in_place"}), InputError);
}

TEST_CASE("[unit] a terminal sees a block per quantity") {
  const std::string text = report::sweep_text(table(), {"insertion.depth_in_place"});
  CHECK(has(text, "device.needle.length = 1 mm, device.name = b"));
  CHECK(has(text, "0.6"));
  CHECK_FALSE(has(text, "coverage.density"));
}

TEST_CASE("[unit] programs get axes and points") {
  const std::string json = report::sweep_json(table());
  CHECK(has(json, "\"schema\": \"percuta-sweep/1\""));
  CHECK(has(json, "{\"values\": [\"0.5 mm\", \"=a\"]"));
}

TEST_CASE("[unit] a point that lacks a quantity says why, and the others keep theirs") {
  report::SweepTable made = table();
  made.points[1].results.erase(made.points[1].results.begin());
  made.points[1].undefined = {{"insertion", "depth_in_place", "needs a strike in the window"}};
  made.points[2].results[0].note = "defined in 5 of 8 members";
  const std::string csv = report::sweep_csv(made);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 8);
  const std::string text = report::sweep_text(made, {"insertion.depth_in_place"});
  CHECK(has(text, "-  needs a strike in the window"));
  CHECK(has(text, "; defined in 5 of 8 members"));
  const std::string json = report::sweep_json(made);
  CHECK(has(json, "\"undefined\": ["));
  CHECK(has(json, "\"quantity\": \"depth_in_place\", \"reason\": \"needs a strike in the window\"}"));
  CHECK(has(json, "\"note\": \"defined in 5 of 8 members\""));
}

TEST_CASE("[unit] a quantity that is asked for and defined nowhere is refused with its reason") {
  report::SweepTable made = table();
  for (report::SweepPoint& point : made.points) {
    point.results.erase(point.results.begin());
    point.undefined = {{"insertion", "depth_in_place", "needs a strike in the window"}};
  }
  for (const char* asked : {"insertion.depth_in_place", "depth_in_place"}) {
    try {
      report::shown_quantities(made, {asked});
      FAIL("no error");
    } catch (const InputError& error) {
      CHECK(has(error.what(), "it needs a strike in the window"));
    }
  }
}

TEST_CASE("[unit] a key that changes no number is flat, whatever the other axes do") {
  report::SweepTable made = table();
  CHECK(report::flat_keys(made).empty());
  for (std::size_t i : {0U, 2U}) made.points[i + 1].results = made.points[i].results;
  CHECK(report::flat_keys(made) == std::vector<std::string>{"device.name"});
}

TEST_CASE("[unit] people and programs are told the notes") {
  report::SweepTable made = table();
  CHECK(has(report::sweep_json(made), "\"notes\": []"));
  made.notes = {"A sweep over device.name changes nothing here."};
  CHECK(has(report::sweep_text(made, {}), "Note: A sweep over device.name"));
  CHECK(has(report::sweep_json(made), "\"notes\": [\"A sweep over device.name"));
}
