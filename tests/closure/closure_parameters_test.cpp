#include <doctest/doctest.h>

#include "closure/rates_fixture.hpp"
#include "percuta/closure/closure.hpp"
#include "skin/declared.hpp"

using namespace percuta;
using tests::k_hour;

namespace {

/// What a roller of 0.77 mm left in hairless rats; the shorter one's hole in proportion.
const insertion::HolesLeft k_long_roller{70.7e-6, 152.5e-6, 100e4}, k_short_roller{34e-6, 73e-6, 100e4};

closure::Clocks shipped_clocks(const insertion::HolesLeft& holes, const closure::Care& care,
                               const std::string& species = "human") {
  skin::Skin skin = tests::skin_of();
  skin.species = species;
  return closure::close(holes, skin, tests::person(), care, tests::shipped<closure::Rates>("closure.toml"));
}

}  // namespace

TEST_CASE("[law] the closing rates' declaration is complete and sound") {
  tests::check_declaration<closure::Rates>();
}

TEST_CASE("[unit] the shipped rates give back the rats they were fitted on: barrier in 4 to 5 h, dye in 12 and 18 h") {
  for (const insertion::HolesLeft& holes : {k_short_roller, k_long_roller}) {
    const closure::Clocks rat = shipped_clocks(holes, {}, "rat");
    CHECK(rat.barrier_time > 3.9 * k_hour);
    CHECK(rat.barrier_time < 6 * k_hour);
  }
  CHECK(shipped_clocks(k_short_roller, {}, "rat").pore_time == doctest::Approx(12 * k_hour).epsilon(0.1));
  CHECK(shipped_clocks(k_long_roller, {}, "rat").pore_time == doctest::Approx(18 * k_hour).epsilon(0.1));
}

TEST_CASE(
    "[unit] the shipped rates give back people in the open, whole within 2 h, and covered: half in a day, closed in 60 "
    "h") {
  CHECK(shipped_clocks(k_long_roller, {}).barrier_time < 2 * k_hour);
  const closure::Clocks arm = shipped_clocks(k_long_roller, tests::covered());
  CHECK(arm.barrier_half_life == doctest::Approx(23 * k_hour).epsilon(0.02));
  CHECK(arm.barrier_time == doctest::Approx(60.5 * k_hour).epsilon(0.1));
}

TEST_CASE("[law] two clocks: the pore is to be seen long after the open barrier is whole") {
  const closure::Clocks open = shipped_clocks(k_long_roller, {});
  CHECK(open.pore_time > 2 * open.barrier_time);
  CHECK(closure::pore_radius(open, open.barrier_time) == 1);
}
