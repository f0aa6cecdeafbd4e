#include <doctest/doctest.h>
#include <regex.h>

#include <nlohmann/json.hpp>

#include "base/sample.hpp"
#include "percuta/base/schema.hpp"

using namespace percuta;
using namespace percuta::tests;
using nlohmann::json;

namespace {

json schema_of_sample() {
  Sample sample;
  return json::parse(json_schema(walk(sample), "A sample"));
}

bool matches(const json& quantity, const std::string& text) {
  const std::string pattern = quantity["anyOf"][0]["pattern"];
  regex_t compiled;
  REQUIRE(regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) == 0);
  const bool is_match = regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
  regfree(&compiled);
  return is_match;
}

}  // namespace

TEST_CASE("[unit] the schema is draft-04 and closed") {
  const json schema = schema_of_sample();
  CHECK(schema["$schema"] == "http://json-schema.org/draft-04/schema#");
  CHECK(schema["title"] == "A sample");
  CHECK(schema["additionalProperties"] == false);
  CHECK(schema["properties"].size() == 13);
  CHECK(schema["properties"]["tool"]["properties"]["length"]["description"] == "Its length (mm; 0.05 to 5 mm)");
  CHECK(schema["properties"]["tool"]["additionalProperties"] == false);
  CHECK(schema["properties"]["box"]["items"]["properties"]["worn"]["type"] == "boolean");
}

TEST_CASE("[unit] quantities are text with a unit, or the shared table") {
  const json properties = schema_of_sample()["properties"];
  const json& force = properties["force"];
  for (const std::string text : {"2 N", "2.5e-3 N", "  +1N ", "10 1/cm2", ".5 mN", "3 \xC2\xB5N"})
    CHECK(matches(force, text));
  for (const std::string text : {"2", "N", "two N", ""}) CHECK_FALSE(matches(force, text));
  CHECK(force["anyOf"][1]["$ref"] == "#/definitions/quantity");
  CHECK(schema_of_sample()["definitions"]["quantity"]["properties"].contains("kind"));
}

TEST_CASE("[unit] plain numbers may be bare, with their bounds") {
  const json share = schema_of_sample()["properties"]["share"];
  CHECK(share["anyOf"][1]["type"] == "number");
  CHECK(share["anyOf"][1]["maximum"] == 1);
  for (const std::string text : {"0.3", "30 %", "30 percent"}) CHECK(matches(share, text));
  CHECK_FALSE(matches(share, "30 mm"));
}

TEST_CASE("[unit] counts have bounds, words have choices, lists have items") {
  const json properties = schema_of_sample()["properties"];
  CHECK(properties["passes"]["type"] == "integer");
  CHECK(properties["passes"]["maximum"] == 20);
  CHECK(properties["sex"]["enum"] == json({"female", "male"}));
  CHECK(properties["concern"]["items"]["enum"].size() == 3);
  CHECK(properties["directions"]["items"].contains("anyOf"));
  CHECK(properties["outline"]["items"]["minItems"] == 2);
}

TEST_CASE("[unit] making the schema leaves the struct alone") {
  Sample sample;
  json_schema(walk(sample), "A sample");
  CHECK(sample.box.empty());
}
