#include "percuta/healing/space/dose.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "percuta/healing/space/dose_table.hpp"
#include "percuta/healing/space/near_holes.hpp"

namespace percuta::healing {
namespace {

double disc(double radius) {
  return std::numbers::pi * radius * radius;
}

double ring(double radius, double rim) {
  return 2 * std::numbers::pi * radius * rim + disc(rim);
}

/// The needle's section where the dermis begins, or at the tip of a hole that ends above it [m2].
double opened_section(const DoseSetting& setting, const Hole& hole) {
  return disc(setting.radius(hole.depth - std::min(hole.depth, setting.dermis_top)));
}

/// How much of what a hole kills was not opened by its neighbours: (1 - exp(-x)) / x.
double fresh_share(double opened) {
  return opened > 0 ? -std::expm1(-opened) / opened : 1;
}

/// For each hole: the sum over the holes in the disc round it of what they have, itself included.
std::vector<double> sums_around(const std::vector<Hole>& holes, const DoseSetting& setting,
                                const std::vector<double>& of_each) {
  const NearHoles near(holes, setting.opened_radius);
  std::vector<double> sums;
  sums.reserve(holes.size());
  for (const Hole& hole : holes) {
    double sum = 0;
    near.each({hole.x, hole.y}, [&](std::size_t j, double) { sum += of_each[j]; });
    sums.push_back(sum);
  }
  return sums;
}

/// Share of each hole's rim that counts.
std::vector<double> fresh_shares(const std::vector<Hole>& holes, const DoseSetting& setting) {
  std::vector<double> opened;
  opened.reserve(holes.size());
  for (const Hole& hole : holes) opened.push_back(opened_section(setting, hole));
  std::vector<double> shares = sums_around(holes, setting, opened);
  const double around = disc(setting.opened_radius);
  for (std::size_t i = 0; i < holes.size(); ++i) shares[i] = fresh_share((shares[i] - opened[i]) / around);
  return shares;
}

double killed_volume(const DoseSetting& setting, const Hole& hole) {
  constexpr int k_slices = 16;
  double volume = 0;
  const double slice = hole.depth / k_slices;
  for (int i = 0; i < k_slices; ++i) {
    const double z = (i + 0.5) * slice;
    volume += slice * killed_section(setting, hole, z) * (z < setting.dermis_top ? setting.epidermal_share : 1);
  }
  return volume;
}

/// Adds what the holes of some kinds raise.
std::vector<double> alarm_of(const std::vector<numerics::Point>& places, const std::vector<Hole>& holes,
                             const std::vector<double>& weights, const DoseTable& table, std::size_t depths) {
  std::vector<double> alarm(places.size() * depths);
  const NearHoles near(holes, table.cutoff());
  for (std::size_t p = 0; p < places.size(); ++p) {
    double* const row = alarm.data() + p * depths;
    near.each(places[p], [&](std::size_t i, double distance) {
      if (weights[i] > 0) table.add(distance, holes[i], weights[i], row);
    });
  }
  return alarm;
}

/// The column that each piece lies in, where holes were more than cuts.
std::vector<std::uint8_t> kinds_of(const std::vector<numerics::Point>& places, const std::vector<Hole>& holes,
                                   const DoseSetting& setting) {
  std::vector<std::uint8_t> kinds(places.size() * setting.depths.size());
  double widest = 0;
  for (const Hole& hole : holes) widest = std::max(widest, setting.radius(hole.depth));
  const NearHoles near(holes, widest);
  for (std::size_t p = 0; p < places.size(); ++p) {
    near.each(places[p], [&](std::size_t i, double distance) {
      for (std::size_t k = 0; k < setting.depths.size(); ++k) {
        const double z = setting.depths[k];
        if (holes[i].kind == Hole::Kind::pierced || z > holes[i].depth) continue;
        if (distance > setting.radius(holes[i].depth - z)) continue;
        std::uint8_t& kind = kinds[p * setting.depths.size() + k];
        kind = std::max(kind, static_cast<std::uint8_t>(holes[i].kind));
      }
    });
  }
  return kinds;
}

Doses doses_of(const std::vector<numerics::Point>& places, const std::vector<Hole>& holes, const DoseSetting& setting,
               const DoseTable& table) {
  Doses doses;
  doses.depths = setting.depths.size();
  doses.fresh = fresh_shares(holes, setting);
  const std::vector<double>& fresh = doses.fresh;
  doses.alarm = alarm_of(places, holes, fresh, table, doses.depths);
  const auto is_kind = [](Hole::Kind kind) { return [kind](const Hole& hole) { return hole.kind == kind; }; };
  if (std::any_of(holes.begin(), holes.end(), is_kind(Hole::Kind::coagulated))) {
    std::vector<double> heated = fresh;
    for (std::size_t i = 0; i < holes.size(); ++i) {
      if (holes[i].kind != Hole::Kind::coagulated) heated[i] = 0;
    }
    doses.coagulum = alarm_of(places, holes, heated, table, doses.depths);
  }
  if (!std::all_of(holes.begin(), holes.end(), is_kind(Hole::Kind::pierced))) {
    doses.kind = kinds_of(places, holes, setting);
  }
  return doses;
}

}  // namespace

DoseSetting dose_setting(const Rates& rates, double dermis_top, std::function<double(double)> radius,
                         std::vector<double> depths) {
  const double reach = rates.signal_reach;
  const double lone =
      ring(0.5 * rates.reference_width, rates.rim) * std::cyl_bessel_k(0.0, rates.recruiting_radius / reach);
  return {.reach = reach,
          .strength = 2 * std::numbers::pi * reach * reach / lone,
          .dermis_top = dermis_top,
          .epidermal_share = rates.epidermal_share,
          .rim = rates.rim,
          .opened_radius = rates.opened_radius,
          .radius = std::move(radius),
          .depths = std::move(depths)};
}

double killed_section(const DoseSetting& setting, const Hole& hole, double z) {
  const double radius = setting.radius(hole.depth - std::clamp(z, 0.0, hole.depth));
  return hole.kind == Hole::Kind::pierced ? ring(radius, setting.rim) : disc(radius);
}

Killed killed_by(const std::vector<Hole>& holes, const DoseSetting& setting, const std::vector<double>& fresh) {
  std::vector<double> dead;
  dead.reserve(holes.size());
  for (const Hole& hole : holes) {
    dead.push_back(hole.depth > setting.dermis_top ? killed_section(setting, hole, setting.dermis_top) : 0);
  }
  const std::vector<double> around = sums_around(holes, setting, dead);
  Killed killed;
  killed.widths.reserve(holes.size());
  killed.volumes.reserve(holes.size());
  for (std::size_t i = 0; i < holes.size(); ++i) {
    killed.widths.push_back({holes[i].x, holes[i].y, 2 * std::sqrt(around[i] / std::numbers::pi)});
    killed.volumes.push_back(fresh[i] * killed_volume(setting, holes[i]));
  }
  return killed;
}

std::vector<Doses> doses_at(const std::vector<numerics::Point>& places, const std::vector<std::vector<Hole>>& sessions,
                            const DoseSetting& setting) {
  const DoseTable table(setting, sessions);
  std::vector<Doses> doses;
  doses.reserve(sessions.size());
  for (const std::vector<Hole>& holes : sessions) doses.push_back(doses_of(places, holes, setting, table));
  return doses;
}

}  // namespace percuta::healing
