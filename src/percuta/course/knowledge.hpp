#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/endpoints/endpoints.hpp"
#include "percuta/transport/transport.hpp"

/// What data/ knows of skin, hand and needles: the one list of it, for the study's keys, its defaults and the draws.
namespace percuta::course {

/// What the rooms of the flow need beside person, device and technique. Uncertain quantities carry their spread.
struct Knowledge {
  skin::SiteData skin;
  skin::Mechanics mechanics;
  strokes::Hand hand;
  punctures::Guidance guidance;
  insertion::Contact contact;
  strokes::InjectionPatterns injection;
  closure::Rates closure;
  transport::Rates transport;
  healing::Rates healing;
  endpoints::Maps endpoints;
  std::optional<skin::Specimen> specimen = std::nullopt;  ///< on a bench: instead of skin and mechanics
};

/// Where a table of knowledge comes from, and what it is called.
struct KnowledgeTable {
  std::string_view key;    ///< of the study: "guidance"; draws and verdicts name its members by it
  std::string_view file;   ///< of data/: "punctures.toml"; "" = the site or the specimen decides
  std::string_view stage;  ///< the first of the chain that reads it: nothing before can depend on it
  std::string_view meaning;
};

/// Calls `each(table, member)` for every table that `knowledge` uses. A table is named here and nowhere else.
template <class Each>
void for_each_table(Knowledge& knowledge, const Each& each) {
  using Table = KnowledgeTable;
  if (knowledge.specimen) {
    each(Table{"specimen", "", "skin", "What lies on the bench (data/skin/specimens)"}, *knowledge.specimen);
  } else {
    each(Table{"skin", "", "skin", "Layers and outline of the site (data/skin/sites)"}, knowledge.skin);
    each(Table{"mechanics", "skin/mechanics.toml", "skin", "How skin resists a needle"}, knowledge.mechanics);
  }
  each(Table{"hand", "hand.toml", "strokes", "The operator's hand"}, knowledge.hand);
  each(Table{"guidance", "punctures.toml", "punctures", "How skin guides a landing needle"}, knowledge.guidance);
  each(Table{"contact", "insertion.toml", "strokes", "Needle, dimple and hole"}, knowledge.contact);
  each(Table{"injection", "injection.toml", "strokes", "What the injection patterns mean"}, knowledge.injection);
  each(Table{"closure", "closure.toml", "closure", "How fast skin closes a hole"}, knowledge.closure);
  each(Table{"transport", "transport.toml", "transport", "How substances pass through skin"}, knowledge.transport);
  each(Table{"healing", "healing.toml", "healing", "How skin heals and makes collagen"}, knowledge.healing);
  each(Table{"endpoints", "endpoints.toml", "endpoints", "What of it people and clinics see"}, knowledge.endpoints);
}

/// Every table that any study may have, of a site or of a specimen, once.
std::vector<KnowledgeTable> knowledge_tables();

/// Walks the tables that `knowledge` uses, each under its study's key.
void describe(Knowledge& knowledge, Visitor& visitor);

}  // namespace percuta::course
