#include "percuta/endpoints/looks/stages.hpp"

#include <cmath>

#include "percuta/endpoints/grades.hpp"

namespace percuta::endpoints {
namespace {

constexpr int k_stages = 4;
constexpr int k_parts = 16;  // of a stage's time, the longest step: what a stage hands on is not linear between times

constexpr std::int64_t k_type_three = 3;

}  // namespace

PigmentStages::PigmentStages(const std::vector<double>& times, const PigmentMap& map)
    : late_(map.late), fade_(map.fade) {
  const double longest = map.stage_time / k_parts;
  std::vector<double> fine;
  for (std::size_t i = 0; i < times.size(); ++i) {
    nodes_.push_back(fine.size());
    fine.push_back(times[i]);
    places_.push_back({i, 0});
    if (i + 1 == times.size()) break;
    const double length = times[i + 1] - times[i];
    const auto parts = static_cast<int>(std::ceil(length / longest));
    for (int part = 1; part < parts; ++part) {
      const double way = part / static_cast<double>(parts);
      fine.push_back(times[i] + way * length);
      places_.push_back({i, way});
    }
  }
  rates_ = {FirstOrder(fine, 1 / map.stage_time), FirstOrder(fine, fade_)};
}

double PigmentStages::feed(const healing::Moment& moment) const {
  return moment.tissue.neutrophils + moment.tissue.early + late_ * moment.tissue.late;
}

std::vector<double> PigmentStages::follow(const std::vector<double>& feed) const {
  std::vector<double> flow;
  flow.reserve(places_.size());
  for (const Place& place : places_) {
    const double here = feed[place.before];
    flow.push_back(place.way > 0 ? here + place.way * (feed[place.before + 1] - here) : here);
  }
  for (int stage = 0; stage < k_stages; ++stage) flow = rates_.front().follow(flow);
  flow = rates_.back().follow(flow);
  std::vector<double> pigment;
  pigment.reserve(nodes_.size());
  for (const std::size_t node : nodes_) pigment.push_back(flow[node] / fade_);
  return pigment;
}

double pigment_risk(double most, double threshold, std::int64_t phototype, const PigmentMap& map) {
  if (!(most > 0)) return 0;
  const double of_dark = normal_share(std::log(most / threshold) / map.people_spread);
  if (phototype > k_type_three) return of_dark;
  return of_dark * (phototype == k_type_three ? map.type_three : map.type_one_two);
}

}  // namespace percuta::endpoints
