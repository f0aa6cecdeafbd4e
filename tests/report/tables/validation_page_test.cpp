#include "percuta/report/tables/validation_page.hpp"

#include <doctest/doctest.h>

using namespace percuta;

namespace {

validation::Judged row(const char* id, const char* role, bool is_counted) {
  validation::Judged judged;
  judged.list = "devices";
  judged.id = id;
  judged.case_name = "V01_one";
  judged.title = "One | two";
  judged.room = "insertion";
  judged.role = role;
  judged.is_counted = is_counted;
  judged.quantity = "depth";
  judged.unit = "um";
  judged.measured = {"depth", "um", 460, {}, {}, "none", 0};
  judged.ours = {400, 300, 500};
  judged.band_low = 300;
  judged.band_high = 500;
  judged.is_inside = true;
  return judged;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<validation::Judged> rows() {
  std::vector<validation::Judged> all = {row("V1", "blind", true), row("V2", "calibration", false),
                                         row("V3", "blind", false), row("V4", "blind", true)};
  all[0].is_inside = false;
  all[3].not_stated = "waits for wrinkles";
  return all;
}

}  // namespace

TEST_CASE("[unit] the page tells roles apart, shows failures as failures and what is not stated") {
  const std::string page = report::validation_markdown(rows());
  CHECK(has(page, "| blind | 1 | 0 |"));
  CHECK(has(page, "| calibration | 1 | 1 |"));
  CHECK(has(page, "blind, not counted"));
  CHECK(has(page, "| 460 um | 400 [300, 500] um | NO |"));
  CHECK(has(page, "One / two"));
  CHECK(has(page, "devices V4, depth: waits for wrinkles"));
}

TEST_CASE("[unit] orders, bounds and a yes are told in words") {
  std::vector<validation::Judged> all = rows();
  all[0].measured = {"ratio", "1", {}, 1, {}, "order", 0};
  all[0].share = 0.75;
  all[1].measured = {"time", "h", {}, {}, 24, "bound", 15};
  all[2].measured = {"is_pierced", "1", 1, {}, {}, "binary", 0};
  all[2].share = 0.9;
  const std::string text = report::validation_text(all);
  CHECK(has(text, "above 1"));
  CHECK(has(text, "NO (75 %)"));
  CHECK(has(text, "at most 24"));
  CHECK(has(text, "yes in 90 %"));
}

TEST_CASE("[unit] programs get id, room, role, quantity, ours, measured and inside") {
  const std::string json = report::validation_json(rows());
  for (const char* key : {"\"id\": \"V1\"", "\"room\"", "\"role\": \"blind\"", "\"quantity\": \"depth\"", "\"ours\": {",
                          "\"measured\": {", "\"inside\": false", "\"inside\": null"}) {
    INFO(key);
    CHECK(has(json, key));
  }
}
