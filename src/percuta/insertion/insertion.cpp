#include "percuta/insertion/insertion.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/hole.hpp"
#include "percuta/insertion/loading_rate.hpp"
#include "percuta/insertion/needle/failure.hpp"
#include "percuta/insertion/needle/needle_rest.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"
#include "percuta/insertion/needle/thresholds.hpp"

namespace percuta::insertion {
namespace {

constexpr double k_looks = 256;  // on the way in, for the protrusion that comes to the dermis
constexpr double k_held = 0;     // [m/s]: a hand that holds a device on after its blow presses as slowly as can be

/// What all strikes have in common.
struct Typical {
  double length = 0;   ///< mean [m]
  double longest = 0;  ///< [m]
  double speed = 0;    ///< mean [m/s]
  double force = 0;    ///< of the hand, mean [N]
  double tilt = 0;     ///< the largest, as they go in [rad]
};

Typical typical(const punctures::Punctures& punctures, const device::Device& device) {
  Typical mean;
  for (const punctures::Puncture& p : punctures.all) {
    mean.length += p.length;
    mean.longest = std::max(mean.longest, p.length);
    mean.speed += p.speed;
    mean.force += p.force;
    mean.tilt = std::max(mean.tilt, std::abs(static_cast<double>(p.tilt)));
  }
  const auto n = static_cast<double>(punctures.all.size());
  mean.length = mean.length > 0 ? mean.length / n : device.needle.length.value;
  mean.longest = std::max(mean.longest, mean.length);
  mean.speed = n > 0 ? mean.speed / n : 0;
  mean.force = n > 0 ? mean.force / n : 0;
  return mean;
}

/// The device on the skin, whatever drives it.
struct Site {
  const punctures::Punctures& punctures;
  const device::Device& device;
  const skin::Skin& skin;
  const Contact& contact;
  const Drive& drive;
  Places places;
  Typical usual;
};

/// The strikes under one law: that of the hand, or of the blow that comes before it. What tables of one speed say does
/// not hold at another.
struct Push {
  Ground ground;
  Bed bed;
  NeedleLaw law;
  NeedleRest rest;
  NeedleCurve curve;
  double beside;                   ///< compliance of the array's dent and of the body behind, on one needle [m/N]
  std::vector<double> protrusion;  ///< of every strike's tip, along the needle [m]

  Push(const Site& site, double speed)
      : ground(ground_of(site.skin, loading_time(site.usual.length, speed))),
        bed(site.drive.bed(site.device, site.places, site.skin, ground, site.usual.force)),
        law(needle_law(site.device.needle, site.skin, site.contact, {bed, speed, site.usual.length, site.drive.frame})),
        rest(law, threshold_classes(law.threshold_spread), site.usual.longest),
        curve(rest, site.usual.length),
        beside(law.far + backing_compliance(site.device.applicator, bed)) {}

