#include "percuta/study/product/session_product.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

const std::string k_serum = "[product]\nname = \"vitamin-c-15\"\namount = \"2 mg/cm2\"\napply = \"2 min\"\n";

bool says(const std::string& refusal, const std::string& words) {
  return refusal.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a product brings its composition, what it holds from data/actives, and a usual amount") {
  const study::Model model = load_text(small_study("[product]\nname = \"retinol-serum\"\n"));
  const course::ProductInputs& product = model.inputs.sessions.front().product;
  CHECK(product.amount.value == doctest::Approx(0.02));
  CHECK(product.amount.kind == Kind::assumed);
  REQUIRE(product.composition.active.size() == 1);
  CHECK(product.composition.active.front().name == "retinol");
  CHECK(product.is_told());
  REQUIRE(model.inputs.actives.size() == 1);
  CHECK(model.inputs.actives.front().name == "retinol");
  CHECK(model.subject.product_title == "Retinol serum");
}

TEST_CASE("[unit] the study's own words on a product go before its file's") {
  const study::Model model = load_text(
      small_study(k_serum + "vehicle.ph = 5\n[[product.active]]\nname = \"niacinamide\"\nstrength = \"4 percent\"\n"));
  const transport::Composition& product = model.inputs.sessions.front().product.composition;
  CHECK(product.vehicle.ph.value == 5);
  CHECK(product.vehicle.water.value == doctest::Approx(0.7));
  REQUIRE(product.active.size() == 1);
  CHECK(product.active.front().strength.value == doctest::Approx(0.04));
  CHECK(model.inputs.actives.front().name == "niacinamide");
}

TEST_CASE("[unit] every value of what a product holds is listed with its source, and part of the inputs' hash") {
  const study::Model model = load_text(small_study(k_serum));
  const auto row = std::find_if(model.parameters.begin(), model.parameters.end(), [](const ParameterRow& one) {
    return one.path == "active.ascorbic-acid.clearance" || one.path == "active.ascorbic-acid.log_kow";
  });
  REQUIRE(row != model.parameters.end());
  CHECK_FALSE(row->source.empty());
  CHECK(model.inputs_text.find("[active.ascorbic-acid]") != std::string::npos);
}

TEST_CASE("[unit] what an active turns into is read with it") {
  const study::Model model =
      load_text(small_study(k_serum + "[[product.active]]\nname = \"retinyl-palmitate\"\nstrength = \"1 percent\"\n"));
  REQUIRE(model.inputs.actives.size() == 2);
  CHECK(model.inputs.actives[1].name == "retinol");
}

TEST_CASE("[unit] unsound products and ways of putting them on are refused with a mend") {
  CHECK(says(refusal_of(small_study("[product]\nname = \"vitamin-c-15\"\namount = \"0 mg/cm2\"\n")),
             "nothing of it is put on"));
  CHECK(says(refusal_of(small_study(k_serum + "times = 3\n")), "not how often"));
  CHECK(says(refusal_of(small_study(k_serum + "times = 2\nevery = \"6 h\"\nwash = \"8 h\"\n")),
             "before it is washed off"));
  CHECK(says(
      refusal_of(small_study("[product]\nname = \"vitamin-c-15\"\napply = \"-30 min\"\ntimes = 2\nevery = \"8 h\"\n")),
      "put on once"));
  CHECK(says(refusal_of(small_study(k_serum + "[[product.active]]\nname = \"retinal\"\nstrength = \"1 percent\"\n")),
             "did you mean 'retinol'"));
  CHECK(says(refusal_of(small_study(k_serum + "vehicle.water = \"120 percent\"\n")), "vehicle.water"));
  CHECK(says(refusal_of(small_study("[product]\nname = \"mesotherapy-vitamins\"\n"), {{"device.name=roller-home"}, {}}),
             "is a product for the clinic"));
  CHECK(says(refusal_of(small_study(k_serum + "vehicle.water = \"95 percent\"\n")), "add up to"));
}

TEST_CASE(
    "[unit] needles that stay are made of the product, and needles of nothing, of a liquid or not worn are refused") {
  const std::string patch = "[product]\nname = \"hyaluronic-patch\"\ncover = \"8 h\"\n";
  const study::Overrides worn{{"device.name=patch-body"}, {}};
  const course::ProductInputs product = load_text(small_study(patch), worn).inputs.sessions.front().product;
  CHECK(product.way == course::Way::in_needles);
  CHECK(product.is_told());
  CHECK(says(refusal_of(small_study(), worn), "nothing is known of what that is"));
  CHECK(says(refusal_of(small_study("[product]\nname = \"plain-cream\"\ncover = \"8 h\"\n"), worn),
             "nothing is known of what that is"));
  CHECK(says(refusal_of(small_study("[product]\nname = \"vitamin-c-15\"\ncover = \"8 h\"\n"), worn), "is a liquid"));
  CHECK(says(refusal_of(small_study("[product]\nname = \"hyaluronic-patch\"\n"), worn), "product.cover"));
  CHECK(says(refusal_of(small_study(patch + "apply = \"5 min\"\n"), worn), "comes in the needles"));
  CHECK(says(refusal_of(small_study(patch + "[patch]\nside = \"3 mm\"\n"), worn), "not one in needles that stay"));
  // The same patch, whose needles carry nothing, takes a serum on the skin.
  const study::Overrides plain{{"device.name=patch-body", "device.needle.release=nothing"}, {}};
  CHECK(load_text(small_study(k_serum), plain).inputs.sessions.front().product.way == course::Way::on_skin);
}

TEST_CASE("[unit] an injection says how much at each point, and comes when the needle does") {
  const study::Overrides with{{"device.name=injector-mesotherapy", "technique.pattern=papule"}, {}};
  const std::string vitamins = "[product]\nname = \"mesotherapy-vitamins\"\n";
  const course::ProductInputs product =
      load_text(small_study(vitamins + "volume = \"20 ul\"\n"), with).inputs.sessions.front().product;
  CHECK(product.way == course::Way::injected);
  CHECK(product.volume.value == doctest::Approx(20e-9));
  CHECK(product.is_told());
  CHECK(says(refusal_of(small_study(vitamins), with), "how much of it at each point is not said"));
  CHECK(says(refusal_of(small_study(vitamins + "volume = \"20 ul\"\ntimes = 2\nevery = \"6 h\"\n"), with),
             "as the needle comes"));
  study::Overrides solid = with;
  solid.settings.emplace_back("device.needle.bore=0 mm");
  CHECK(says(refusal_of(small_study(vitamins + "volume = \"20 ul\"\n"), solid), "without a bore"));
  study::Overrides deep = with;
  deep.settings.emplace_back("technique.depth=9 mm");
  CHECK(says(refusal_of(small_study(vitamins + "volume = \"20 ul\"\n"), deep), "technique.depth"));
}
