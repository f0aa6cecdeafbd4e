#include "percuta/healing/healing.hpp"
#include "percuta/healing/quantity_rows.hpp"

namespace percuta::healing {
namespace {

constexpr QuantityRow<Rates> k_rows[] = {
    {"rim", "Thickness of the dead tissue round a needle", "um", 0, 200, Spread::log, &Rates::rim},
    {"epidermal_share", "Alarm of a wound above the dermis, over that of the same wound in it", "1", 0, 1,
     Spread::linear, &Rates::epidermal_share},
    {"opened_radius", "Radius within which holes share tissue that is opened already", "mm", 0.01, 5, Spread::log,
     &Rates::opened_radius},
    {"signal_reach", "Distance over which the alarm falls to a third, about", "mm", 0.01, 3, Spread::log,
     &Rates::signal_reach},
    {"recruiting_radius", "Distance from a lone needle at which the dose is 1", "mm", 0.01, 3, Spread::log,
     &Rates::recruiting_radius},
    {"reference_width", "Width of that needle", "mm", 0.01, 3, Spread::log, &Rates::reference_width},
    {"steepness", "Steepness of recruitment with the dose", "1", 1, 6, Spread::linear, &Rates::steepness},
    {"alarm_loss", "Rate at which the alarm fades", "1/day", 0.01, 50, Spread::log, &Rates::alarm_loss},
    {"neutrophil_rate", "Rate at which neutrophils come and go", "1/day", 0.01, 50, Spread::log,
     &Rates::neutrophil_rate},
    {"early_rate", "Rate at which early macrophages come and go", "1/day", 0.01, 50, Spread::log, &Rates::early_rate},
    {"late_rate", "Rate at which macrophages turn to repair and leave", "1/day", 0.01, 50, Spread::log,
     &Rates::late_rate},
    {"called_by_neutrophils", "Early macrophages that neutrophils call, over what the alarm calls", "1", 0, 10,
     Spread::linear, &Rates::called_by_neutrophils},
    {"early_growth_factor", "Active TGF-b of early macrophages", "1", 0, 100, Spread::log, &Rates::early_growth_factor},
    {"late_growth_factor", "Active TGF-b of late macrophages", "1", 0, 1000, Spread::log, &Rates::late_growth_factor},
    {"fold_share", "Myofibroblasts' own growth factor, over that with which they would feed themselves for ever", "1",
     0, 0.9, Spread::linear, &Rates::fold_share},
    {"fold_share_keloid", "The same, of a person who forms keloids", "1", 1, 10, Spread::linear,
     &Rates::fold_share_keloid},
    {"vessel_rate", "Rate at which new vessels follow late macrophages", "1/day", 0.0001, 10, Spread::log,
     &Rates::vessel_rate},
    {"fibroblast_rate", "Rate at which fibroblasts multiply and die", "1/day", 0.001, 20, Spread::log,
     &Rates::fibroblast_rate},
    {"fibroblast_gain", "Fibroblasts that most growth factor adds", "1", 0, 20, Spread::log, &Rates::fibroblast_gain},
    {"myofibroblast_rate", "Rate at which fibroblasts turn to myofibroblasts", "1/day", 0.001, 20, Spread::log,
     &Rates::myofibroblast_rate},
    {"myofibroblast_loss", "Rate at which myofibroblasts are lost", "1/day", 0.001, 20, Spread::log,
     &Rates::myofibroblast_loss},
    {"myofibroblast_most", "Myofibroblasts at which no more are gained", "1", 0.1, 20, Spread::log,
     &Rates::myofibroblast_most},
    {"fibroblasts_after", "Fibroblasts in tissue that was removed or coagulated", "1", 0, 1, Spread::linear,
     &Rates::fibroblasts_after},
    {"making_least", "Lowest rate of collagen making that is tried", "1/day", 1e-06, 10, Spread::log,
     &Rates::making_least},
    {"making_most", "Highest rate of collagen making that is tried", "1/day", 1e-06, 10, Spread::log,
     &Rates::making_most},
    {"fibroblast_making", "Making of a fibroblast that growth factor stirs, over that of a myofibroblast", "1", 0, 10,
     Spread::log, &Rates::fibroblast_making},
    {"quiet_making", "Making of a quiet fibroblast, over that of a myofibroblast", "1", 0.001, 10, Spread::log,
     &Rates::quiet_making},
    {"gap_filling", "Rate at which fibroblasts fill missing tissue", "1/day", 0, 10, Spread::log, &Rates::gap_filling},
    {"maturing", "Rate at which new collagen III turns to I", "1/day", 0.0001, 10, Spread::log, &Rates::maturing},
    {"three_loss", "Rate at which new collagen III is lost", "1/day", 0, 10, Spread::log, &Rates::three_loss},
    {"one_loss", "Rate at which surplus new collagen I is lost", "1/day", 0, 10, Spread::log, &Rates::one_loss},
    {"ceiling", "Surplus of collagen at which making stops", "1", 0.01, 20, Spread::log, &Rates::ceiling},
    {"clearing", "Rate at which neutrophils clear old collagen", "1/day", 0, 10, Spread::log, &Rates::clearing},
    {"clearing_by_early", "The same of early macrophages, over neutrophils", "1", 0, 20, Spread::log,
     &Rates::clearing_by_early},
    {"young_share", "Collagen III in untreated collagen", "1", 0.01, 0.9, Spread::linear, &Rates::young_share},
    {"coagulum_loss", "Rate at which coagulated tissue is cleared", "1/day", 0.001, 10, Spread::log,
     &Rates::coagulum_loss},
    {"coagulum_alarm", "Lasting alarm of coagulated tissue, over that of a wound", "1", 0, 10, Spread::log,
     &Rates::coagulum_alarm},
    {"making_at_old_age", "Collagen making of the old, over that of the young", "1", 0, 1, Spread::linear,
     &Rates::making_at_old_age},
    {"young_age", "Age until which making is that of the young", "year", 10, 60, Spread::linear, &Rates::young_age},
    {"old_age", "Age at which making is that of the old", "year", 60, 120, Spread::linear, &Rates::old_age},
    {"diabetic_making", "Factor of diabetes on making and on filling gaps", "1", 0.01, 1, Spread::linear,
     &Rates::diabetic_making},
    {"diabetic_late", "Factor of diabetes on the turn of macrophages to repair", "1", 0.01, 1, Spread::linear,
     &Rates::diabetic_late},
    {"reference_gain", "Gain of papillary collagen after the roller's course", "1", 0.01, 5, Spread::log,
     &Rates::reference_gain},
};

}  // namespace

void describe(ReferenceCourse& course, Visitor& visitor) {
  static constexpr QuantityRow<ReferenceCourse> k_quantities[] = {
      {"interval", "From one session to the next", "day", 0.5, 1000, Spread::linear, &ReferenceCourse::interval},
      {"density", "Holes that a session leaves, at random", "1/mm2", 0.001, 1000, Spread::log,
       &ReferenceCourse::density},
      {"dermis_share", "Share of the dermis that the needles cross", "1", 0.01, 1, Spread::linear,
       &ReferenceCourse::dermis_share},
      {"after", "When it was measured, from the last session on", "day", 0, 3660, Spread::linear,
       &ReferenceCourse::after},
      {"age", "Age of its people", "year", 18, 100, Spread::linear, &ReferenceCourse::age},
  };
  visitor.count({.name = "sessions", .meaning = "Sessions of the trial", .min = 1, .max = 60}, course.sessions);
  visit_rows(visitor, k_quantities, course);
}

void describe(Rates& rates, Visitor& visitor) {
  visit_rows(visitor, k_rows, rates);
  visit_table(visitor, {.name = "roller", .meaning = "The roller's course that sets how much collagen is made"},
              rates.roller);
  visit_table(visitor, {.name = "pen", .meaning = "The pen's course that sets how much a wrinkle flattens"}, rates.pen);
  visit_table(visitor, {.name = "bacteria", .meaning = "Bacteria in the wounds, of a person with an infection"},
              rates.infection);
}

}  // namespace percuta::healing
