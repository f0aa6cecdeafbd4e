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

TEST_CASE("[unit] what needles carry is not told yet, and the study says so") {
  const study::Model model =
      load_text(small_study("[product]\nname = \"hyaluronic-patch\"\n"), {{"device.name=patch-body"}, {}});
  CHECK_FALSE(model.inputs.sessions.front().product.is_told());
  CHECK(std::any_of(model.not_built.begin(), model.not_built.end(),
                    [](const study::NotBuilt& one) { return one.room == "transport"; }));
}
