#include "percuta/study/product/product_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::string told(const std::string& product) {
  std::string text;
  for (const std::string& sentence : load_text(small_study(product)).subject.product) text += sentence + "\n";
  return text;
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a product is told with its strength, vehicle, use and what is assumed of it") {
  const std::string text = told(
      "[product]\nname = \"vitamin-c-15\"\namount = \"2 mg/cm2\"\napply = \"2 min\"\ncover = \"8 h\"\n"
      "every = \"12 h\"\ntimes = 2\nwash = \"10 h\"\n");
  CHECK(holds(text, "It holds ascorbic-acid 15 %."));
  CHECK(holds(text, "Carried by water 70 % (55 to 82), oil 0.5 % (0.1 to 2) and glycols and thickeners, pH 3.2"));
  CHECK(
      holds(text, "2 mg/cm2, 2 min after the last pass, 2 times, every 12 h, covered for 8 h, washed off after 10 h."));
  CHECK(holds(text, "Assumed: water, oil, pH"));
  CHECK_FALSE(holds(text, "the strength of ascorbic-acid"));
  CHECK_FALSE(holds(text, "the amount"));
}

TEST_CASE("[unit] what is put on before the session, is not stated or is diluted away is told as such") {
  CHECK(holds(told("[product]\nname = \"retinol-serum\"\napply = \"-30 min\"\n"), "30 min before the last pass"));
  const std::string remedy = told("[product]\nname = \"homeopathic-remedy\"\n");
  CHECK(holds(remedy, "diluted until none is left"));
  CHECK(holds(told("[product]\nname = \"mesotherapy-vitamins\"\n"), "plant extract, how much is not stated"));
}

TEST_CASE("[unit] of a product that needles carry no amount on the skin is told") {
  std::string text;
  for (const std::string& sentence : load_text(small_study("[product]\nname = \"hyaluronic-patch\"\ncover = \"8 h\"\n"),
                                               {{"device.name=patch-body"}, {}})
                                         .subject.product) {
    text += sentence;
  }
  CHECK(
      holds(text, "The needles are made of it: they stay in the skin until they are dissolved or, after 8 h, drawn."));
  CHECK_FALSE(holds(text, "mg/cm2"));
  const study::Model injected =
      load_text(small_study("[product]\nname = \"mesotherapy-vitamins\"\nvolume = \"20 ul\"\n"),
                {{"device.name=injector-mesotherapy", "technique.pattern=papule"}, {}});
  CHECK(std::count(injected.subject.product.begin(), injected.subject.product.end(),
                   "20 ul of it are injected at each point, at the tip of the needle.") == 1);
}

TEST_CASE("[unit] at which scale it is solved is told where something is: the window's classes, a patch, all patches") {
  const std::string serum = "[product]\nname = \"vitamin-c-15\"\n", patch = serum + "[patch]\nside = \"3 mm\"\n";
  CHECK(holds(told(serum), "Scale: the whole window, its holes sorted into classes"));
  CHECK(holds(told(patch),
              "Scale: a patch of 3 by 3 mm in the middle of the window, every hole of it resolved in cells of 25 um; "
              "that is the median"));
  const study::Model all = load_text(small_study(patch), {{"ensemble.scale=patch"}, {}});
  CHECK(holds(all.subject.product.back(), "so is every member"));
  CHECK_FALSE(holds(told(""), "Scale"));
}
