#include "percuta/healing/healing.hpp"
#include "percuta/healing/quantity_rows.hpp"

namespace percuta::healing {
namespace {

constexpr QuantityRow<Infection> k_rows[] = {
    {"inoculum", "Bacteria that come in with a session", "1", 0, 20, Spread::log, &Infection::inoculum},
    {"debris", "Debris that a session leaves", "1", 0, 100, Spread::log, &Infection::debris},
    {"neutrophils", "Neutrophils that a session finds", "1", 0, 10, Spread::log, &Infection::neutrophils},
    {"growth", "Growth rate of the bacteria", "1/day", 0, 1000, Spread::log, &Infection::growth},
    {"capacity", "Bacteria at which growth stops", "1", 0.1, 1000, Spread::log, &Infection::capacity},
    {"background", "Rate at which skin itself kills bacteria, over what slows it", "1/day", 0, 1000, Spread::log,
     &Infection::background},
    {"background_half", "What slows that with few bacteria", "1", 0.0001, 10, Spread::log, &Infection::background_half},
    {"background_use", "What slows it with many", "1", 0, 10, Spread::log, &Infection::background_use},
    {"eaten_by_neutrophils", "Rate at which neutrophils eat bacteria", "1/day", 0, 1000, Spread::log,
     &Infection::eaten_by_neutrophils},
    {"eaten_by_macrophages", "Rate at which macrophages eat bacteria", "1/day", 0, 1000, Spread::log,
     &Infection::eaten_by_macrophages},
    {"debris_by_neutrophils", "Rate at which neutrophils clear debris", "1/day", 0, 1000, Spread::log,
     &Infection::debris_by_neutrophils},
    {"debris_by_macrophages", "Rate at which macrophages clear debris", "1/day", 0, 1000, Spread::log,
     &Infection::debris_by_macrophages},
    {"debris_synergy", "How much better many neutrophils clear it", "1", 0, 100, Spread::log,
     &Infection::debris_synergy},
    {"debris_made", "Rate at which dying neutrophils leave debris", "1/day", 0, 1000, Spread::log,
     &Infection::debris_made},
    {"debris_lost", "Rate at which debris is lost by itself", "1/day", 0, 1000, Spread::log, &Infection::debris_lost},
    {"macrophages_called", "Most macrophages called", "1/day", 0, 100, Spread::log, &Infection::macrophages_called},
    {"macrophages_half", "Call at which half of them come", "1", 0.0001, 100, Spread::log,
     &Infection::macrophages_half},
    {"macrophages_lost", "Rate at which macrophages leave", "1/day", 0, 100, Spread::log, &Infection::macrophages_lost},
    {"called_by_pathogen", "Call of bacteria on macrophages", "1", 0, 1000, Spread::log,
     &Infection::called_by_pathogen},
    {"called_by_debris", "Call of debris on macrophages", "1", 0, 1000, Spread::log, &Infection::called_by_debris},
    {"called_by_macrophages", "Call of macrophages on macrophages", "1", 0, 1000, Spread::log,
     &Infection::called_by_macrophages},
    {"called_by_neutrophils", "Call of neutrophils on macrophages", "1", 0, 1000, Spread::log,
     &Infection::called_by_neutrophils},
    {"neutrophils_called", "Most neutrophils called", "1/day", 0, 100, Spread::log, &Infection::neutrophils_called},
    {"neutrophils_half", "Call at which half of them come", "1", 0.0001, 100, Spread::log,
     &Infection::neutrophils_half},
    {"neutrophils_lost", "Rate at which neutrophils die", "1/day", 0, 100, Spread::log, &Infection::neutrophils_lost},
    {"neutrophils_eaten", "Rate at which macrophages clear neutrophils", "1/day", 0, 1000, Spread::log,
     &Infection::neutrophils_eaten},
    {"neutrophils_by_debris", "Call of debris on neutrophils", "1", 0, 1000, Spread::log,
     &Infection::neutrophils_by_debris},
    {"neutrophils_by_pathogen", "Call of bacteria on neutrophils", "1", 0, 1000, Spread::log,
     &Infection::neutrophils_by_pathogen},
    {"neutrophils_calm", "Neutrophils at which macrophages work half as well", "1", 0.0001, 100, Spread::log,
     &Infection::neutrophils_calm},
    {"alarm", "What many bacteria add to the alarm", "1/day", 0, 100, Spread::log, &Infection::alarm},
};

}  // namespace

void describe(Infection& infection, Visitor& visitor) {
  visit_rows(visitor, k_rows, infection);
}

}  // namespace percuta::healing
