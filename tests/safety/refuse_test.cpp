#include <doctest/doctest.h>
#include <fmt/format.h>

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

TEST_CASE("[unit] what the data refuses ends the study with its reason") {
  const Units units;
  const auto limits =
      read_struct<safety::Limits>(read_document(own_data().file("limits/contraindications.toml")), nullptr, units);
  REQUIRE(limits.contraindication.size() >= 12);
  for (const safety::Contraindication& item : limits.contraindication) {
    if (item.answer != "refused") continue;
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

TEST_CASE("[unit] what is noted for others is refused for the devices it names") {
  for (const char* word : {"pregnancy", "implant"}) {
    CAPTURE(std::string(word));
    const std::string history = fmt::format("person.history=[\"{}\"]", word);
    CHECK(refusal_of(small_study(), {{history}, {}}).empty());
    const std::string heated = refusal_of(small_study(), {{history, "device.name=rf-head"}, {}});
    CHECK(has(heated, fmt::format("contraindication '{}'", word)));
  }
}

TEST_CASE("[unit] a needle that could reach the eye is refused on its lid, a shorter one is not") {
  const std::string lid = "site.name=eyelid";
  for (const char* device : {"roller-192", "pen-exceed", "pen-12"}) {
    CAPTURE(std::string(device));
    CHECK(has(refusal_of(small_study(), {{lid, fmt::format("device.name={}", device)}, {}}), "into the eye here"));
  }
  CHECK(has(refusal_of(small_study(), {{lid, "device.name=pen-exceed", "device.needle.length=2.5 mm"}, {}}), "2.5 mm"));
  CHECK(refusal_of(small_study(), {{lid, "device.name=roller-institute"}, {}}).empty());
  CHECK(refusal_of(small_study(), {{lid, "device.name=pen-exceed", "device.needle.length=0.5 mm"}, {}}).empty());
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
