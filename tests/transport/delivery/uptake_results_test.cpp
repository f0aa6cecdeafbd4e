#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "percuta/transport/delivery/uptake.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_day;
using tests::k_hour;
using transport::Uptake;

namespace {

constexpr double k_ug_cm2 = 1e-5;  // [kg/m2]

/// Nothing for two hours, then evenly: 1 ug/cm2 an hour into the dermis, half as much through intact skin.
Uptake made_up() {
  Uptake uptake;
  uptake.times = {0, 2 * k_hour, 6 * k_hour, k_day, 2 * k_day};
  uptake.places = {"surface", "channels", "stratum_corneum", "papillary_dermis", "blood", "converted", "washed"};
  transport::ActiveCourse& course = uptake.actives.emplace_back();
  course.name = "caffeine";
  course.amount.assign(uptake.places.size(), std::vector<double>(uptake.times.size(), 0));
  course.intact = course.amount;
  for (std::size_t t = 0; t < uptake.times.size(); ++t) {
    const double in = std::max(0.0, uptake.times[t] / k_hour - 2) * k_ug_cm2;
    course.amount[0][t] = 100 * k_ug_cm2 - in;
    course.amount[1][t] = 7 * k_ug_cm2;
    course.amount[3][t] = 0.75 * in;
    course.amount[4][t] = 0.25 * in;
    course.intact[3][t] = 0.5 * in;
    course.given.push_back(107 * k_ug_cm2);
    course.gained.push_back(0);
    course.closed.push_back(0);
    course.unbound.push_back(2);  // [kg/m3]
    course.intact_unbound.push_back(0);
  }
  course.dose = 107 * k_ug_cm2;
  return uptake;
}

std::vector<double> row(const Uptake& uptake, const std::string& name, const std::vector<double>& times = {},
                        const std::string& active = "caffeine") {
  std::vector<double> told;
  for (const ResultOf<Uptake>& one : transport::results({active}, times)) {
    if (one.column.name == active + "." + name) one.append(uptake, told);
  }
  return told;
}

double number(const Uptake& uptake, const std::string& name) {
  const std::vector<double> told = row(uptake, name);
  REQUIRE(told.size() == 1);
  return told[0];
}

}  // namespace

TEST_CASE("[unit] numbers after a day are read off the course") {
  const Uptake uptake = made_up();
  CHECK(number(uptake, "dose") == doctest::Approx(107 * k_ug_cm2));
  CHECK(number(uptake, "uptake") == doctest::Approx(22 * k_ug_cm2));
  CHECK(number(uptake, "intact_uptake") == doctest::Approx(11 * k_ug_cm2));
  CHECK(number(uptake, "enhancement") == doctest::Approx(2));
  CHECK(number(uptake, "flux") == doctest::Approx(k_ug_cm2 / k_hour));
  CHECK(number(uptake, "lag") == doctest::Approx(2 * k_hour));
  CHECK(number(uptake, "dermal_exposure") == doctest::Approx(2 * k_day));
  CHECK(number(uptake, "amount.surface") == doctest::Approx(78 * k_ug_cm2));
  CHECK(number(uptake, "amount.channels") == doctest::Approx(7 * k_ug_cm2));
  CHECK(number(uptake, "amount.papillary_dermis") == doctest::Approx(16.5 * k_ug_cm2));
  CHECK(number(uptake, "amount.blood") == doctest::Approx(5.5 * k_ug_cm2));
  CHECK(number(uptake, "amount.reticular_dermis") == 0);  // a skin without one
}

TEST_CASE("[unit] courses are told at the times asked, straight between those that were walked") {
  const std::vector<double> times = {0, 4 * k_hour, k_day};
  const std::vector<double> told = row(made_up(), "uptake_course", times);
  REQUIRE(told.size() == 3);
  CHECK(told[0] == 0);
  CHECK(told[1] == doctest::Approx(2 * k_ug_cm2));
  CHECK(told[2] == doctest::Approx(22 * k_ug_cm2));
  CHECK(row(made_up(), "intact_uptake_course", times)[2] == doctest::Approx(11 * k_ug_cm2));
  CHECK(row(made_up(), "course.blood", times)[2] == doctest::Approx(5.5 * k_ug_cm2));
  CHECK(row(made_up(), "intact_course.papillary_dermis", times)[2] == doctest::Approx(11 * k_ug_cm2));
  CHECK(std::isnan(row(made_up(), "uptake_course", {3 * k_day})[0]));
}

TEST_CASE("[unit] what is not there is undefined, never 0") {
  for (const ResultOf<Uptake>& one : transport::results({"caffeine"}, {k_hour})) {
    std::vector<double> told;
    one.append(Uptake{}, told);
    for (const double value : told) CHECK(std::isnan(value));
    CHECK_FALSE(one.column.needs.empty());
  }
  Uptake tight = made_up();
  for (std::vector<double>& place : tight.actives[0].intact) place.assign(place.size(), 0.0);
  CHECK(std::isnan(number(tight, "enhancement")));
  CHECK(number(tight, "intact_uptake") == 0);
  Uptake none = tight;
  for (std::vector<double>& place : none.actives[0].amount) place.assign(place.size(), 0.0);
  CHECK(number(none, "flux") == 0);
  CHECK(std::isnan(number(none, "lag")));
}

TEST_CASE("[unit] every active has the same columns, each named once") {
  const auto all = transport::results({"caffeine", "retinol"}, {0, k_hour});
  std::set<std::string> names;
  for (const ResultOf<Uptake>& one : all) {
    CHECK(names.insert(one.column.name).second);
    CHECK(one.column.room == "transport");
    CHECK_FALSE(one.column.unit.empty());
    if (one.column.axis) CHECK(one.column.size() == 2);
  }
  CHECK(all.size() == 2 * transport::results({"caffeine"}, {0}).size());
  CHECK(transport::results({}, {0}).empty());
}

TEST_CASE("[unit] what counts as taken up lies under the stratum corneum, holes left out") {
  for (const char* name : {"viable_epidermis", "papillary_dermis", "blood", "receptor", "converted"})
    CHECK(transport::is_taken_up(name));
  for (const char* name : {"surface", "channels", "stratum_corneum", "washed"})
    CHECK_FALSE(transport::is_taken_up(name));
  const Uptake uptake = made_up();
  CHECK(taken_up(uptake, uptake.actives[0].amount)[3] == doctest::Approx(22 * k_ug_cm2));
  CHECK(uptake.place("blood") == 4);
  CHECK_THROWS_AS(static_cast<void>(uptake.place("liver")), std::out_of_range);
}
