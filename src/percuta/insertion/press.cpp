#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/hole.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/needle/failure.hpp"
#include "percuta/insertion/needle/needle_balance.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"
#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_points = 512;
constexpr std::size_t k_body_points = 64;

/// One array on the bench, per needle.
struct Bench {
  NeedleLaw law;
  double length = 0;
  double beside =
      0;  ///< compliance of whole-array dent and body: what the array moves beside the needle's way in [m/N]
  double needles = 1;
};

Bench bench_of(const device::Device& device, const skin::Skin& skin, const Contact& contact, const Press& how) {
  const double length = device.needle.length;
  const Bed bed = device.kind == "roller" ? bed_of(device) : pressed_bed(device, pressed_radius(device, skin));
  Bench bench;
  bench.law = needle_law(device.needle, skin, contact, {bed, how.speed, length, Frame::skin_between});
  bench.length = length;
  bench.beside = bench.law.far + backing_compliance(device.applicator, bed);
  bench.needles = bed.needles;
  return bench;
}

/// The rest of one needle at each protrusion from 0 to its length.
struct Path {
  std::vector<double> protrusion, force, depth;
};

Path path_of(const Bench& bench) {
  Path path;
  path.protrusion.resize(k_points + 1);
  path.force.resize(k_points + 1);
  path.depth.resize(k_points + 1);
  for (std::size_t i = 0; i <= k_points; ++i) {
    path.protrusion[i] = bench.length * static_cast<double>(i) / static_cast<double>(k_points);
  }
  solve_needles(bench.law, {path.protrusion.data(), path.depth.data(), path.force.data(), k_points + 1},
                numerics::KernelClone::baseline);
  return path;
}

/// Walks the press until a limit is met.
class Walk {
 public:
  Walk(const Bench& bench, const Press& how) : bench_(bench), how_(how) {}

  /// Adds the state at `displacement`, or, where a limit lies before it, the state there. False when the press is over.
  bool step(PressCurve& curve, double displacement, double force, double depth) {
    const double x = curve.displacement.back(), f = curve.force.back();
    const double rise = displacement - x, gain = 0.5 * (f + force) * rise;
    double share = 1;
    if (how_.displacement > 0 && displacement >= how_.displacement)
      share = std::min(share, (how_.displacement - x) / rise);
    const double most = how_.force / bench_.needles;
    if (how_.force > 0 && force >= most)
      share = std::min(share, force > f ? std::max(0.0, (most - f) / (force - f)) : 0);
    const double left = how_.energy / bench_.needles - work_;
    if (how_.energy > 0 && gain >= left) share = std::min(share, gain > 0 ? left / gain : 0);
    work_ += share * gain;
    curve.displacement.push_back(x + share * rise);
    curve.force.push_back(f + share * (force - f));
    curve.depth.push_back(curve.depth.back() + share * (depth - curve.depth.back()));
    return share >= 1 && !(how_.displacement > 0 && displacement >= how_.displacement);
  }

 private:
  const Bench& bench_;
  const Press& how_;
  double work_ = 0;  ///< per needle [J]
};

/// Once the body touches, the needles go no deeper: only the array's dent and the body give, as far as any limit asks.
void press_body(PressCurve& curve, Walk& walk, const Bench& bench, const Press& how) {
  if (!(bench.beside > 0)) return;
  const double most = std::max({how.force / bench.needles, how.displacement / bench.beside,
                                std::sqrt(2 * how.energy / (bench.needles * bench.beside))});
  const double step = most / k_body_points;
  const double depth = curve.depth.back();
  for (std::size_t i = 0; i < k_body_points; ++i) {
    const double displacement = curve.displacement.back() + bench.beside * step;
    if (!walk.step(curve, displacement, curve.force.back() + step, depth)) return;
  }
}

/// The whole curve: intact, pierced, and, once the body touches, the array's dent alone.
void walk_through(PressCurve& curve, const Bench& bench, const Press& how) {
  const Path path = path_of(bench);
  Walk walk(bench, how);
  curve.displacement = curve.force = curve.depth = {0};
  const double dimple = bench.law.puncture_dimple;
  const double at_puncture = dimple + bench.beside * bench.law.puncture_force;
  bool goes_on = true;
  for (std::size_t i = 1; i <= k_points && goes_on; ++i) {
    if (path.protrusion[i] >= dimple && path.protrusion[i - 1] < dimple) {
      goes_on = walk.step(curve, at_puncture, bench.law.puncture_force, 0);
      if (!goes_on) return;
      curve.puncture_displacement = at_puncture;
    }
    const double displacement = path.protrusion[i] + bench.beside * path.force[i];
    if (displacement < curve.displacement.back()) continue;  // the array snaps on to where it is resisted again
    goes_on = walk.step(curve, displacement, path.force[i], path.depth[i]);
  }
  if (!goes_on) return;
  const double x = curve.displacement.back();
  if (curve.depth.back() < path.depth.back()) {  // it snapped on until the body touched, which bears the rest
    walk.step(curve, x, (x - bench.length) / bench.beside, path.depth.back());
  }
  press_body(curve, walk, bench, how);
}

/// Energies of the whole array at the end, by the work done and what the dent and the body store of it.
void set_energies(PressCurve& curve, const Bench& bench) {
  double work = 0;
  for (std::size_t i = 1; i < curve.force.size(); ++i) {
    work += 0.5 * (curve.force[i] + curve.force[i - 1]) * (curve.displacement[i] - curve.displacement[i - 1]);
  }
  const double stored = std::min(work, 0.5 * bench.beside * curve.force.back() * curve.force.back());
  curve.backing_energy = bench.needles * stored;
  curve.skin_energy = bench.needles * (work - stored);
}

}  // namespace

PressCurve press(const device::Device& device, const skin::Skin& skin, const Contact& contact, const Press& how) {
  if (!(how.force > 0) && !(how.displacement > 0) && !(how.energy > 0)) {
    throw InputError("the press has no end", "give a force, a displacement or an energy at which it ends");
  }
  const Bench bench = bench_of(device, skin, contact, how);
  PressCurve curve;
  walk_through(curve, bench, how);
  set_energies(curve, bench);
  curve.puncture_force = bench.law.puncture_force;
  curve.depth_in_place = curve.depth.back();
  const Hole hole = HoleLeft(bench.law.form, contact)(curve.depth_in_place);
  curve.residual_depth = hole.depth;
  curve.channel_width = hole.width;
  const Failure failure = failure_of(device.needle, device.strength, {bench.law.puncture_contact, 0});
  const double borne = *std::max_element(curve.force.begin(), curve.force.end());
  const double largest = std::min(borne, std::max(bench.law.puncture_force, resistance(bench.law, bench.length)));
  curve.failure = failure.mode;
  curve.force_margin = force_margin(failure.force, failure.mode, largest, bench.law.puncture_force);
  curve.neighbour_share = bench.law.far > 0 ? bench.law.far / (bench.law.near + bench.law.far) : 0;
  curve.is_extrapolated = is_extrapolated(bench.law.form.tip_radius, skin.mechanics);
  return curve;
}

}  // namespace percuta::insertion
