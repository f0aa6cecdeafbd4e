#include "percuta/transport/delivery/mouths.hpp"

#include <doctest/doctest.h>

#include "transport/delivery/site_fixture.hpp"

using namespace percuta;
using tests::SteadySite;
using tests::Tracer;

namespace {

numerics::Transmissibilities with_share(const SteadySite& on, double share) {
  const numerics::Transmissibilities open = on.open();
  numerics::Transmissibilities matrix = open;
  set_mouths(on.site, halving_resistances(on.site, open), share, open, matrix);
  return matrix;
}

}  // namespace

TEST_CASE("[law] what a hole adds at rest falls to the share that closing says") {
  for (const double diffusivity : {5e-12, 2e-10}) {
    for (const double radius : {8e-6, 25e-6, 70e-6}) {
      for (const double film : {3e-6, 50e-6}) {
        const Tracer of{.diffusivity = diffusivity};
        const SteadySite on(of, tests::holes(radius, 150e-6, 5e-7), tests::plain_rates(of), true, film);
        const double shut = on.passage(with_share(on, 0)), open = on.passage(with_share(on, 1));
        CHECK(open > 1.02 * shut);
        for (const double share : {0.9, 0.5, 0.1, 0.01}) {
          const double added = on.passage(with_share(on, share)) - shut;
          CAPTURE(diffusivity);
          CAPTURE(radius);
          CAPTURE(film);
          CAPTURE(share);
          CHECK(added == doctest::Approx(share * (open - shut)).epsilon(0.02));
        }
      }
    }
  }
}

TEST_CASE("[law] so it is under a film that conducts a millionfold, and in a hole full of oil") {
  const Tracer of;
  for (const double oily : {1.0, 1e5}) {
    SteadySite on(of, {.radius = 25e-6, .depth = 75e-6, .share = 5e-7, .channels = 4}, tests::plain_rates(of));
    on.substance.film_conductivity *= 1e6;
    on.substance.hole_conductivity *= oily;
    const double shut = on.passage(with_share(on, 0)), open = on.passage(with_share(on, 1));
    const double added = on.passage(with_share(on, 0.2)) - shut;
    CHECK(added == doctest::Approx(0.2 * (open - shut)).epsilon(0.02));
  }
}

TEST_CASE("[law] an open mouth is the matrix as it was, a shut one lets nothing pass") {
  const Tracer of;
  const SteadySite on(of, tests::holes(25e-6, 150e-6, 5e-7), tests::plain_rates(of));
  const numerics::Transmissibilities open = on.open(), full = with_share(on, 1), none = with_share(on, 0);
  for (numerics::Index j = 0; j < on.site.rings.rings(); ++j) {
    const auto mouth = [&](const numerics::Transmissibilities& matrix) {
      return matrix.conductance(numerics::Axis::z, 0, j, on.site.strata.film);
    };
    CHECK(mouth(full) == doctest::Approx(mouth(open)).epsilon(1e-6));
    if (j < on.site.rings.inside()) {
      CHECK(mouth(none) == 0);
    } else {
      CHECK(mouth(none) == mouth(open));
    }
  }
}

TEST_CASE("[law] over tissue that takes nothing at rest a hole closes by its own resistance, and does close") {
  const Tracer of{.clearance = 0};
  for (const double radius : {15e-6, 35e-6}) {
    const SteadySite on(of, tests::holes(radius, 150e-6, 1e-6), tests::plain_rates(of));
    const double own = (15e-6 + 0.25 * 3.14159265 * radius) / (of.diffusivity * on.rates.channel.fluid);
    CHECK(halving_resistances(on.site, on.open())[0] == doctest::Approx(own).epsilon(1e-3));
  }
  const auto added = [&](double share) {
    const transport::Uptake uptake =
        transport::deliver(tests::lattice(2, 2e-3, 35e-6, 150e-6), tests::round_skin(2e-3), tests::lasting(share),
                           tests::film_of(1e-3, tests::tracer(of)), tests::plain_rates(of), {});
    const transport::ActiveCourse& course = uptake.actives.front();
    return tests::at(uptake, taken_up(uptake, course.amount), 300) -
           tests::at(uptake, taken_up(uptake, course.intact), 300);
  };
  CHECK(added(0.5) < 0.8 * added(1));
  CHECK(added(0.1) < 0.5 * added(1));
}

TEST_CASE(
    "[law] a hole that ends in a stratum corneum which lets nothing pass has no resistance to halve, and stays sound") {
  const Tracer of{.permeability = 0};
  const SteadySite on(of, tests::holes(20e-6, 1e-6, 1e-6), tests::plain_rates(of));
  CHECK(halving_resistances(on.site, on.open()) == std::vector<double>{0});
  CHECK(on.passage(with_share(on, 1)) == doctest::Approx(0));
  CHECK(on.passage(with_share(on, 0.5)) == doctest::Approx(0));
}

TEST_CASE("[unit] whole tissue has no mouth") {
  const Tracer of;
  const SteadySite on(of, tests::k_whole, tests::plain_rates(of));
  CHECK(halving_resistances(on.site, on.open()) == std::vector<double>{0});
}

TEST_CASE("[law] classes do not feel one another's mouths") {
  const Tracer of;
  const SteadySite alone(of, tests::holes(25e-6, 150e-6, 5e-7), tests::plain_rates(of));
  const SteadySite other(of, tests::holes(60e-6, 300e-6, 1e-6), tests::plain_rates(of));
  SteadySite both = alone;
  both.site = transport::Site(
      alone.site.strata,
      transport::HoleClasses{{alone.site.holes.classes[0], tests::k_whole, other.site.holes.classes[0]}, {}, 3e-4}, {});
  const std::vector<double> halving = halving_resistances(both.site, both.open());
  REQUIRE(halving.size() == 3);
  CHECK(halving[0] == doctest::Approx(halving_resistances(alone.site, alone.open())[0]).epsilon(1e-3));
  CHECK(halving[1] == 0);
  CHECK(halving[2] == doctest::Approx(halving_resistances(other.site, other.open())[0]).epsilon(1e-3));
}
