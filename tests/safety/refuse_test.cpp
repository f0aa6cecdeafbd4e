#include <doctest/doctest.h>

#include "percuta/safety/safety.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] a minor is refused and an adult is not") {
  CHECK(has(refusal_of(small_study(), {{"person.age=17 years"}, {}}), "adults only"));
  CHECK(refusal_of(small_study(), {{"person.age=18.1 years"}, {}}).empty());
}

TEST_CASE("[unit] skin that is not intact is refused") {
  CHECK(has(refusal_of(small_study(), {{"site.integrity=broken"}, {}}), "'broken'"));
  CHECK(has(refusal_of(small_study(), {{"site.integrity=inflamed"}, {}}), "'inflamed'"));
}

TEST_CASE("[unit] every contraindication of the data ends the study with its reason") {
  const Units units;
  const auto limits =
      read_struct<safety::Limits>(read_document(own_data().file("limits/contraindications.toml")), nullptr, units);
  REQUIRE(limits.contraindication.size() >= 6);
  for (const safety::Contraindication& item : limits.contraindication) {
    const std::string text = refusal_of(small_study(), {{"person.history=[\"" + item.word + "\"]"}, {}});
    INFO(item.word);
    CHECK(has(text, item.reason));
  }
}

TEST_CASE("[unit] a retinoid is refused in pregnancy, plain cream is not") {
  const std::string pregnant = "person.history=[\"pregnancy\"]";
  CHECK(has(refusal_of(small_study(), {{pregnant, "product.name=retinol-serum"}, {}}), "pregnancy"));
  CHECK_FALSE(has(refusal_of(small_study(), {{pregnant, "product.name=plain-cream"}, {}}), "is not used with"));
}

TEST_CASE("[unit] a needle that could reach bone is refused where bone lies beneath") {
  CHECK(has(refusal_of(small_study(), {{"device.needle.length=25 mm"}, {}}), "bone"));
  CHECK(refusal_of(small_study(), {{"device.needle.length=25 mm", "skin.beneath=muscle"}, {}}).empty());
}

TEST_CASE("[unit] an aftercare is held against the history like any product") {
  CHECK(has(refusal_of(small_study(), {{"person.history=[\"pregnancy\"]", "course.aftercare=retinol-serum"}, {}}),
            "pregnancy"));
}

TEST_CASE("[unit] age and area are choices: an interval could hide a minor") {
  const std::string age =
      "person.age={value=20, low=8, high=30, unit=\"year\", source=\"PercutaAssumption\", kind=\"assumed\"}";
  CHECK(has(refusal_of(small_study(), {{age}, {}}), "adults only"));
  CHECK(has(refusal_of(small_study(), {{age}, {}}), "no interval"));
  const std::string area =
      "site.area={value=4, low=1, high=12, unit=\"cm2\", source=\"PercutaAssumption\", kind=\"assumed\"}";
  CHECK(has(refusal_of(small_study(), {{area}, {}}), "no interval"));
}

TEST_CASE("[unit] bone is judged by the longest needle and the thinnest tissue at this age") {
  const auto length = [](const std::string& high) {
    return "device.needle.length={value=4, low=3.9, high=" + high +
           ", unit=\"mm\", source=\"PercutaAssumption\", kind=\"assumed\"}";
  };
  CHECK(refusal_of(small_study(), {{length("4.1")}, {}}).empty());
  CHECK(has(refusal_of(small_study(), {{length("9")}, {}}), "bone"));
  const auto at_age = [&](const std::string& age) {
    return refusal_of(small_study(), {{"device.needle.length=4.4 mm", "person.age=" + age}, {}});
  };
  CHECK(at_age("42 years").empty());
  CHECK(has(at_age("90 years"), "bone"));
}
