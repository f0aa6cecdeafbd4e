#include "percuta/transport/delivery/setting.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using transport::Setting;

namespace {

Setting setting_of(const closure::Clocks& clocks, double amount = 0.02) {
  const tests::Tracer of;
  transport::Treatment treatment = tests::film_of(20e-6, tests::tracer(of));
  treatment.application.amount = amount;
  return transport::setting_of(tests::round_skin(), clocks, treatment, tests::plain_rates(of), 1, k_day);
}

bool has_holes_at_the_end(const Setting& setting) {
  return setting.with.back().has_holes;
}

}  // namespace

TEST_CASE("[unit] a treatment is laid out once with and once without holes, through the time asked for") {
  const Setting setting = setting_of(tests::lasting());
  CHECK(setting.layers.size() == 4);
  CHECK(setting.with.back().until == k_day);
  CHECK(setting.without.back().until == k_day);
  CHECK(has_holes_at_the_end(setting));
  for (const transport::Phase& phase : setting.without) CHECK_FALSE(phase.has_holes);
  CHECK_THROWS_AS(setting_of(tests::lasting(), 0), InputError);
}

TEST_CASE("[law] holes are there until both clocks have closed them, and for ever where one never does") {
  closure::Clocks clocks = tests::lasting();
  clocks.barrier_time = 3600;
  clocks.pore_time = 7200;
  CHECK_FALSE(has_holes_at_the_end(setting_of(clocks)));
  CHECK(setting_of(clocks).with.front().until == 7200);
  clocks.pore_time = std::numeric_limits<double>::infinity();
  CHECK(has_holes_at_the_end(setting_of(clocks)));
  CHECK_FALSE(has_holes_at_the_end(setting_of(closure::Clocks{})));
}

TEST_CASE("[unit] a product tells of an active, even one of which none is left, or of none") {
  transport::Composition product;
  CHECK_FALSE(transport::is_told(product));
  product.active = {{"an extract", "not stated", {}}};
  CHECK_FALSE(transport::is_told(product));
  product.active.push_back({"arnica", "homeopathic", {}});
  CHECK(transport::is_told(product));
}

TEST_CASE("[unit] an active that no data tells of is refused, one that is told has its concentration") {
  const tests::Tracer of;
  const transport::Treatment treatment = tests::film_of(20e-6, tests::tracer(of));
  const transport::Ingredient known = treatment.composition.active.front();
  const std::vector<transport::NamedActive> chain = transport::known_chain(known, treatment);
  REQUIRE(chain.size() == 1);
  CHECK(transport::first_concentration(known, chain) ==
        doctest::Approx(0.01 * transport::k_product_density / chain.front().active.molar_mass));
  CHECK_THROWS_AS(transport::known_chain({"nobody", "stated", certain(0.1)}, treatment), InputError);
}

TEST_CASE("[unit] holes that closed at once leave whole tissue") {
  const auto classes = [](const closure::Clocks& clocks) {
    return transport::classes_now({{1e-3, 1e-3, 15e-6, 1e-4}}, tests::round_skin(), clocks, {}).classes;
  };
  CHECK(classes(closure::Clocks{}).size() == 1);
  CHECK(classes(tests::lasting()).size() == 2);
}
