#include "percuta/study/keys/idle_rules.hpp"

#include <algorithm>
#include <cstring>

#include "percuta/course/stages.hpp"

namespace percuta::study {
namespace {

using Session = const SessionFile&;
using device::Manner;

Manner manner_of(Session session) {
  return device::manner_of(session.device.kind);
}

template <Manner... manners>
bool is_used_as(Session session) {
  return ((manner_of(session) == manners) || ...);
}

bool is_bench(Session session) {
  return session.file.experiment.is_wanted();
}
bool is_pressed_bench(Session session) {
  return is_bench(session) && course::is_straight(session.file.experiment, session.device.kind);
}
bool has_given_hole(Session session) {
  return is_bench(session) && session.file.experiment.has_given_hole();
}
bool is_measured(Session session) {
  return session.is_measured;
}
bool traces_no_hand(Session session) {
  return is_measured(session) || is_pressed_bench(session);
}
bool is_placed(Session session) {
  return is_used_as<Manner::place, Manner::inject>(session);
}
template <const char* word>
bool is_of_sex(Session session) {
  return session.file.person.sex == word;
}
bool has_profile(Session session) {
  return !session.device.needle.profile.empty();
}
bool is_left_on(Session session) {
  return device::is_left_on(session.device.kind);
}
bool has_one_direction(Session session) {
  return session.file.technique.directions.size() < 2 && !is_left_on(session);
}
bool has_no_endpoint(Session session) {
  return session.file.technique.endpoint.empty();
}
bool has_outline(Session session) {
  return !session.device.head.outline.empty();
}
template <const char* word>
bool lacks_pattern(Session session) {
  const std::string& asked = session.file.technique.pattern;
  return (asked.empty() ? "nappage" : asked) != word;
}
bool is_never_covered(Session session) {
  const StudyFile& file = session.file;
  return is_bench(session) ? file.experiment.covered_until <= 0 : file.product.cover <= 0;
}
bool is_of_a_person(Session session) {
  const auto& specimen = session.file.knowledge.specimen;
  return !specimen || specimen->species == "human";
}
bool is_of_an_animal(Session session) {
  return !is_of_a_person(session);
}
/// Cut out, or no skin.
bool heals_not(Session session) {
  const auto& specimen = session.file.knowledge.specimen;
  return specimen && specimen->state != skin::k_living;
}
bool lies_on_bone(Session session) {
  return session.file.knowledge.skin.beneath == "bone";
}
bool lies_on_nothing(Session session) {
  return session.file.knowledge.skin.beneath == "nothing";
}

bool has_no_aftercare(Session session) {
  return session.file.course.aftercare.empty();
}
bool is_not_soothed(Session session) {
  return !session.aftercare_soothes || session.file.course.aftercare_for <= 0;
}
bool has_concern(Session session, const std::string& word) {
  const std::vector<std::string>& concerns = session.file.site.concern;
  return std::find(concerns.begin(), concerns.end(), word) != concerns.end();
}
template <const char* word>
bool lacks(Session session) {
  const std::vector<std::string>& history = session.file.person.history;
  return std::find(history.begin(), history.end(), word) == history.end();
}

constexpr char k_male[] = "male", k_female[] = "female";
constexpr char k_nappage[] = "nappage", k_papule[] = "papule", k_points[] = "point by point";

/// Whether nothing is known of what is put on, or nothing is put on.
bool delivers_nothing(Session session) {
  return !session.file.product.is_told() || is_bench(session);
}
bool has_no_patch(Session session) {
  return !(session.file.patch.side > 0) || is_bench(session);
}
bool is_put_on_once(Session session) {
  return session.file.product.times < 2;
}

/// Needles that stay.
bool carries_nothing(Session session) {
  return delivers_nothing(session) || session.file.product.way != course::Way::in_needles;
}
bool has_own_amount(Session session) {
  return !delivers_nothing(session) && session.file.product.has_own_amount;
}
bool dissolves_not(Session session) {
  return carries_nothing(session) || !session.file.product.has_own_amount;
}
bool swells_not(Session session) {
  return carries_nothing(session) || session.file.product.has_own_amount;
}

bool injects_nothing(Session session) {
  return delivers_nothing(session) || session.file.product.way != course::Way::injected;
}

template <const char* room>
bool is_unbuilt(Session) {
  return !course::is_built(room);
}
constexpr char k_heat[] = "heat";
constexpr char k_keloid[] = "keloid", k_diabetes[] = "diabetes", k_infection[] = "infection";

constexpr std::string_view k_no_injected = "no product whose strength is stated is injected";
constexpr std::string_view k_no_needles = "no needle that carries something dissolves in the skin";
constexpr std::string_view k_no_product = "no product is put on whose strength is stated";
constexpr std::string_view k_bench = "nothing heals on a bench";
constexpr std::string_view k_not_soothed =
    "only a cream with panthenol, used for a while, is known to change something";
constexpr std::string_view k_no_such_history = "person.history has no such word";
constexpr std::string_view k_other_phototype = "person.phototype is another";
constexpr std::string_view k_measured = "the punctures are measured, or the bench drives the device straight in";
constexpr std::string_view k_still = "the device is set down, not moved over the skin";
constexpr std::string_view k_moved = "the device is moved over the skin, not set down";
constexpr std::string_view k_uncovered = "nothing covers the skin";
constexpr std::string_view k_no_injection = "the device injects nothing";
constexpr std::string_view k_other_pattern = "technique.pattern is another";
constexpr std::string_view k_other_sex = "person.sex is the other";
constexpr std::string_view k_drawn_needle = "needle.profile draws the needle";
constexpr std::string_view k_no_endpoint = "technique.endpoint asks for no end before the passes are done";
constexpr std::string_view k_no_drum = "the device has no rigid drum";
constexpr std::string_view k_no_piston = "the device has no piston";
constexpr std::string_view k_other_species = "the skin is of another species";
constexpr std::string_view k_cut_out = "skin that is cut out springs back and does not heal";
constexpr std::string_view k_other_ground = "what lies under the site is another";

}  // namespace

const std::vector<IdleRule>& idle_rules() {
  static const std::vector<IdleRule> rules = {
      {"site.concern", is_bench, k_bench},
      {"person.phototype", is_bench, k_bench},
      {"product.amount", delivers_nothing, k_no_product},
      {"product.apply",
       [](Session session) {
         return delivers_nothing(session) && !session.is_numbed && session.file.product.cover <= 0;
       },
       k_no_product},
      {"product.vehicle", delivers_nothing, k_no_product},
      {"product.active", delivers_nothing, k_no_product},
      {"product.times", delivers_nothing, k_no_product},
      {"product.wash", delivers_nothing, k_no_product},
      {"product.every", is_put_on_once, "it is put on once"},
      {"transport", delivers_nothing, k_no_product},
      {"product.amount", has_own_amount, "it comes in or through the needles, which tell how much of it there is"},
      {"transport.channel.product_share",
       [](Session session) { return !carries_nothing(session) || !injects_nothing(session); },
       "the product does not run into holes: needles bring it"},
      {"product.volume", injects_nothing, k_no_injected},
      {"transport.injection", injects_nothing, k_no_injected},
      {"transport.needle", carries_nothing, k_no_needles},
      {"transport.needle.density", dissolves_not, k_no_needles},
      {"transport.needle.molar_mass", dissolves_not, k_no_needles},
      {"transport.needle.solubility", dissolves_not, k_no_needles},
      {"transport.needle.dissolution", dissolves_not, k_no_needles},
      {"transport.needle.swelling_time", swells_not, "no needle swells"},
      {"device.needle.release", [](Session session) { return !is_left_on(session); }, "the needles are drawn at once"},
      {"device.needle.coating", [](Session session) { return session.device.needle.release != "coated"; },
       "the needles wear no coat"},
      {"rf", is_unbuilt<k_heat>, k_not_built},
      {"course.interval", [](Session session) { return session.file.course.sessions < 2; }, "there is one session"},
      {"course.interval", is_bench, k_bench},
      {"course.horizon", is_bench, k_bench},
      {"course.aftercare_for", is_bench, k_bench},
      {"course.aftercare", is_not_soothed, k_not_soothed},
      {"course.aftercare_for", has_no_aftercare, "no aftercare is used"},
      {"course.aftercare_for", is_not_soothed, k_not_soothed},
      {"outputs.times", is_bench, k_bench},
      {"patch.cell", has_no_patch, "no patch.side asks for a patch"},
      {"patch", is_bench, "nothing is put on at a bench"},
      {"healing", is_bench, k_bench},
      {"healing.bacteria", lacks<k_infection>, k_no_such_history},
      {"healing.fold_share_keloid", lacks<k_keloid>, k_no_such_history},
      {"healing.fold_share", [](Session session) { return !lacks<k_keloid>(session); },
       "a person with keloids has fold_share_keloid"},
      {"healing.diabetic_making", lacks<k_diabetes>, k_no_such_history},
      {"healing.diabetic_late", lacks<k_diabetes>, k_no_such_history},
      {"healing.coagulum_loss", is_unbuilt<k_heat>, k_not_built},
      {"healing.coagulum_alarm", is_unbuilt<k_heat>, k_not_built},
      {"healing.fibroblasts_after", is_unbuilt<k_heat>, k_not_built},
      {"endpoints", is_bench, k_bench},
      {"endpoints.care", is_not_soothed, k_not_soothed},
      {"endpoints.discomfort.numbed", [](Session session) { return !session.is_numbed; },
       "nothing that numbs is put on before the session"},
      {"endpoints.smoothing.expression_line", [](Session session) { return !has_concern(session, "expression line"); },
       "site.concern holds no expression line"},
      {"endpoints.pigment.type_three", [](Session session) { return session.file.person.phototype != 3; },
       k_other_phototype},
      {"endpoints.pigment.type_one_two", [](Session session) { return session.file.person.phototype > 2; },
       k_other_phototype},
      {"closure.soothed_factor", is_not_soothed, k_not_soothed},
      {"technique.directions", traces_no_hand, k_measured},
      {"technique.passes", traces_no_hand, k_measured},
      {"technique.skill", traces_no_hand, k_measured},
      {"technique.pattern", traces_no_hand, k_measured},
      {"technique.spacing", traces_no_hand, k_measured},
      {"technique.angle", traces_no_hand, k_measured},
      {"technique.depth", traces_no_hand, k_measured},
      {"technique.hold", traces_no_hand, k_measured},
      {"technique.endpoint", traces_no_hand, k_measured},
      {"technique.speed",
       [](Session session) {
         return is_measured(session) || (is_used_as<Manner::place>(session) && session.device.applicator.speed > 0);
       },
       "applicator.speed, or the table of punctures, tells how fast the tips come"},
      {"hand", traces_no_hand, k_measured},
      {"guidance.seat_error", traces_no_hand, k_measured},
      {"guidance.capture_distance", [](Session session) { return session.is_map_of_holes; },
       "each row of the table is a hole"},
      {"injection", traces_no_hand, k_measured},
      {"injection", [](Session session) { return !is_used_as<Manner::inject>(session); }, k_no_injection},
      {"injection.nappage", lacks_pattern<k_nappage>, k_other_pattern},
      {"injection.papule", lacks_pattern<k_papule>, k_other_pattern},
      {"injection.point_by_point", lacks_pattern<k_points>, k_other_pattern},
      {"hand.lift", is_left_on, "each place takes another patch"},
      {"hand.change", has_one_direction, "there is one direction"},
      {"hand.bleeding_density", has_no_endpoint, k_no_endpoint},
      {"hand.bleeding_share", has_no_endpoint, k_no_endpoint},
      {"hand.bow", is_placed, k_still},
      {"hand.overshoot", is_placed, k_still},
      {"hand.speed_spread", is_placed, k_still},
      {"hand.dwell", is_placed, k_still},
      {"guidance.skin_radius", [](Session session) { return !is_used_as<Manner::roll>(session); }, k_no_drum},
      {"guidance.skin_give", [](Session session) { return !is_used_as<Manner::roll>(session); }, k_no_drum},
      {"hand.angle",
       [](Session session) { return !is_used_as<Manner::inject>(session) && session.file.technique.angle <= 0; },
       "the needles are held square to the skin"},
      {"hand.track_overlap",
       [](Session session) {
         return is_used_as<Manner::inject>(session) ||
                (is_placed(session) && (has_outline(session) || session.file.technique.spacing > 0));
       },
       "the places have a spacing of their own"},
      {"device.applicator",
       [](Session session) { return is_used_as<Manner::roll, Manner::glide>(session) || is_measured(session); },
       "it drives stamps, patches and RF heads"},
      {"device.head.frequency", [](Session session) { return !is_used_as<Manner::glide>(session); }, k_no_piston},
      {"device.head.stroke", [](Session session) { return !is_used_as<Manner::glide>(session); }, k_no_piston},
      {"device.head.rows", has_outline, "the outline is filled, row by row"},
      {"device.head.pitch", [](Session session) { return session.device.head.layout == "csv"; },
       "head.positions tells each needle's place"},
      {"device.head.rows",
       [](Session session) { return session.device.head.layout == "csv" || session.device.head.layout == "ring"; },
       "the layout has no rows"},
      {"device.needle.tip_radius", has_profile, k_drawn_needle},
      {"device.needle.taper_share", has_profile, k_drawn_needle},
      {"device.needle.shape", has_profile, k_drawn_needle},
      {"device.wear.uses", has_profile, k_drawn_needle},
      {"device.wear.tip_growth", has_profile, k_drawn_needle},
      {"device.wear.bend", [](Session session) { return session.device.wear.bent_share <= 0; }, "no needle is bent"},
      {"device.wear.bent_share", [](Session session) { return session.device.wear.bend <= 0; },
       "device.wear.bend is 0"},
      {"device.wear.uses", [](Session session) { return session.device.wear.tip_growth <= 0; },
       "device.wear.tip_growth is 0"},
      {"device.wear.tip_growth",
       [](Session session) { return session.device.wear.uses <= 0 && session.file.course.sessions == 1; },
       "the needles are new, and used once"},
      {"device.head", is_used_as<Manner::roll>, "its needles are carried by device.drum"},
      {"device.drum", [](Session session) { return !is_used_as<Manner::roll>(session); },
       "its needles are carried by device.head"},
      {"technique.pattern", [](Session session) { return !is_used_as<Manner::inject>(session); }, k_no_injection},
      {"technique.spacing", is_used_as<Manner::roll, Manner::glide>, k_moved},
      {"technique.angle", is_used_as<Manner::roll, Manner::glide>, k_moved},
      {"technique.depth", is_used_as<Manner::roll, Manner::glide>, k_moved},
      {"technique.hold", is_used_as<Manner::roll, Manner::glide>, k_moved},
      {"skin.expression_line", [](Session session) { return !has_outline(session) || !is_placed(session); },
       "only patches with an outline are laid along it"},
      {"closure.dry_half_life", heals_not, k_cut_out},
      {"closure.dry_half_life_rat", heals_not, k_cut_out},
      {"closure.covered_half_life", heals_not, k_cut_out},
      {"closure.slowing_open_share", heals_not, k_cut_out},
      {"closure.age_per_decade", heals_not, k_cut_out},
      {"closure.reference_age", heals_not, k_cut_out},
      {"closure.person_spread", heals_not, k_cut_out},
      {"closure.pore_lag", heals_not, k_cut_out},
      {"closure.pore_speed", heals_not, k_cut_out},
      {"closure.lined_depth", heals_not, k_cut_out},
      {"closure.pore_covered_factor", heals_not, k_cut_out},
      {"closure.soothed_factor", heals_not, k_cut_out},
      {"experiment.covered_from", heals_not, k_cut_out},
      {"experiment.covered_until", heals_not, k_cut_out},
      {"closure.covered_half_life", is_never_covered, k_uncovered},
      {"closure.dry_half_life", is_of_an_animal, k_other_species},
      {"closure.dry_half_life_rat", is_of_a_person, k_other_species},
      {"closure.pore_covered_factor", is_never_covered, k_uncovered},
      {"closure.coagulated_factor", is_unbuilt<k_heat>, k_not_built},
      {"mechanics.bone_modulus", [](Session session) { return !lies_on_bone(session); }, k_other_ground},
      {"mechanics.muscle_modulus", [](Session session) { return lies_on_bone(session) || lies_on_nothing(session); },
       k_other_ground},
      {"closure",
       [](Session session) { return is_bench(session) && session.file.experiment.kind != course::k_closure; },
       "nothing closes in an insertion-test"},
      {"contact", has_given_hole, "the holes are given"},
      {"device", [](Session session) { return has_given_hole(session); }, "the holes are given"},
  };
  return rules;
}

std::string_view why_idle(std::string_view path, const SessionFile& session) {
  for (const IdleRule& rule : idle_rules()) {
    const bool is_it = path.starts_with(rule.key) &&
                       (path.size() == rule.key.size() || std::strchr(".[", path[rule.key.size()]) != nullptr);
    if (is_it && rule.is_idle(session)) return rule.reason;
  }
  for (const char* layer : {"stratum_corneum", "epidermis", "dermis", "fat"}) {
    const std::string table = std::string("skin.") + layer;
    if (path == table + ".male" && is_of_sex<k_female>(session)) return k_other_sex;
    if (path == table + ".female" && is_of_sex<k_male>(session)) return k_other_sex;
  }
  return "";
}

}  // namespace percuta::study
