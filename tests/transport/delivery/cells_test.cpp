#include "percuta/transport/delivery/cells.hpp"

#include <doctest/doctest.h>

#include "transport/delivery/site_fixture.hpp"

using namespace percuta;
using numerics::Index;
using tests::SteadySite;
using tests::Tracer;

TEST_CASE("[unit] of what a cell holds the share in the hole counts what each holds") {
  const Tracer of{.partition = 0.5};
  const SteadySite on(of, tests::holes(50e-6, 100e-6, 1e-6), tests::plain_rates(of));
  const transport::Strata& strata = on.site.strata;
  CHECK(share_in_hole(on.site, on.substance, on.phase, 0, 0, strata.first[1]) == doctest::Approx(1));
  CHECK(share_in_hole(on.site, on.substance, on.phase, 0, on.site.rings.inside(), strata.first[1]) == 0);
  CHECK(share_in_hole(on.site, on.substance, on.phase, 0, 0, strata.first[3]) == 0);
  for (Index k = strata.film; k < strata.first[4]; ++k) {  // the cell that the hole ends in
    const double part = on.site.rings.channel_part(0, 0, k);
    if (part > 0 && part < 1) {
      CHECK(share_in_hole(on.site, on.substance, on.phase, 0, 0, k) ==
            doctest::Approx(part / (part + 0.5 * (1 - part))));
    }
  }
  transport::Phase closed = on.phase;
  closed.has_holes = false;
  CHECK(share_in_hole(on.site, on.substance, closed, 0, 0, strata.first[1]) == 0);
}

TEST_CASE("[law] a film held at 1 leaves nothing lacking where nothing is taken, and more the more is") {
  const auto lack = [](double clearance) {
    const Tracer of{.clearance = clearance};
    const SteadySite on(of, tests::holes(25e-6, 100e-6, 1e-6), tests::plain_rates(of));
    return lacking(on.site, on.open(), 1e-8).greatest();
  };
  CHECK(lack(0) == 0);
  CHECK(lack(1e-6) > 0);
  CHECK(lack(1e-4) > 2 * lack(1e-6));
  CHECK(lack(1e-4) <= 1);
}
