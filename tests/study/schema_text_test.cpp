#include "percuta/study/schema_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

TEST_CASE("[unit] the schema is draft-04 and knows every table, and no other key") {
  const auto schema = nlohmann::json::parse(percuta::study::schema_text());
  CHECK(schema["$schema"] == "http://json-schema.org/draft-04/schema#");
  CHECK(schema["additionalProperties"] == false);
  for (const char* key : {"percuta", "title", "seed", "person", "site", "device", "technique", "product", "rf",
                          "course", "session", "ensemble", "outputs"}) {
    INFO(key);
    CHECK(schema["properties"].contains(key));
  }
}
