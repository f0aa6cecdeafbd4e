#include <algorithm>
#include <cstddef>
#include <iterator>

#include "percuta/transport/delivery/setting.hpp"
#include "percuta/transport/delivery/walk.hpp"
#include "percuta/transport/pictures/pictures.hpp"

namespace percuta::transport {
namespace {

using numerics::Index;

constexpr double k_drawn_minutes[] = {10, 60, 240, 1440};
constexpr double k_minute = 60;  // [s]

/// The class with most holes; null where there is none.
const numerics::ChannelClass* commonest(const HoleClasses& sorted) {
  const numerics::ChannelClass* most = nullptr;
  for (const numerics::ChannelClass& each : sorted.classes) {
    if (each.depth > 0 && (most == nullptr || each.channels > most->channels)) most = &each;
  }
  return most;
}

/// [cell] of a section, of the amounts in the cells of a site with one class.
std::vector<double> section(const Site& site, const numerics::Field& amount, double molar_mass) {
  std::vector<double> made;
  const numerics::Layout& layout = site.layout();
  for (Index k = 0; k < layout.nz; ++k) {
    for (Index j = 0; j < layout.ny; ++j) made.push_back(molar_mass * amount(0, j, k) / site.volume(0, j, k));
  }
  return made;
}

}  // namespace

HoleCut hole_cut(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                 const Treatment& treatment, const Rates& rates, const DeliveryPlan& plan) {
  HoleCut cut;
  if (!is_told(treatment.composition)) return cut;
  const HoleClasses sorted = classes_now(holes, skin, clocks, plan);
  const numerics::ChannelClass* const most = commonest(sorted);
  if (most == nullptr) return cut;
  cut.radius = most->radius;
  cut.depth = most->depth;
  for (const double minutes : k_drawn_minutes) cut.times.push_back(minutes * k_minute);
  const Setting setting = setting_of(skin, clocks, treatment, rates, plan.finer, cut.times.back());
  const Site alone(setting.strata, {{*most}, {}, most->share * most->channels}, plan.rings);
  for (Index j = 0; j <= alone.rings.rings(); ++j) cut.across.push_back(alone.rings.edge(0, j));
  for (const double edge : setting.strata.edges) cut.down.push_back(edge - setting.strata.surface());
  std::vector<double> told = {0};
  told.insert(told.end(), cut.times.begin(), cut.times.end());
  for (const Ingredient& one : treatment.composition.active) {
    if (!one.is_stated()) continue;
    const std::vector<NamedActive> chain = known_chain(one, treatment);
    cut.actives.push_back(one.name);
    std::vector<std::vector<double>>& drawn = cut.concentration.emplace_back();
    WalkWatch watch;
    watch.field_times = cut.times;
    watch.take_field = [&](std::size_t link, double, const numerics::Field& amount) {
      if (link == 0) drawn.push_back(section(alone, amount, chain.front().active.molar_mass));
    };
    walk(alone, chain, setting.with, {skin, clocks, treatment, rates, first_concentration(one, chain)}, told, watch);
  }
  return cut;
}

}  // namespace percuta::transport
