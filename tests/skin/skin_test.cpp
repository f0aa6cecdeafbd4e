#include "percuta/skin/skin.hpp"

#include <doctest/doctest.h>

#include <cmath>
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

TEST_CASE("[unit] faces are those of the layer, and infinitely deep where it is missing") {
  const skin::Skin skin = tests::skin_of();
  CHECK(skin.top_of("papillary_dermis") == doctest::Approx(80e-6));
  CHECK(skin.bottom_of("papillary_dermis") == doctest::Approx(280e-6));
  CHECK(std::isinf(skin.top_of("scale")));
  CHECK(std::isinf(skin.bottom_of("scale")));
}

TEST_CASE("[unit] the one dermis of a bench skin answers for the papillary one, in every look-up") {
  skin::Skin skin;
  skin.layers = {{"epidermis", 0, 80e-6, 1e6}, {"dermis", 80e-6, 1e-3, 1e6}};
  CHECK(skin.find_layer("papillary_dermis") == &skin.layers[1]);
  CHECK(&skin.layer("papillary_dermis") == &skin.layers[1]);
  CHECK(skin.top_of("papillary_dermis") == doctest::Approx(80e-6));
  CHECK(skin.find_layer("reticular_dermis") == nullptr);
  skin.layers.push_back({"papillary_dermis", 1e-3, 2e-3, 1e6});
  CHECK(skin.find_layer("papillary_dermis") == &skin.layers[2]);
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

TEST_CASE("[law] a larger papillary share takes from the reticular dermis, a later reference age thins less") {
  skin::SiteData site = tests::site();
  skin::Person person = tests::person();
  person.age = certain(60 * tests::k_year);
  const skin::Skin before = skin::build(site, tests::mechanics(), person, 1e-4);
  site.papillary_share = certain(0.3);
  const skin::Skin shared = skin::build(site, tests::mechanics(), person, 1e-4);
  CHECK(shared.layer("papillary_dermis").thickness() > before.layer("papillary_dermis").thickness());
  CHECK(shared.layer("fat").top == doctest::Approx(before.layer("fat").top));
  site.reference_age = certain(50 * tests::k_year);
  CHECK(skin::build(site, tests::mechanics(), person, 1e-4).layer("fat").top > before.layer("fat").top);
}

TEST_CASE("[law] each layer and what lies beneath have the modulus of their kind") {
  skin::SiteData site = tests::site();
  skin::Mechanics mechanics = tests::mechanics();
  mechanics.corneum_modulus = certain(30e6);
  mechanics.dermis_modulus = certain(0.3e6);
  const skin::Skin skin = skin::build(site, mechanics, tests::person(), 1e-4);
  CHECK(skin.species == "human");
  CHECK(skin.layer("stratum_corneum").modulus == mechanics.corneum_modulus.value);
  CHECK(skin.layer("viable_epidermis").modulus == mechanics.epidermis_modulus.value);
  CHECK(skin.layer("papillary_dermis").modulus == mechanics.dermis_modulus.value);
  CHECK(skin.layer("reticular_dermis").modulus == mechanics.dermis_modulus.value);
  CHECK(skin.layer("fat").modulus == mechanics.fat_modulus.value);
  const auto beneath = [&](const char* what) {
    site.beneath = what;
    return skin::build(site, mechanics, tests::person(), 1e-4).beneath_modulus;
  };
  CHECK(beneath("bone") == mechanics.bone_modulus.value);
  CHECK(beneath("muscle") == mechanics.muscle_modulus.value);
  CHECK(beneath("mucosa") == mechanics.muscle_modulus.value);
  CHECK(beneath("nothing") == mechanics.fat_modulus.value);
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

TEST_CASE("[law] an outline and its lines have the site's area and keep their shape and middle") {
  skin::SiteData site = tests::site();
  site.expression_line.push_back({{{10e-3, 30e-3}, {50e-3, 30e-3}}});
  site.area = certain(9e-4);
  const skin::Skin skin = skin::build(site, tests::mechanics(), tests::person(), 4e-4);
  CHECK(numerics::area(skin.outline) == doctest::Approx(9e-4));
  CHECK(skin.outline.front().x == doctest::Approx(15e-3));
  REQUIRE(skin.expression_lines.size() == 1);
  CHECK(skin.expression_lines[0].front().x == doctest::Approx(20e-3));
  CHECK(skin.expression_lines[0].back().x == doctest::Approx(40e-3));
  CHECK(skin.expression_lines[0].back().y == doctest::Approx(30e-3));
}

TEST_CASE("[law] a site drawn smaller than the window becomes as large as the window, while its interval allows it") {
  skin::SiteData site = tests::site();
  site.area.value = 20e-4;
  const skin::Skin skin = skin::build(site, tests::mechanics(), tests::person(), 30e-4);
  CHECK(numerics::area(skin.outline) == doctest::Approx(30e-4));
  CHECK(numerics::area(skin.window) == doctest::Approx(30e-4));
  site.area.high = 29e-4;
  CHECK_THROWS_AS(skin::build(site, tests::mechanics(), tests::person(), 30e-4), InputError);
}

TEST_CASE("[unit] a window larger than the site and an outline that crosses itself are refused") {
  CHECK_THROWS_AS(tests::skin_of(37e-4), InputError);
  skin::SiteData site = tests::site();
  site.outline = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};
  CHECK_THROWS_AS(skin::build(site, tests::mechanics(), tests::person(), 1e-4), InputError);
}

TEST_CASE("[unit] what lies beneath the fat is as stiff as the mechanics say of it") {
  for (const auto& [beneath, modulus] :
       {std::pair{"bone", &skin::Mechanics::bone_modulus}, std::pair{"muscle", &skin::Mechanics::muscle_modulus},
        std::pair{"mucosa", &skin::Mechanics::muscle_modulus}, std::pair{"nothing", &skin::Mechanics::fat_modulus}}) {
    CAPTURE(beneath);
    skin::SiteData site = tests::site();
    site.beneath = beneath;
    skin::Mechanics mechanics = tests::mechanics();
    const double before = skin::build(site, mechanics, tests::person(), 1e-4).beneath_modulus;
    (mechanics.*modulus).value *= 3;
    CHECK(skin::build(site, mechanics, tests::person(), 1e-4).beneath_modulus == doctest::Approx(3 * before));
  }
}