  Strikes strikes(const Site& site) const {
    return {site.punctures, site.device, site.places, site.skin, law, curve, ground};
  }
};

/// Where one strike ends, and what brought it there.
struct Landed {
  const Push* push;
  NeedleRest::State state;
};

/// A device that is struck and then pressed goes as deep as the one that drives it deeper; where neither goes deeper,
/// the one that bears more counts.
Landed landed(const std::vector<Push>& pushes, std::size_t strike, std::size_t place) {
  Landed deepest{&pushes.front(), pushes.front().rest.at(pushes.front().protrusion[strike], place)};
  for (std::size_t i = 1; i < pushes.size(); ++i) {
    const NeedleRest::State state = pushes[i].rest.at(pushes[i].protrusion[strike], place);
    if (std::tie(state.depth, state.force) > std::tie(deepest.state.depth, deepest.state.force))
      deepest = {&pushes[i], state};
  }
  return deepest;
}

/// Each needle's depth and force by the threshold of its place, the hole that it leaves, and the mean work.
void set_channels(Channels& channels, const Site& site, const std::vector<Push>& pushes, std::uint64_t key) {
  const std::size_t n = site.punctures.all.size();
  const std::vector<double> thresholds = threshold_classes(pushes.front().law.threshold_spread);
  const HoleLeft hole_left(pushes.front().law.form, site.contact);
  double skin = 0, backing = 0;
  channels.all.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    const punctures::Puncture& p = site.punctures.all[i];
    const std::size_t place = threshold_class({p.x, p.y}, key);
    const auto [push, state] = landed(pushes, i, place);
    channels.tip_force =
        std::max(channels.tip_force, std::min(state.force, thresholds[place] * push->law.puncture_force));
    const double upright = site.drive.is_along_tilt && p.tilt != 0 ? std::cos(static_cast<double>(p.tilt)) : 1;
    const Hole hole = hole_left(state.depth);
    channels.all.push_back({upright * state.depth, state.force, upright * hole.depth, hole.width});
    const double squared = state.force * state.force;
    const double within =
        push->law.frame == Frame::undisturbed ? push->law.far : 0;  // of the needle's own work, the array's dent
    skin += std::max(0.0, push->curve.work(push->protrusion[i]) - 0.5 * within * squared);
    backing += 0.5 * push->beside * squared;
  }
  if (n == 0) return;
  channels.skin_energy = skin / static_cast<double>(n);
  channels.backing_energy = backing / static_cast<double>(n);
}

/// What the hand must press with for a typical needle to come to the dermis.
double dermis_force(const Site& site, const Push& push, const Pushed& by_hand) {
  const double dermis = site.skin.top_of("papillary_dermis"), step = push.curve.longest() / k_looks;
  for (double protrusion = 0; protrusion <= push.curve.longest(); protrusion += step) {
    if (push.rest.at(protrusion, k_thresholds / 2).depth > dermis) return by_hand.force_for(protrusion);
  }
  return k_undefined;
}

/// A needle that is pushed along itself fails upright. A drum's stands tilted against its way only as it goes in: the
/// tilt counts if piercing itself breaks the needle.
Failure failure_under(const device::Device& device, const NeedleLaw& law, double tilt) {
  Failure going_in = failure_of(device.needle, device.strength, {law.puncture_contact, tilt});
  if (going_in.force < law.puncture_force) return going_in;
  return failure_of(device.needle, device.strength, {law.puncture_contact, 0});
}

}  // namespace

Channels insert(const punctures::Punctures& punctures, const device::Device& device, const skin::Skin& skin,
                const Contact& contact, const Member& member) {
  const Drive& drive = drive_of(device::manner_of(device.kind));
  const Site site{punctures,
                  device,
                  skin,
                  contact,
                  drive,
                  device.kind == "roller" ? Places() : device::layout(device),
                  typical(punctures, device)};
  const bool is_struck = drive.by_blow != nullptr && device.applicator.mass > 0;
  std::vector<Push> pushes;
  pushes.reserve(2);  // what drives point to stays where it is
  if (is_struck) {
    Push& blow = pushes.emplace_back(site, device.applicator.speed);
    blow.protrusion = drive.by_blow(blow.strikes(site));
  }
  Push& hand = pushes.emplace_back(site, is_struck ? k_held : site.usual.speed);
  Pushed by_hand = drive.by_hand(hand.strikes(site));
  hand.protrusion = std::move(by_hand.protrusion);
  Channels channels;
  set_channels(channels, site, pushes, threshold_key(member));
  const NeedleLaw& law = pushes.front().law;  // of what meets the skin first
  channels.puncture_force = law.puncture_force;
  channels.puncture_dimple = law.puncture_dimple;
  channels.is_extrapolated = is_extrapolated(law.form.tip_radius, skin.mechanics);
  channels.neighbour_share = law.far > 0 ? law.far / (law.near + law.far) : 0;
  channels.dermis_force = dermis_force(site, hand, by_hand);
  const Failure failure = failure_under(device, law, drive.is_along_tilt ? 0 : site.usual.tilt);
  channels.failure_force = failure.force;
  channels.failure = failure.mode;
  return channels;
}

}  // namespace percuta::insertion
