#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/skin/skin.hpp"
#include "skin/declared.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;

TEST_CASE("[law] the skin's declarations are complete and sound") {
  tests::check_declaration<skin::Person>();
  tests::check_declaration<skin::SiteChoice>();
  tests::check_declaration<skin::LayerData>();
  tests::check_declaration<skin::SiteData>();
  tests::check_declaration<skin::Mechanics>();
}

TEST_CASE("[law] a dermis that thins as fast as declared is still there at the highest age") {
  skin::SiteData site = tests::site();
  site.dermis_change_per_decade = certain(-0.09);
  site.reference_age = certain(15 * tests::k_year);
  skin::Person person = tests::person();
  person.age = certain(120 * tests::k_year);
  CHECK(skin::build(site, tests::mechanics(), person, 1e-4).layer("reticular_dermis").thickness() > 0);
}

TEST_CASE("[unit] a history that no one has heard of is refused") {
  const Node person =
      parse_document("age = '30 years'\nsex = 'female'\nphototype = 2\nhistory = ['bad luck']", "p.toml");
  CHECK_THROWS_AS(read_struct<skin::Person>(person, nullptr, Units()), InputError);
}
