#include "percuta/skin/skin.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "percuta/base/error.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;

TEST_CASE("[unit] the layers stand one on the other from the surface down") {
  const skin::Skin skin = tests::skin_of();
  REQUIRE(skin.layers.size() == 5);
  CHECK(skin.layers.front().top == 0);
  for (std::size_t i = 1; i < skin.layers.size(); ++i) CHECK(skin.layers[i].top == skin.layers[i - 1].bottom);
  for (const skin::Layer& layer : skin.layers) CHECK(layer.thickness() > 0);
  CHECK(skin.layer("viable_epidermis").thickness() == doctest::Approx(60e-6));
  CHECK(skin.layer("papillary_dermis").thickness() == doctest::Approx(0.2e-3));
  CHECK(skin.layer("fat").top == doctest::Approx(1.08e-3));
  CHECK(skin.layer("fat").bottom == doctest::Approx(6.08e-3));
}

TEST_CASE("[unit] a name that no layer has is refused") {
  const skin::Skin skin = tests::skin_of();
  CHECK_THROWS_AS(skin.layer("bone"), std::out_of_range);
}

TEST_CASE("[law] men's layers come from men's data") {
  skin::Person man = tests::person();
  man.sex = "male";
  const skin::Skin skin = skin::build(tests::site(), tests::mechanics(), man, 1e-4);
  CHECK(skin.layer("papillary_dermis").top == doctest::Approx(90e-6));
  CHECK(skin.layer("fat").top == doctest::Approx(1.59e-3));
  CHECK(skin.layer("fat").thickness() == doctest::Approx(4e-3));
}

TEST_CASE("[law] dermis changes with each decade past the reference age, and not before it") {
  skin::Person person = tests::person();
  const auto dermis = [&](double years) {
    person.age = certain(years * tests::k_year);
    const skin::Skin skin = skin::build(tests::site(), tests::mechanics(), person, 1e-4);
    return skin.layer("fat").top - skin.layer("papillary_dermis").top;
  };
  CHECK(dermis(20) == doctest::Approx(1e-3));
  CHECK(dermis(50) == doctest::Approx(0.9e-3).epsilon(1e-6));
  CHECK(dermis(95) > 0);
}

TEST_CASE("[law] an epidermis thinner than its stratum corneum is kept at one and a half times it") {
  skin::SiteData site = tests::site();
  site.epidermis.female = certain(15e-6);
  const skin::Skin skin = skin::build(site, tests::mechanics(), tests::person(), 1e-4);
  CHECK(skin.layer("viable_epidermis").thickness() == doctest::Approx(10e-6));
}

TEST_CASE("[law] the window has the area asked for and lies in the outline") {
  const skin::Skin skin = tests::skin_of(10e-4);
  CHECK(numerics::area(skin.window) == doctest::Approx(10e-4));
  for (const numerics::Point& corner : skin.window) CHECK(numerics::contains(skin.outline, corner));
}

TEST_CASE("[unit] a window larger than the site and an outline that crosses itself are refused") {
  CHECK_THROWS_AS(tests::skin_of(37e-4), InputError);
  skin::SiteData site = tests::site();
  site.outline = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};
  CHECK_THROWS_AS(skin::build(site, tests::mechanics(), tests::person(), 1e-4), InputError);
}
