#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "percuta/insertion/insertion.hpp"
#include "skin/skin_fixture.hpp"

using namespace percuta;
using namespace percuta::insertion;

namespace {

template <class Source>
std::map<std::string, std::vector<double>> read_off(const std::vector<ResultOf<Source>>& results,
                                                    const Source& source) {
  std::map<std::string, std::vector<double>> all;
  for (const ResultOf<Source>& one : results) {
    std::vector<double>& numbers = all[one.column.name];
    one.append(source, numbers);
    CHECK(numbers.size() == one.column.size());
  }
  return all;
}

}  // namespace

TEST_CASE("[unit] a session's insertion is read off by name") {
  Channels channels;
  channels.neighbour_share = 0.3;
  Reach reach;
  reach.depth_in_place = 1e-3;
  reach.reach_fat = 0.2;
  const punctures::Punctures landed;
  const skin::Skin skin = tests::skin_of();
  const HolesLeft holes{0.1e-3, 0.2e-3, 1e6};
  const auto all = read_off(results(depth_edges(1.5e-3)), Inserted{channels, reach, landed, skin, holes});
  CHECK(all.at("open_share").front() == open_share(holes));
  CHECK(all.at("leak").front() == leak(holes, skin));
  CHECK(all.at("depth_in_place").front() == 1e-3);
  CHECK(all.at("reach_fat").front() == 0.2);
  CHECK(all.at("neighbour_share").front() == 0.3);
  CHECK(all.at("is_extrapolated").front() == 0);
  CHECK(all.at("strikes_by_depth").size() == depth_edges(1.5e-3).size() - 1);
}

TEST_CASE("[unit] depth edges run evenly from the surface beyond the longest needle") {
  const std::vector<double> edges = depth_edges(2e-3);
  CHECK(edges.front() == 0);
  CHECK(edges[30] == doctest::Approx(2e-3));
  CHECK(edges.back() > 2e-3);
}

TEST_CASE("[unit] where a press stops short its last values stand on") {
  PressCurve press;
  press.displacement = {0, 1e-3};
  press.force = {0, 0.1};
  press.depth = {0, 0.5e-3};
  const auto all = read_off(press_results(2e-3), press);
  const std::vector<double>& force = all.at("force");
  CHECK(force.front() == 0);
  CHECK(force[force.size() / 4] == doctest::Approx(0.05));
  CHECK(force.back() == 0.1);
  CHECK(all.at("depth").back() == 0.5e-3);
}

TEST_CASE("[unit] the fall of the force is a share of the peak before it") {
  PressCurve press;
  press.displacement = {0, 1, 2, 3, 4};
  press.force = {0, 0.1, 0.2, 0.05, 0.3};
  press.depth = {0, 0, 0, 0, 0};
  CHECK(read_off(press_results(4), press).at("force_drop").front() == doctest::Approx(0.75));
}

TEST_CASE("[unit] a press that does not pierce has no travel to the puncture, one without force no fall of it") {
  const auto all = read_off(press_results(1e-3), PressCurve{});
  CHECK(std::isnan(all.at("puncture_displacement").front()));
  CHECK(std::isnan(all.at("force_drop").front()));
  PressCurve steady;
  steady.displacement = steady.depth = {0, 1};
  steady.force = {0, 0.1};
  CHECK(read_off(press_results(1), steady).at("force_drop").front() == 0);
}

TEST_CASE("[law] a number of insertion that may be missing says what it needs") {
  const Channels channels;
  const Reach nothing;
  const punctures::Punctures landed;
  const skin::Skin skin = tests::skin_of();
  const HolesLeft none;
  for (const auto& result : results(depth_edges(1.5e-3))) {
    std::vector<double> numbers;
    result.append(Inserted{channels, nothing, landed, skin, none}, numbers);
    for (const double number : numbers) CHECK(std::isnan(number) == !result.column.needs.empty());
  }
}
