#include "percuta/insertion/insertion.hpp"

#include <algorithm>
#include <cmath>

#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/hole.hpp"
#include "percuta/insertion/needle/failure.hpp"
#include "percuta/insertion/needle/needle_balance.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_at_once = 1 << 13;  // needles: of very many, depth and force alone need not stand in memory

/// What all strikes have in common.
struct Typical {
  double length = 0;  ///< mean [m]
  double speed = 0;   ///< mean; of a mass that is shot at the skin its own [m/s]
  double tilt = 0;    ///< the largest, as they go in [rad]
};

Typical typical(const punctures::Punctures& punctures, const device::Device& device) {
  Typical mean;
  for (const punctures::Puncture& p : punctures.all) {
    mean.length += p.length;
    mean.speed += p.speed;
    mean.tilt = std::max(mean.tilt, std::abs(static_cast<double>(p.tilt)));
  }
  const auto n = static_cast<double>(punctures.all.size());
  mean.length = mean.length > 0 ? mean.length / n : device.needle.length.value;
  mean.speed = n > 0 ? mean.speed / n : 0;
  const bool is_shot = device::manner_of(device.kind) == device::Manner::place && device.applicator.mass > 0;
  if (is_shot) mean.speed = device.applicator.speed;
  return mean;
}

void set_channels(Channels& channels, const Strikes& strikes, const std::vector<double>& protrusion,
                  const HoleLeft& hole_left, numerics::KernelClone clone) {
  const bool is_along_tilt = drive_of(device::manner_of(strikes.device.kind)).is_along_tilt;
  std::vector<double> depth(std::min(k_at_once, protrusion.size())), force(depth.size());
  channels.all.reserve(protrusion.size());
  for (std::size_t first = 0; first < protrusion.size(); first += k_at_once) {
    const std::size_t n = std::min(k_at_once, protrusion.size() - first);
    solve_needles(strikes.law, {protrusion.data() + first, depth.data(), force.data(), n}, clone);
    for (std::size_t i = 0; i < n; ++i) {
      const double tilt = strikes.punctures.all[first + i].tilt;
      const double upright = is_along_tilt && tilt != 0 ? std::cos(tilt) : 1;
      const Hole hole = hole_left(depth[i]);
      channels.all.push_back({upright * depth[i], force[i], upright * hole.depth, hole.width});
    }
  }
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
                const Contact& contact, numerics::KernelClone clone) {
  const Drive& drive = drive_of(device::manner_of(device.kind));
  const Typical usual = typical(punctures, device);
  const Bed bed = drive.bed(device, skin);
  const NeedleLaw law = needle_law(device.needle, skin, contact, {bed, usual.speed, usual.length, drive.frame});
  const NeedleCurve curve(law, usual.length, clone);
  const Strikes strikes{punctures, device, skin, law, curve};
  const std::vector<double> protrusion = drive.protrusions(strikes);
  Channels channels;
  set_channels(channels, strikes, protrusion, HoleLeft(law.form, contact), clone);
  set_energies(channels, strikes, protrusion, bed);
  channels.puncture_force = law.puncture_force;
  channels.puncture_dimple = law.puncture_dimple;
  channels.is_extrapolated = is_extrapolated(law.form.tip_radius, skin.mechanics);
  channels.neighbour_share = law.far > 0 ? law.far / (law.near + law.far) : 0;
  const Failure failure = failure_under(device, law, drive.is_along_tilt ? 0 : usual.tilt);
  channels.failure_force = failure.force;
  channels.failure = failure.mode;
  return channels;
}

}  // namespace percuta::insertion
