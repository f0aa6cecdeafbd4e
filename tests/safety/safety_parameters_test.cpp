#include <doctest/doctest.h>

#include <algorithm>

#include "base/member_coverage.hpp"
#include "percuta/safety/safety.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;

TEST_CASE_TEMPLATE("[law] every member of limits and products is read", Table, safety::Contraindication, safety::Limits,
                   safety::Product) {
  Table table;
  percuta::tests::check_all_members_visited(table);
}

TEST_CASE("[law] every word of a history has one answer in the data, and the data knows no other word") {
  const auto limits = read_struct<safety::Limits>(
      read_document(study_test::own_data().file("limits/contraindications.toml")), nullptr, Units());
  std::vector<std::string> known = skin::history_words(), answered;
  for (const safety::Contraindication& item : limits.contraindication) answered.push_back(item.word);
  std::sort(known.begin(), known.end());
  std::sort(answered.begin(), answered.end());
  CHECK(answered == known);
}

TEST_CASE("[unit] a word is refused for every device, or for those it names") {
  const safety::Contraindication all{"keloid", "refused", {}, "", ""}, some{"implant", "noted", {"rf"}, "", ""};
  CHECK(all.is_refused_for("roller"));
  CHECK(some.is_refused_for("rf"));
  CHECK_FALSE(some.is_refused_for("roller"));
}

TEST_CASE("[unit] a product's composition is read with it, and one that tells none is read as well") {
  const DataFolder data = study_test::own_data();
  const auto serum =
      read_struct<safety::Product>(data.document(data.find("products", "vitamin-c-15")), nullptr, Units());
  REQUIRE(serum.composition.active.size() == 1);
  CHECK(serum.composition.active[0].strength == doctest::Approx(0.15));
  CHECK(serum.composition.vehicle.ph == doctest::Approx(3.2));
  const auto bare = read_struct<safety::Product>(
      parse_document("title = \"x\"\nsetting = \"home\"\ncontains = []\n", "mine.toml"), nullptr, Units());
  CHECK_FALSE(bare.composition.has_vehicle());
}
