#include <doctest/doctest.h>

#include "device/head_fixture.hpp"
#include "device/roller_fixture.hpp"
#include "percuta/base/error.hpp"
#include "percuta/punctures/punctures.hpp"
#include "punctures/guidance_fixture.hpp"
#include "strokes/hand_fixture.hpp"

using namespace percuta;
using punctures::Landing;
using punctures::Puncture;
using punctures::Punctures;

namespace {

const skin::Skin k_skin = tests::flat_skin({{0, 0}, {40e-3, 0}, {40e-3, 30e-3}, {0, 30e-3}});

punctures::Guidance guidance() {
  punctures::Guidance capturing = tests::no_guidance();
  capturing.capture_distance = certain(0.3e-3);
  return capturing;
}

Landing at(double x, std::int32_t hole = -1) {
  Landing landing;
  landing.x = x;
  landing.y = 10e-3;
  landing.hole = hole;
  return landing;
}

std::vector<Landing> kept(const Punctures& run) {
  std::vector<Landing> landings;
  for (const Puncture& p : run.all) {
    landings.push_back({p.x, p.y, p.force, p.length, p.tilt, p.speed, p.stroke, p.needle, p.hole});
  }
  return landings;
}

Punctures replayed(const std::vector<Landing>& landings, const device::Device& device = tests::roller()) {
  return punctures::replay(landings, 4, device, k_skin, guidance());
}

}  // namespace

TEST_CASE("[law] a run fed its own punctures ends with the same punctures, for every kind of device") {
  device::Device pen = tests::stamp("hex", 12), stamp = tests::stamp("grid", 36);
  pen.kind = "pen";
  pen.head.frequency = certain(100);
  for (const device::Device& device : {tests::roller(), pen, stamp, tests::injector()}) {
    const auto strokes =
        strokes::trace(tests::technique(), tests::human_hand(), tests::patterns(), device, k_skin, {7, 1, 32}, 1);
    const Punctures run = punctures::land(strokes, device, k_skin, guidance(), {7, 1, 32}, 1);
    const Punctures again = replayed(kept(run), device);
    REQUIRE(again.all.size() == run.all.size());
    CHECK(again.holes == run.holes);
    CHECK(again.struck == run.struck - run.outside);  // those beyond the site leave no puncture to feed
    CHECK(again.outside == 0);
    CHECK(again.slit == run.slit);
    CHECK(again.tip_sweep == run.tip_sweep);
    CHECK(again.entry_angle == run.entry_angle);
    for (std::size_t i = 0; i < run.all.size(); ++i) {
      const Puncture &a = run.all[i], &b = again.all[i];
      const bool is_same = a.x == b.x && a.y == b.y && a.force == b.force && a.length == b.length && a.tilt == b.tilt &&
                           a.speed == b.speed && a.stroke == b.stroke && a.needle == b.needle && a.hole == b.hole &&
                           a.is_reentry == b.is_reentry && a.in_window == b.in_window;
      REQUIRE(is_same);
    }
  }
}

TEST_CASE("[unit] where no hole is named each landing is one, however near the next") {
  const Punctures found = replayed({at(10e-3), at(10.2e-3), at(20e-3)});
  CHECK(found.holes == 3);
  CHECK_FALSE(found.all[1].is_reentry);
  CHECK(found.all[1].x == 10.2e-3);
}

TEST_CASE("[unit] holes that were told are taken as told, near or far") {
  const Punctures told = replayed({at(10e-3, 0), at(10.2e-3, 1), at(20e-3, 0)});
  CHECK(told.holes == 2);
  CHECK_FALSE(told.all[1].is_reentry);
  CHECK(told.all[2].x == 10e-3);
}

TEST_CASE("[law] punctures beyond the site are counted, and the holes that stay are numbered without gaps") {
  const Punctures all = replayed({at(900e-3, 0), at(10e-3, 1), at(900e-3, 0), at(20e-3, 2), at(10e-3, 1)});
  CHECK(all.struck == 5);
  CHECK(all.outside == 2);
  CHECK(all.holes == 2);
  CHECK(all.all[0].hole == 0);
  CHECK(all.all[1].hole == 1);
  CHECK(all.all[2].hole == 0);
  CHECK(all.all[2].is_reentry);
}

TEST_CASE("[unit] a length that is left open is the device's, a force the technique's") {
  Landing told = at(20e-3);
  told.length = 0.7e-3;
  told.force = 2;
  const Punctures all = replayed({at(10e-3), told});
  CHECK(all.all[0].length == 1.5e-3);
  CHECK(all.all[0].force == 4);
  CHECK(all.all[1].length == 0.7e-3);
  CHECK(all.all[1].force == 2);
}

TEST_CASE("[unit] names of holes are names: in whatever order and with whatever gaps, they are numbered as made") {
  const Punctures all = replayed({at(10e-3, 7), at(20e-3, 2), at(10e-3, 7), at(30e-3, 1'999'999'999)});
  CHECK(all.holes == 3);
  CHECK(all.all[0].hole == 0);
  CHECK(all.all[1].hole == 1);
  CHECK(all.all[2].hole == 0);
  CHECK(all.all[2].is_reentry);
  CHECK(all.all[3].hole == 2);
}

TEST_CASE("[unit] holes that only some punctures name are refused") {
  CHECK_THROWS_AS(replayed({at(10e-3, 0), at(20e-3)}), InputError);
}
