#include "percuta/safety/safety.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace percuta::safety {

namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void refuse_person(const Treatment& treatment, const Limits& limits, const Units& units,
                   std::vector<Refusal>& refusals) {
  if (treatment.person.age.low < limits.adult_age.value) {
    refusals.push_back(
        {fmt::format("refused: the person is {:.6g} years old; Percuta simulates adults only, from {:.6g} years on",
                     units.from_si(treatment.person.age.low, "year"), units.from_si(limits.adult_age, "year")),
         "", "person.age"});
  }
  for (const Contraindication& item : limits.contraindication) {
    if (!holds(treatment.person.history, item.word) || holds(treatment.overrides, item.word)) continue;
    refusals.push_back({fmt::format("refused: contraindication '{}': {}", item.word, item.reason),
                        fmt::format("source: {}", item.source), "person.history"});
  }
}

/// A product the person's history excludes.
void refuse_product(const Treatment& treatment, const ProductUse& use, std::vector<Refusal>& refusals) {
  for (const std::string& word : use.product.refuse_with) {
    if (!holds(treatment.person.history, word) || holds(treatment.overrides, word)) continue;
    refusals.push_back(
        {fmt::format("refused: {} ({}) is not used with '{}'", use.product.title, use.key, word), "", use.key});
  }
}

/// Depth of the fat's lower face when every layer takes `bound` and age does its worst or best [m].
double tissue(const Treatment& treatment, double Quantity::* bound) {
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

/// How far below the surface a needle can get: its length, or less when it is set to a depth or goes in aslant [m].
double farthest(const Treatment& treatment) {
  const device::Manner manner = device::manner_of(treatment.device.kind);
  const double length = treatment.device.needle.length.high;
  if (manner == device::Manner::roll || manner == device::Manner::glide) return length;
  double depth = treatment.technique.depth.high, angle = treatment.technique.angle.high;
  if (manner == device::Manner::inject) {
    const strokes::InjectionPattern& pattern = strokes::pattern_of(treatment.technique, treatment.injection);
    if (depth == 0) depth = pattern.depth.high;
    if (angle == 0) angle = pattern.angle.high;
  }
  const double along = depth > 0 ? std::min(length, depth) : length;
  return angle > 0 ? along * std::sin(angle) : along;
}

void refuse_bone(const Treatment& treatment, const Units& units, std::vector<Refusal>& refusals) {
  if (treatment.is_on_specimen || treatment.skin.beneath != "bone") return;
  const double length = farthest(treatment);
  const double thinnest = tissue(treatment, &Quantity::low);
  if (length <= thinnest) return;
  refusals.push_back(
      {fmt::format("refused: a needle of {:.4g} mm can pass skin and fat into bone here: for this person they are "
                   "{:.2g} to {:.2g} mm thick together",
                   units.from_si(length, "mm"), units.from_si(thinnest, "mm"),
                   units.from_si(tissue(treatment, &Quantity::high), "mm")),
       "take a shorter needle or another site", "device.name"});
}

/// Whom and how much to treat is chosen, never uncertain.
void refuse_uncertain_choices(const Treatment& treatment, std::vector<Refusal>& refusals) {
  const auto refuse = [&](const Quantity& quantity, const char* key) {
    if (quantity.is_certain()) return;
    refusals.push_back({fmt::format("{} is a choice and has no interval", key), "write one value", key});
  };
  refuse(treatment.person.age, "person.age");
  refuse(treatment.site.area, "site.area");
}

void refuse_integrity(const Treatment& treatment, std::vector<Refusal>& refusals) {
  const std::string& integrity = treatment.site.integrity;
  if (integrity == "intact" || holds(treatment.overrides, integrity)) return;
  refusals.push_back({fmt::format("refused: the skin is '{}'; needling is for intact skin only", integrity),
                      fmt::format("a research study may say so: [research] overrides = [\"{}\"]", integrity),
                      "site.integrity"});
}

}  // namespace

std::vector<Refusal> refuse(const Treatment& treatment, const Limits& limits, const Units& units) {
  std::vector<Refusal> refusals;
  refuse_uncertain_choices(treatment, refusals);
  refuse_person(treatment, limits, units, refusals);
  refuse_integrity(treatment, refusals);
  for (const ProductUse& use : treatment.products) refuse_product(treatment, use, refusals);
  refuse_bone(treatment, units, refusals);
  return refusals;
}

}  // namespace percuta::safety
