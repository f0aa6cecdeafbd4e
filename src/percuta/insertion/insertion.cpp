#include "percuta/insertion/insertion.hpp"

#include <algorithm>
#include <cmath>

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

/// What all strikes have in common.
struct Typical {
  double length = 0;   ///< mean [m]
  double longest = 0;  ///< [m]
  double speed = 0;    ///< mean; of a mass that is shot at the skin its own [m/s]
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
  const bool is_shot = device::manner_of(device.kind) == device::Manner::place && device.applicator.mass > 0;
  if (is_shot) mean.speed = device.applicator.speed;
  return mean;
}

/// Each needle's depth and force by the threshold of its place, and the hole that it leaves.
void set_channels(Channels& channels, const Strikes& strikes, const std::vector<double>& protrusion,
                  const NeedleRest& rest, const HoleLeft& hole_left, std::uint64_t key) {
  const bool is_along_tilt = drive_of(device::manner_of(strikes.device.kind)).is_along_tilt;
  channels.all.reserve(protrusion.size());
  const std::vector<double> thresholds = threshold_classes(strikes.law.threshold_spread);
  for (std::size_t i = 0; i < protrusion.size(); ++i) {
    const punctures::Puncture& p = strikes.punctures.all[i];
    const std::size_t place = threshold_class({p.x, p.y}, key);
    const NeedleRest::State state = rest.at(protrusion[i], place);
    channels.tip_force =
        std::max(channels.tip_force, std::min(state.force, thresholds[place] * strikes.law.puncture_force));
    const double upright = is_along_tilt && p.tilt != 0 ? std::cos(static_cast<double>(p.tilt)) : 1;
    const Hole hole = hole_left(state.depth);
    channels.all.push_back({upright * state.depth, state.force, upright * hole.depth, hole.width});
  }
}

/// What the hand must press with for a typical needle to come to the dermis.
double dermis_force(const Strikes& strikes, const NeedleRest& rest, const Drive& drive) {
  const double dermis = strikes.skin.top_of("papillary_dermis");
  for (double protrusion = 0; protrusion <= strikes.curve.longest(); protrusion += strikes.curve.longest() / k_looks) {
    if (rest.at(protrusion, k_thresholds / 2).depth > dermis) return drive.force_for(strikes, protrusion);
  }
  return k_undefined;
}

/// Means over all strikes.
void set_energies(Channels& channels, const Strikes& strikes, const std::vector<double>& protrusion, const Bed& bed) {
  if (protrusion.empty()) return;
  const NeedleLaw& law = strikes.law;
  const double beside = law.far + backing_compliance(strikes.device.applicator, bed);
  const double within = law.frame == Frame::undisturbed ? law.far : 0;  // of the needle's own work, the array's dent
  double skin = 0, backing = 0;
  for (std::size_t i = 0; i < protrusion.size(); ++i) {
    const double squared = channels.all[i].force * channels.all[i].force;
    skin += std::max(0.0, strikes.curve.work(protrusion[i]) - 0.5 * within * squared);
    backing += 0.5 * beside * squared;
  }
  const auto n = static_cast<double>(protrusion.size());
  channels.skin_energy = skin / n;
  channels.backing_energy = backing / n;
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
  const Typical usual = typical(punctures, device);
  const Ground ground = ground_of(skin, loading_time(usual.length, usual.speed));
  const Places places = device.kind == "roller" ? Places() : device::layout(device);
  const Bed bed = drive.bed(device, places, skin, ground, usual.force);
  const NeedleLaw law = needle_law(device.needle, skin, contact, {bed, usual.speed, usual.length, drive.frame});
  const NeedleRest rest(law, threshold_classes(law.threshold_spread), usual.longest);
  const NeedleCurve curve(rest, usual.length);
  const Strikes strikes{punctures, device, places, skin, law, curve, ground};
  const std::vector<double> protrusion = drive.protrusions(strikes);
  Channels channels;
  set_channels(channels, strikes, protrusion, rest, HoleLeft(law.form, contact), threshold_key(member));
  set_energies(channels, strikes, protrusion, bed);
  channels.puncture_force = law.puncture_force;
  channels.puncture_dimple = law.puncture_dimple;
  channels.is_extrapolated = is_extrapolated(law.form.tip_radius, skin.mechanics);
  channels.neighbour_share = law.far > 0 ? law.far / (law.near + law.far) : 0;
  channels.dermis_force = dermis_force(strikes, rest, drive);
  const Failure failure = failure_under(device, law, drive.is_along_tilt ? 0 : usual.tilt);
  channels.failure_force = failure.force;
  channels.failure = failure.mode;
  return channels;
}

}  // namespace percuta::insertion
