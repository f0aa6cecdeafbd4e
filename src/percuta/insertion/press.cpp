#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/insertion/backing.hpp"
#include "percuta/insertion/drives/hand_share.hpp"
#include "percuta/insertion/drives/wrap.hpp"
#include "percuta/insertion/hole.hpp"
#include "percuta/insertion/impact.hpp"
#include "percuta/insertion/insertion.hpp"
#include "percuta/insertion/loading_rate.hpp"
#include "percuta/insertion/needle/failure.hpp"
#include "percuta/insertion/needle/needle_curve.hpp"
#include "percuta/insertion/needle/puncture_force.hpp"
#include "percuta/insertion/needle/thresholds.hpp"
#include "percuta/insertion/needle_bed.hpp"

namespace percuta::insertion {
namespace {

constexpr std::size_t k_points = 512;
constexpr std::size_t k_body_points = 64;

/// One array on the bench, per needle.
struct Bench {
  NeedleLaw law;
  double length = 0;
  double beside = 0;  ///< compliance of dent and body: what the array moves beside the needles' way in [m/N]
  Bed bed;
  double of_force = 1;             ///< on a needle, of the force on the whole array [1]
  double driven_share = 1;         ///< of the needles, that the pad presses [1]
  std::vector<double> thresholds;  ///< of each driven needle that is told apart [1]
};

/// Each needle of an array stands on its own spot of the skin; one alone is a typical one. Of more than are told apart
/// some from all over the array.
std::vector<double> thresholds_of(const Places& driven, double spread, const Member& member) {
  if (driven.size() < 2) return {1};
  const std::vector<double> classes = threshold_classes(spread);
  const std::uint64_t key = threshold_key(member);
  const std::size_t told = std::min(driven.size(), k_most_pressed);
  std::vector<double> thresholds;
  thresholds.reserve(told);
  for (std::size_t i = 0; i < told; ++i) {
    thresholds.push_back(classes[threshold_class(driven[i * driven.size() / told], key)]);
  }
  return thresholds;
}

/// The needles that press, and what each takes of the force. Returns where they stand; nothing of a roller.
Places set_bed(Bench& bench, const device::Device& device, const skin::Skin& skin, const Press& how) {
  if (device.kind == "roller") {
    const Ground ground = ground_of(skin, loading_time(device.needle.length, how.speed));
    bench.bed = drum_bed(device, wrap_of(device.drum, ground, how.force));
    bench.of_force = 1 / bench.bed.needles;
    return {};
  }
  const Places places = device::layout(device);
  const HandShare share = hand_share(device, places, skin);
  bench.bed = share.bed;
  bench.of_force = share.of_force;
  Places driven;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (share.drives(i)) driven.push_back(places[i]);
  }
  bench.driven_share = static_cast<double>(driven.size()) / static_cast<double>(places.size());
  return driven;
}

Bench bench_of(const device::Device& device, const skin::Skin& skin, const Contact& contact, const Press& how,
               const Member& member) {
  Bench bench;
  bench.length = device.needle.length;
  const Places driven = set_bed(bench, device, skin, how);
  bench.law = needle_law(device.needle, skin, contact, {bench.bed, how.speed, bench.length, Frame::skin_between});
  bench.beside = bench.law.far + backing_compliance(device.applicator, bench.bed);
  bench.thresholds = thresholds_of(driven, bench.law.threshold_spread, member);
  return bench;
}

/// How far the needles come before their mass has spent its energy; all the way where nothing strikes.
double stopped_at(const device::Device& device, const skin::Skin& skin, const Bench& bench, const Press& how,
                  const NeedleCurve& curve) {
  if (!(how.energy > 0)) return bench.length;
  const double speed = how.speed > 0 ? how.speed : 1;  // a load without speed: the slower, the less inertia counts
  Impact impact = impact_of(device, skin, bench.bed, 2 * how.energy / (speed * speed), speed);
  if (!(how.speed > 0)) impact.impedance = 0;
  return impact_protrusion(curve, impact);
}

/// Walks the press until a limit is met.
class Walk {
 public:
  Walk(const Bench& bench, const Press& how) : bench_(bench), how_(how) {}

  /// Adds the state at `displacement`, or, where a limit lies before it, the state there. False when the press is over.
  bool step(PressCurve& curve, double displacement, double force, double depth) {
    const double x = curve.displacement.back(), f = curve.force.back();
    const double rise = displacement - x;
    double share = 1;
    if (how_.displacement > 0 && displacement >= how_.displacement)
      share = std::min(share, (how_.displacement - x) / rise);
    const double most = how_.force * bench_.of_force;
    if (how_.force > 0 && force >= most)
      share = std::min(share, force > f ? std::max(0.0, (most - f) / (force - f)) : 0);
    curve.displacement.push_back(x + share * rise);
    curve.force.push_back(f + share * (force - f));
    curve.depth.push_back(curve.depth.back() + share * (depth - curve.depth.back()));
    return share >= 1 && !(how_.displacement > 0 && displacement >= how_.displacement);
  }

