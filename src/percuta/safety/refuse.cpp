#include "percuta/safety/safety.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace percuta::study {

namespace {

/// Where `table.key` stands in the study; the table's or the file's place when it came from a default.
Place place_of(const Node& root, std::string_view table, std::string_view key) {
  const Node* inner = root.find(table);
  if (inner == nullptr) return root.place();
  const Node* value = inner->find(key);
  return value != nullptr ? value->place() : inner->key_place();
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void refuse_person(const StudyFile& file, const Limits& limits, const Node& root, const Units& units,
                   Problems& problems) {
  if (file.person.age.low < limits.adult_age.value) {
    problems.add(
        {fmt::format("refused: the person is {:.6g} years old; Percuta simulates adults only, from {:.6g} years on",
                     units.from_si(file.person.age.low, "year"), units.from_si(limits.adult_age, "year")),
         "", place_of(root, "person", "age")});
  }
  for (const Contraindication& item : limits.contraindication) {
    if (!holds(file.person.history, item.word) || holds(file.research.overrides, item.word)) continue;
    problems.add({fmt::format("refused: contraindication '{}': {}", item.word, item.reason),
                  fmt::format("source: {}", item.source), place_of(root, "person", "history")});
  }
}

/// A product the person's history excludes; `table` and `key` say where the study names it.
void refuse_product(const StudyFile& file, const Product& product, std::string_view table, std::string_view key,
                    const Node& root, Problems& problems) {
  for (const std::string& word : product.refuse_with) {
    if (!holds(file.person.history, word) || holds(file.research.overrides, word)) continue;
    problems.add({fmt::format("refused: {} ({}.{}) is not used with '{}'", product.title, table, key, word), "",
                  place_of(root, table, key)});
  }
}

/// Depth of the fat's lower face when every layer takes `bound` and age does its worst or best [m].
double tissue(const StudyFile& file, double Quantity::* bound) {
  skin::SiteData site = file.skin;
  for (skin::LayerData* layer : {&site.stratum_corneum, &site.epidermis, &site.dermis, &site.fat}) {
    layer->female.value = layer->female.*bound;
    layer->male.value = layer->male.*bound;
  }
  const bool is_thin = bound == &Quantity::low;
  double depth = 0;
  for (const double change : {file.skin.dermis_change_per_decade.low, file.skin.dermis_change_per_decade.high}) {
    site.dermis_change_per_decade.value = change;
    const double bottom = skin::build(site, file.mechanics, file.person, file.site.area).layer("fat").bottom;
    depth = depth == 0 ? bottom : is_thin ? std::min(depth, bottom) : std::max(depth, bottom);
  }
  return depth;
}

/// How far below the surface a needle can get: its length, or less when it is set to a depth or goes in aslant [m].
double farthest(const StudyFile& file) {
  const device::Manner manner = device::manner_of(file.device.kind);
  const double length = file.device.needle.length.high;
  if (manner == device::Manner::roll || manner == device::Manner::glide) return length;
  double depth = file.technique.depth.high, angle = file.technique.angle.high;
  if (manner == device::Manner::inject) {
    const strokes::InjectionPattern& pattern = strokes::pattern_of(file.technique, file.injection);
    if (depth == 0) depth = pattern.depth.high;
    if (angle == 0) angle = pattern.angle.high;
  }
  const double along = depth > 0 ? std::min(length, depth) : length;
  return angle > 0 ? along * std::sin(angle) : along;
}

void refuse_bone(const StudyFile& file, const Node& root, const Units& units, Problems& problems) {
  if (file.is_on_specimen || file.skin.beneath != "bone") return;
  const double length = farthest(file);
  const double thinnest = tissue(file, &Quantity::low);
  if (length <= thinnest) return;
  problems.add(
      {fmt::format("refused: a needle of {:.4g} mm can pass skin and fat into bone here: for this person they are "
                   "{:.2g} to {:.2g} mm thick together",
                   units.from_si(length, "mm"), units.from_si(thinnest, "mm"),
                   units.from_si(tissue(file, &Quantity::high), "mm")),
       "take a shorter needle or another site", place_of(root, "device", "name")});
}

/// Whom and how much to treat is chosen, never uncertain.
void refuse_uncertain_choices(const StudyFile& file, const Node& root, Problems& problems) {
  const auto refuse = [&](const Quantity& quantity, std::string_view table, std::string_view key) {
    if (quantity.is_certain()) return;
    problems.add({fmt::format("{}.{} is a choice and has no interval", table, key), "write one value",
                  place_of(root, table, key)});
  };
  refuse(file.person.age, "person", "age");
  refuse(file.site.area, "site", "area");
}

}  // namespace

void refuse_unsafe(const StudyFile& file, const Limits& limits, const Product* product, const Product* aftercare,
                   const Node& root, const Units& units, Problems& problems) {
  refuse_uncertain_choices(file, root, problems);
  refuse_person(file, limits, root, units, problems);
  if (file.site.integrity != "intact" && !holds(file.research.overrides, file.site.integrity)) {
    problems.add({fmt::format("refused: the skin is '{}'; needling is for intact skin only", file.site.integrity),
                  fmt::format("a research study may say so: [research] overrides = [\"{}\"]", file.site.integrity),
                  place_of(root, "site", "integrity")});
  }
  if (product != nullptr) refuse_product(file, *product, "product", "name", root, problems);
  if (aftercare != nullptr) refuse_product(file, *aftercare, "course", "aftercare", root, problems);
  refuse_bone(file, root, units, problems);
}

}  // namespace percuta::study
