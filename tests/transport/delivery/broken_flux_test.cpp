#include "transport/delivery/broken_flux.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "percuta/transport/delivery/walk.hpp"
#include "transport/delivery/delivery_fixture.hpp"

/// A ledger is worth something only if it opens.
using namespace percuta;
using tests::k_hour;
using tests::named;
using transport::LinkCourse;

namespace {

constexpr double k_closed = 1e-9;  // of what was put in

const transport::Strata& strata() {
  static const transport::Strata all = transport::strata_of(20e-6, {15e-6, 60e-6, 200e-6, 1e-3}, 1);
  return all;
}

template <class Kind>
Kind rings() {
  return Kind(strata(), {{{25e-6, 75e-6, 1e-6, 100}}, {}, 1e-4}, {});
}

template <class Kind>
Kind patch() {
  return Kind(strata(), {.side = 200e-6, .cell = 20e-6}, {{90e-6, 110e-6, 35e-6, 150e-6}});
}

/// How open the ledger of each of a chain of two is after six hours, over what was put in.
std::vector<double> mismatches(const transport::Cells& cells) {
  const skin::Skin skin = tests::round_skin();
  const closure::Clocks clocks = tests::lasting();
  const transport::Rates rates = tests::plain_rates({});
  transport::Treatment treatment;
  treatment.composition = tests::watery(0.01, 3e-5);
  treatment.application = {.amount = 0.02};
  treatment.actives = {named("tracer", "other", 1e-4), named("other")};
  const std::vector<transport::Phase> all = phases(treatment.composition, treatment.application, 0.1, 1e9, 6 * k_hour);
  std::vector<double> open;
  for (const LinkCourse& one :
       walk(cells, treatment.actives, all, {skin, clocks, treatment, rates, 100}, {0, 6 * k_hour})) {
    const double put_in = one.given.back() + one.gained.back() + one.numerical;
    double found = 0;
    for (const std::vector<double>& place : one.amount) found += place.back();
    open.push_back(std::abs(put_in - found) / put_in);
  }
  return open;
}

}  // namespace

TEST_CASE("[law] at both scales the ledger of each of a chain closes, and opens when a flux goes where nobody looks") {
  for (const double open : mismatches(rings<transport::Site>())) CHECK(open < k_closed);
  for (const double open : mismatches(patch<transport::PatchCells>())) CHECK(open < k_closed);
  for (const double open : mismatches(rings<tests::LeakySite>())) CHECK(open > k_closed);
  for (const double open : mismatches(patch<tests::LeakyPatch>())) CHECK(open > k_closed);
}
