#include "percuta/safety/needle_reach.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace percuta::safety {

namespace {

/// Depth of the fat's lower face when every layer takes `bound` and age does its worst or best [m].
double depth_at(const Treatment& treatment, double Quantity::* bound) {
  skin::SiteData site = treatment.skin;
  for (skin::LayerData* layer : {&site.stratum_corneum, &site.epidermis, &site.dermis, &site.fat}) {
    layer->female.value = layer->female.*bound;
    layer->male.value = layer->male.*bound;
  }
  const bool is_thin = bound == &Quantity::low;
  double depth = 0;
  for (const double change :
       {treatment.skin.dermis_change_per_decade.low, treatment.skin.dermis_change_per_decade.high}) {
    site.dermis_change_per_decade.value = change;
    const double bottom =
        skin::build(site, treatment.mechanics, treatment.person, treatment.site.area).layer("fat").bottom;
    depth = depth == 0 ? bottom : is_thin ? std::min(depth, bottom) : std::max(depth, bottom);
  }
  return depth;
}

}  // namespace

double needle_reach(const device::Device& device, const strokes::Technique& technique,
                    const strokes::InjectionPatterns& injection, double Quantity::* bound) {
  const device::Manner manner = device::manner_of(device.kind);
  const double length = device.needle.length.*bound;
  if (manner == device::Manner::roll || manner == device::Manner::glide) return length;
  double depth = technique.depth.*bound, angle = technique.angle.*bound;
  if (manner == device::Manner::inject) {
    const strokes::InjectionPattern& pattern = strokes::pattern_of(technique, injection);
    if (depth == 0) depth = pattern.depth.*bound;
    if (angle == 0) angle = pattern.angle.*bound;
  }
  const double along = depth > 0 ? std::min(length, depth) : length;
  return angle > 0 ? along * std::sin(angle) : along;
}

Measured reach_of(const device::Device& device, const strokes::Technique& technique,
                  const strokes::InjectionPatterns& injection) {
  const auto at = [&](double Quantity::* bound) { return needle_reach(device, technique, injection, bound); };
  return {std::string(k_reach), {at(&Quantity::value), at(&Quantity::low), at(&Quantity::high)}};
}

double farthest(const Treatment& treatment) {
  return needle_reach(treatment.device, treatment.technique, treatment.injection, &Quantity::high);
}

TissueDepth tissue_depth(const Treatment& treatment) {
  return {depth_at(treatment, &Quantity::low), depth_at(treatment, &Quantity::high)};
}

bool passes_all_skin(const Treatment& treatment) {
  if (treatment.is_on_specimen || treatment.skin.beneath == "nothing") return false;
  return farthest(treatment) > tissue_depth(treatment).thinnest;
}

std::string passing_sentence(const Treatment& treatment, const Units& units) {
  const TissueDepth depth = tissue_depth(treatment);
  const bool has_article = treatment.skin.beneath == "eye";
  return fmt::format(
      "a needle of {:.4g} mm can pass skin and fat into {}{} here: for this person they are {:.2g} to {:.2g} mm "
      "thick together",
      units.from_si(farthest(treatment), "mm"), has_article ? "the " : "", treatment.skin.beneath,
      units.from_si(depth.thinnest, "mm"), units.from_si(depth.thickest, "mm"));
}

}  // namespace percuta::safety
