#include <fmt/format.h>

#include <algorithm>

#include "percuta/safety/needle_reach.hpp"

namespace percuta::safety {

namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string override_hint(const std::string& word) {
  return fmt::format("a research study may say so: [research] overrides = [\"{}\"]", word);
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
    if (!item.is_refused_for(treatment.device.kind)) continue;
    refusals.push_back({fmt::format("refused: contraindication '{}': {}", item.word, item.reason),
                        fmt::format("source: {}; {}", item.source, override_hint(item.word)), "person.history"});
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

/// What lies under the fat and is never needled.
bool is_spared(const std::string& beneath) {
  return beneath == "bone" || beneath == "eye";
}

void refuse_reach(const Treatment& treatment, const Units& units, std::vector<Refusal>& refusals) {
  if (!is_spared(treatment.skin.beneath) || !passes_all_skin(treatment)) return;
  const LimitPlace place{treatment.site.name, treatment.skin.title, treatment.device.setting, treatment.device.kind};
  std::string hint = "take a shorter needle or another site";
  for (const JudgedLimit& judged :
       judge(treatment.limits, place, {reach_of(treatment.device, treatment.technique, treatment.injection)}, units)) {
    if (judged.nearness == Nearness::beyond) hint += ". Beyond a limit, too: " + sentence_of(judged);
  }
  refusals.push_back({fmt::format("refused: {}", passing_sentence(treatment, units)), std::move(hint), "device.name"});
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
                      override_hint(integrity), "site.integrity"});
}

}  // namespace

std::vector<Refusal> refuse(const Treatment& treatment, const Limits& limits, const Units& units) {
  std::vector<Refusal> refusals;
  refuse_uncertain_choices(treatment, refusals);
  refuse_person(treatment, limits, units, refusals);
  refuse_integrity(treatment, refusals);
  for (const ProductUse& use : treatment.products) refuse_product(treatment, use, refusals);
  refuse_reach(treatment, units, refusals);
  return refusals;
}

}  // namespace percuta::safety