 private:
  const Bench& bench_;
  const Press& how_;
};

/// Once the body touches, the needles go no deeper: only the array's dent and the body give, as far as any limit asks.
void press_body(PressCurve& curve, Walk& walk, const Bench& bench, const Press& how) {
  if (!(bench.beside > 0)) return;
  const double most = std::max(how.force * bench.of_force, how.displacement / bench.beside);
  const double step = most / k_body_points;
  const double depth = curve.depth.back();
  for (std::size_t i = 0; i < k_body_points; ++i) {
    const double displacement = curve.displacement.back() + bench.beside * step;
    if (!walk.step(curve, displacement, curve.force.back() + step, depth)) return;
  }
}

/// The whole curve: intact, pierced, and, once the body touches, the array's dent alone. Returns the protrusion at its
/// end.
double walk_through(PressCurve& curve, const Bench& bench, const Press& how, const NeedleCurve& needles, double stop) {
  Walk walk(bench, how);
  curve.displacement = curve.force = curve.depth = {0};
  double protrusion = 0;
  for (std::size_t i = 1; i <= k_points; ++i) {
    const double next = stop * static_cast<double>(i) / static_cast<double>(k_points);
    const double force = needles.force(next);
    const double displacement = next + bench.beside * force;
    if (displacement < curve.displacement.back()) {  // the array snaps on to where it is resisted again
      protrusion = next;
      continue;
    }
    const double before = curve.displacement.back();
    if (!walk.step(curve, displacement, force, needles.depth(next))) {
      const double share = displacement > before ? (curve.displacement.back() - before) / (displacement - before) : 0;
      return protrusion + share * (next - protrusion);
    }
    protrusion = next;
  }
  if (how.energy > 0 && stop < bench.length) return stop;
  const double x = curve.displacement.back();
  if (curve.depth.back() < needles.depth(stop)) {  // it snapped on until the body touched, which bears the rest
    const double borne = bench.beside > 0 ? (x - bench.length) / bench.beside : curve.force.back();
    walk.step(curve, x, borne, needles.depth(stop));
  }
  press_body(curve, walk, bench, how);
  return stop;
}

/// Energies of the whole array at the end, by the work done and what the dent and the body store of it.
void set_energies(PressCurve& curve, const Bench& bench) {
  double work = 0;
  for (std::size_t i = 1; i < curve.force.size(); ++i) {
    work += 0.5 * (curve.force[i] + curve.force[i - 1]) * (curve.displacement[i] - curve.displacement[i - 1]);
  }
  const double stored = std::min(work, 0.5 * bench.beside * curve.force.back() * curve.force.back());
  curve.backing_energy = bench.bed.needles * stored;
  curve.skin_energy = bench.bed.needles * (work - stored);
}

/// Each needle at the end, and the means of those that pierced.
void set_needles(PressCurve& curve, const Bench& bench, const NeedleRest& rest, const Contact& contact,
                 double protrusion) {
  const HoleLeft hole_left(bench.law.form, contact);
  double pierced = 0;
  for (std::size_t n = 0; n < rest.count(); ++n) {
    const double depth = rest.at(protrusion, n).depth;
    const Hole hole = hole_left(depth);
    curve.depths.push_back(depth);
    curve.depth_in_place += depth;
    curve.residual_depth += hole.depth;
    curve.channel_width += hole.width;
    pierced += depth > 0 ? 1 : 0;
  }
  const auto count = static_cast<double>(rest.count());
  curve.depth_in_place *= bench.driven_share / count;
  curve.residual_depth /= std::max(1.0, pierced);
  curve.channel_width /= std::max(1.0, pierced);
  curve.driven_share = bench.driven_share;
  curve.pierced_share = bench.driven_share * pierced / count;
}

/// What it takes to pierce, on average; where the array comes to it if it does.
void set_puncture(PressCurve& curve, const Bench& bench, const NeedleRest& rest, double protrusion) {
  double thresholds = 0, through = 0, last = 0;
  for (std::size_t n = 0; n < rest.count(); ++n) {
    thresholds += bench.thresholds[n];
    through += rest.through_at(n);
    last = std::max(last, rest.through_at(n));
  }
  const auto count = static_cast<double>(rest.count());
  curve.puncture_force = bench.law.puncture_force * thresholds / count;
  if (protrusion < last) return;
  curve.puncture_displacement = through / count + bench.beside * curve.puncture_force;
  curve.puncture_depth = bench.law.snap_depth;
}

}  // namespace

PressCurve press(const device::Device& device, const skin::Skin& skin, const Contact& contact, const Press& how,
                 const Member& member) {
  if (!(how.force > 0) && !(how.displacement > 0) && !(how.energy > 0)) {
    throw InputError("the press has no end", "give a force, a displacement or an energy at which it ends");
  }
  const Bench bench = bench_of(device, skin, contact, how, member);
  const NeedleRest rest(bench.law, bench.thresholds, bench.length);
  const NeedleCurve needles(rest, bench.length);
  PressCurve curve;
  const double protrusion = walk_through(curve, bench, how, needles, stopped_at(device, skin, bench, how, needles));
  set_energies(curve, bench);
  set_needles(curve, bench, rest, contact, protrusion);
  set_puncture(curve, bench, rest, protrusion);
  const Failure failure = failure_of(device.needle, device.strength, {bench.law.puncture_contact, 0});
  const double borne = *std::max_element(curve.force.begin(), curve.force.end());
  const double largest = std::min(borne, std::max(bench.law.puncture_force, resistance(bench.law, bench.length)));
  curve.failure = failure.mode;
  curve.failure_force = failure.force;
  const double hardest = *std::max_element(bench.thresholds.begin(), bench.thresholds.end());
  curve.force_margin = force_margin(failure.force, failure.mode, largest, hardest * bench.law.puncture_force);
  curve.neighbour_share = bench.law.far > 0 ? bench.law.far / (bench.law.near + bench.law.far) : 0;
  curve.is_extrapolated = is_extrapolated(bench.law.form.tip_radius, skin.mechanics);
  return curve;
}

}  // namespace percuta::insertion
