#include "percuta/transport/delivery/walk.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "percuta/transport/delivery/site.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using tests::named;
using tests::Tracer;
using transport::LinkCourse;
using transport::NamedActive;

namespace {

/// A chain from a film that is put on, washed off and put on again, on skin with one class of holes.
std::vector<LinkCourse> walked(const std::vector<NamedActive>& chain, const transport::Application& application,
                               const std::vector<double>& times, const transport::Rates& rates, double closed = 1e9) {
  const skin::Skin skin = tests::round_skin();
  const closure::Clocks clocks = tests::lasting();
  transport::Treatment treatment;
  treatment.composition = tests::watery(0.01, 3e-5);
  treatment.application = application;
  treatment.actives = chain;
  const transport::Site site(transport::strata_of(20e-6, {15e-6, 60e-6, 200e-6, 1e-3}, 1),
                             {{{25e-6, 75e-6, 1e-6, 100}}, {}, 1e-4}, {});
  const std::vector<transport::Phase> all =
      phases(treatment.composition, application, rates.surface.left_over, closed, application.apply + times.back());
  return walk(site, chain, all, {skin, clocks, treatment, rates, 100}, times);
}

double there(const LinkCourse& course, std::size_t time) {
  double sum = 0;
  for (const std::vector<double>& place : course.amount) sum += place[time];
  return sum;
}

}  // namespace

TEST_CASE("[law] all that was given and gained is somewhere, at every time, of every one of a chain") {
  const std::vector<NamedActive> chain = {named("ester", "alcohol", 1e-4), named("alcohol", "acid", 1e-4),
                                          named("acid", "", 1e-5)};
  const transport::Application application{
      .amount = 0.02, .apply = 60, .every = 4 * k_hour, .times = 2, .wash = k_hour};
  const std::vector<double> times = {0, 60, k_hour, 2 * k_hour, 4 * k_hour, 5 * k_hour, 6 * k_hour, k_day};
  const std::vector<LinkCourse> all = walked(chain, application, times, tests::transport_rates());
  REQUIRE(all.size() == 3);
  const double dose = all[0].given.back();
  CHECK(dose == doctest::Approx(2 * 100 * 20e-6 * 1e-4).epsilon(1e-12));
  CHECK(all[0].given[2] == doctest::Approx(0.5 * dose));
  for (const LinkCourse& one : all) {
    for (std::size_t t = 0; t < times.size(); ++t) {
      CHECK(std::abs(there(one, t) - one.given[t] - one.gained[t]) < 1e-7 * dose);
    }
    CHECK(std::abs(there(one, times.size() - 1) - one.given.back() - one.gained.back() - one.numerical) < 1e-12 * dose);
  }
  // What one loses to the next the next gains.
  const std::size_t converted = all[0].amount.size() - 2;
  for (std::size_t t = 0; t < times.size(); ++t) {
    CHECK(all[1].gained[t] == doctest::Approx(all[0].amount[converted][t]).epsilon(1e-12));
    CHECK(all[2].gained[t] == doctest::Approx(all[1].amount[converted][t]).epsilon(1e-12));
  }
  CHECK(all[2].gained.back() > 1e-3 * dose);
}

TEST_CASE("[law] what has left never comes back, and what is washed off was on the surface") {
  const transport::Application application{.amount = 0.02, .apply = 0, .wash = k_hour};
  const std::vector<double> times = {0, 1800, k_hour, k_hour + 1, 2 * k_hour, k_day};
  const LinkCourse one = walked({named("tracer")}, application, times, tests::transport_rates()).front();
  const std::size_t last = one.amount.size() - 1, blood = last - 2;
  CHECK(one.amount[last][2] == 0);  // told before it is washed
  CHECK(one.amount[last][3] == doctest::Approx(one.amount[0][2]));
  CHECK(one.amount[last].back() == one.amount[last][3]);
  for (std::size_t t = 1; t < times.size(); ++t) CHECK(one.amount[blood][t] >= one.amount[blood][t - 1]);
  CHECK(one.amount[blood].back() > 0);
}

TEST_CASE("[law] at first the product is on the surface and in the holes that it fills, nowhere else") {
  transport::Rates rates = tests::transport_rates();
  rates.channel.product_share = certain(0.4);
  const LinkCourse one = walked({named("tracer")}, {.amount = 0.02, .apply = 0}, {0, 60}, rates).front();
  const double hole = 3.14159265 * 25e-6 * 25e-6 * 75e-6 * 100;
  CHECK(one.amount[1][0] == doctest::Approx(0.4 * 100 * hole).epsilon(1e-3));
  CHECK(one.amount[0][0] == doctest::Approx(100 * 20e-6 * 1e-4 - one.amount[1][0]));
  for (std::size_t place = 2; place < one.amount.size(); ++place) CHECK(one.amount[place][0] < 1e-12 * one.given[0]);
}

TEST_CASE("[law] product that is put on again does not fill what it fills already") {
  transport::Rates rates = tests::transport_rates();
  rates.channel.product_share = certain(0.4);
  const transport::Application twice{.amount = 0.02, .apply = 0, .every = 1, .times = 2};
  const double first = walked({named("tracer")}, {.amount = 0.02, .apply = 0}, {0, 1}, rates).front().amount[1][0];
  const LinkCourse again = walked({named("tracer")}, twice, {0, 1, 1.001}, rates).front();
  CHECK(again.given[2] == doctest::Approx(2 * again.given[0]));
  CHECK(again.amount[1][2] < 1.001 * first);
}

TEST_CASE("[law] what lies in a hole that becomes tissue stays, on a row of its own") {
  transport::Rates rates = tests::plain_rates({});
  rates.channel.product_share = certain(0.4);
  const std::vector<double> times = {0, k_hour, k_hour + 0.001, 2 * k_hour};
  const LinkCourse one = walked({named("tracer")}, {.amount = 0.02, .apply = 0}, times, rates, k_hour).front();
  CHECK(one.closed[1] == 0);
  CHECK(one.closed[2] == doctest::Approx(one.amount[1][1]));
  CHECK(one.closed[3] == one.closed[2]);
  CHECK(one.amount[1][2] == 0);
  CHECK(there(one, 2) == doctest::Approx(one.given[2]).epsilon(1e-7));
}

TEST_CASE("[unit] what is unbound in the dermis is a mean over it") {
  const skin::Skin skin = tests::round_skin();
  const LinkCourse one =
      walked({named("tracer")}, {.amount = 0.02, .apply = 0}, {0, k_hour}, tests::plain_rates({})).front();
  // The tracer's partition is 1 and 0.7 of tissue is water: it counts as bound by 1 / 0.7.
  const double dermis = (200e-6 + 1e-3) * 1e-4;
  CHECK(one.unbound[0] == 0);
  CHECK(one.unbound[1] == doctest::Approx(0.7 * (one.amount[4][1] + one.amount[5][1]) / dermis).epsilon(0.01));
}
