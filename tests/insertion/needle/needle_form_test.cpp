#include "percuta/insertion/needle/needle_form.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "device/roller_fixture.hpp"

using namespace percuta;
using insertion::needle_form;
using insertion::NeedleForm;

TEST_CASE("[unit] a cone on a shaft has two pieces, and the radius of its device") {
  const device::Needle needle = tests::roller().needle;
  const NeedleForm form = needle_form(needle);
  CHECK(form.count == 2);
  CHECK(form.taper == doctest::Approx(0.9e-3));
  for (const double height : {0.0, 0.2e-3, 0.9e-3, 1.4e-3}) {
    CHECK(insertion::radius_at(form, height) == doctest::Approx(device::radius_at(needle, height)));
  }
}

TEST_CASE("[law] every shape keeps its device's radius where pieces meet, and within a tenth of it between") {
  device::Needle bevel = tests::roller().needle;
  bevel.shape = "bevel";
  device::Needle pyramid = tests::roller().needle;
  pyramid.shape = "pyramid";
  device::Needle measured = tests::roller().needle;
  measured.profile = {{0, 5e-6}, {0.2e-3, 40e-6}, {0.6e-3, 60e-6}, {1e-3, 125e-6}};
  for (const device::Needle& needle : {bevel, pyramid, measured}) {
    const NeedleForm form = needle_form(needle);
    CHECK(form.count <= NeedleForm::k_most_pieces);
    CHECK(form.tip_radius == doctest::Approx(device::radius_at(needle, 0)));
    CHECK(form.base_radius == doctest::Approx(device::radius_at(needle, 1.5e-3)));
    for (int i = 0; i <= 60; ++i) {
      const double height = 25e-6 * i;
      const double error = insertion::radius_at(form, height) - device::radius_at(needle, height);
      CHECK(std::abs(error) < 0.1 * form.base_radius);
    }
  }
}

TEST_CASE("[law] a profile of up to seven tapers is exact at each of its points") {
  device::Needle needle = tests::roller().needle;
  const double heights[] = {0, 0.05e-3, 0.1e-3, 0.3e-3, 0.35e-3, 0.6e-3, 0.65e-3, 1e-3};
  const double radii[] = {5e-6, 9e-6, 30e-6, 35e-6, 60e-6, 65e-6, 100e-6, 125e-6};
  for (int i = 0; i < 8; ++i) needle.profile.push_back({heights[i], radii[i]});
  const NeedleForm form = needle_form(needle);
  CHECK(form.count == NeedleForm::k_most_pieces);
  for (int i = 0; i < 8; ++i) CHECK(insertion::radius_at(form, heights[i]) == doctest::Approx(radii[i]));
}

TEST_CASE("[unit] a profile of many points is walked in even steps") {
  device::Needle needle = tests::roller().needle;
  for (int i = 0; i <= 40; ++i) needle.profile.push_back({25e-6 * i, 5e-6 + 3e-6 * i});
  const NeedleForm form = needle_form(needle);
  CHECK(form.count == NeedleForm::k_most_pieces);
  CHECK(insertion::radius_at(form, 0.5e-3) == doctest::Approx(65e-6));
}

TEST_CASE("[law] the flank is that of a frustum and a cylinder") {
  const NeedleForm form = needle_form(tests::roller().needle);
  const double slant = std::hypot(0.9e-3, 119e-6);
  const double taper = std::numbers::pi * (6e-6 + 125e-6) * slant;
  CHECK(insertion::flank_to(form, 0.9e-3) == doctest::Approx(taper));
  CHECK(insertion::flank_to(form, 1.2e-3) == doctest::Approx(taper + 2 * std::numbers::pi * 125e-6 * 0.3e-3));
  CHECK(insertion::flank_to(form, 0) == 0);
}

TEST_CASE("[law] the height of a radius has that radius; a needle never wider has none") {
  const NeedleForm form = needle_form(tests::roller().needle);
  CHECK(insertion::radius_at(form, insertion::height_where(form, 70e-6)) == doctest::Approx(70e-6));
  CHECK(insertion::height_where(form, 5e-6) == 0);
  CHECK(std::isinf(insertion::height_where(form, 126e-6)));
}
