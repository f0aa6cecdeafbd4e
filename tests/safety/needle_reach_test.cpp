#include "percuta/safety/needle_reach.hpp"

#include <doctest/doctest.h>

#include "skin/shipped.hpp"

using namespace percuta;

namespace {

/// A person of 40 years at the upper eyelid, under a device of that kind with needles of 1 to 1.2 mm.
safety::Treatment at_the_eyelid(const std::string& kind) {
  safety::Treatment treatment;
  treatment.person.age = certain(40 * 365.25 * 86400.0);
  treatment.person.sex = "female";
  treatment.skin = tests::shipped_site("eyelid");
  treatment.site.area = certain(1e-4);
  treatment.device.kind = kind;
  treatment.device.needle.length.value = 1e-3;
  treatment.device.needle.length.low = 0.9e-3;
  treatment.device.needle.length.high = 1.2e-3;
  return treatment;
}

}  // namespace

TEST_CASE("[unit] a needle gets as far as it can be long, or as it is set") {
  safety::Treatment treatment = at_the_eyelid("stamp");
  CHECK(safety::farthest(treatment) == 1.2e-3);
  treatment.technique.depth.high = 0.5e-3;
  CHECK(safety::farthest(treatment) == 0.5e-3);
  treatment.device.kind = "pen";
  CHECK(safety::farthest(treatment) == 1.2e-3);
}

TEST_CASE("[law] tissue lies between the sums of its layers' low and high ends") {
  const safety::Treatment treatment = at_the_eyelid("pen");
  const safety::TissueDepth depth = safety::tissue_depth(treatment);
  const skin::SiteData& site = treatment.skin;
  CHECK(depth.thinnest <= site.epidermis.female.low + site.dermis.female.low + site.fat.female.low + 1e-12);
  CHECK(depth.thickest >= site.epidermis.female.high + site.dermis.female.high + site.fat.female.high - 1e-12);
}

TEST_CASE("[unit] all skin is passed by a needle longer than the thinnest, and never on a specimen") {
  const Units units;
  safety::Treatment treatment = at_the_eyelid("pen");
  CHECK(safety::passes_all_skin(treatment));
  CHECK(safety::passing_sentence(treatment, units)
            .starts_with("a needle of 1.2 mm can pass skin and fat into the eye here"));
  treatment.device.needle.length.high = 0.5e-3;
  CHECK_FALSE(safety::passes_all_skin(treatment));
  treatment.device.needle.length.high = 5e-3;
  treatment.is_on_specimen = true;
  CHECK_FALSE(safety::passes_all_skin(treatment));
}
