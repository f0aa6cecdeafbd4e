#include "percuta/study/catalogue.hpp"

namespace percuta::study {

void describe(System& system, Visitor& visitor) {
  visitor.word({.name = "id", .meaning = "S1 to S10"}, system.id);
  visitor.word({.name = "title", .meaning = "A name for people"}, system.title);
  visitor.word({.name = "words", .meaning = "What is said of it"}, system.words);
  visitor.words({.name = "rooms", .meaning = "What must be computed for it, in the order of the flow"}, system.rooms);
  visitor.word({.name = "device", .meaning = "Its device", .default_text = "\"\""}, system.device);
  visitor.word({.name = "study", .meaning = "Its starting study", .default_text = "\"\""}, system.study);
}

void describe(Claim& claim, Visitor& visitor) {
  visitor.word({.name = "id", .meaning = "C1 to C20"}, claim.id);
  visitor.word({.name = "words", .meaning = "What is claimed"}, claim.words);
  visitor.word({.name = "test", .meaning = "How it is judged"}, claim.test);
  visitor.words({.name = "rooms", .meaning = "What must be computed for it"}, claim.rooms);
}

void describe(Catalogue& catalogue, Visitor& visitor) {
  visit_tables(visitor, {.name = "system", .meaning = "Devices, products and protocols by name"}, catalogue.system);
  visit_tables(visitor, {.name = "claim", .meaning = "What is said of micro-needling"}, catalogue.claim);
}

}  // namespace percuta::study
