#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "closure/rates_fixture.hpp"
#include "percuta/closure/closure.hpp"

using namespace percuta;

TEST_CASE("[unit] both closing curves start at one and fall to nothing") {
  closure::Clocks clocks;
  clocks.elastic_time = 600;
  clocks.barrier_half_life = 3600;
  clocks.barrier_time = 4 * 3600;
  clocks.dry_rate = clocks.covered_rate = 1.9e-4;
  clocks.is_pierced = true;
  clocks.pore_lag = 3600;
  clocks.pore_close = 10 * 3600;
  clocks.pore_time = 11 * 3600;
  std::map<std::string, std::vector<double>> all;
  for (const auto& result : closure::results(closure::standard_times())) result.append(clocks, all[result.column.name]);
  CHECK(all.at("barrier_half_life").front() == 3600);
  CHECK(all.at("barrier").front() == 1);
  CHECK(all.at("barrier").back() < 1e-6);
  CHECK(all.at("pore").front() == 1);
  CHECK(all.at("pore").back() == 0);
}

TEST_CASE("[unit] standard times run from the session through five days, and both curves are drawn together") {
  const std::vector<double> times = closure::standard_times();
  CHECK(times.front() == 0);
  CHECK(times.back() == 5 * 86400);
  int curves = 0;
  for (const auto& result : closure::results(times)) {
    if (!result.column.axis) continue;
    CHECK(result.column.figure == "closure_course");
    CHECK(result.column.size() == times.size());
    ++curves;
  }
  CHECK(curves == 2);
}

TEST_CASE("[unit] without a puncture there is nothing to close: neither time nor curve") {
  std::map<std::string, std::vector<double>> all;
  for (const auto& result : closure::results({0, 3600})) {
    CHECK_FALSE(result.column.needs.empty());
    result.append(closure::Clocks{}, all[result.column.name]);
  }
  for (const auto& [name, numbers] : all) {
    INFO(name);
    for (const double number : numbers) CHECK(std::isnan(number));
  }
}

TEST_CASE("[unit] what never closes has courses and no time") {
  skin::Skin skin;
  skin.is_living = false;
  const closure::Clocks clocks = closure::close(tests::hole(), skin, tests::person(), tests::dry(), tests::rates());
  std::map<std::string, std::vector<double>> all;
  for (const auto& result : closure::results({0, 3600})) result.append(clocks, all[result.column.name]);
  for (const char* name : {"barrier_half_life", "barrier_time", "pore_time"}) CHECK(std::isnan(all.at(name).front()));
  CHECK(all.at("barrier").back() == 1);  // nothing springs shut here
  CHECK(all.at("pore").back() == 1);
}

TEST_CASE("[unit] where a needle went in and no hole stays all is closed at once, and there is no half-life") {
  closure::Clocks clocks;
  clocks.is_pierced = true;
  std::map<std::string, std::vector<double>> all;
  for (const auto& result : closure::results({0, 3600})) {
    result.append(clocks, all[result.column.name]);
    if (result.column.name.ends_with("_time")) CHECK(result.column.at_zero == "no hole stays");
  }
  CHECK(all.at("barrier_time").front() == 0);
  CHECK(all.at("pore_time").front() == 0);
  CHECK(std::isnan(all.at("barrier_half_life").front()));
  CHECK(std::isnan(all.at("pore").front()));
}
