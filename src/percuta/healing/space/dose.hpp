#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "percuta/healing/healing.hpp"

/// How much alarm each place gets from the holes: the only step of healing in space.
namespace percuta::healing {

/// What the holes of a session have in common, and where doses are asked.
struct DoseSetting {
  double reach = 0;                      ///< of the alarm, L [m]
  double strength = 0;                   ///< rho, alarm per share of tissue killed [1]
  double dermis_top = 0;                 ///< [m]
  double epidermal_share = 0;            ///< [1]
  double rim = 0;                        ///< [m]
  double opened_radius = 0;              ///< [m]
  std::function<double(double)> radius;  ///< of a needle at a height above its tip [m]
  std::vector<double> depths;            ///< at which doses are asked [m]
};

/// For these rates and a needle of this shape.
DoseSetting dose_setting(const Rates& rates, double dermis_top, std::function<double(double)> radius,
                         std::vector<double> depths);

/// Section of tissue that a hole kills at the depth z [m2]: a rim round the needle, or the whole of a column that was
/// removed or coagulated. z is taken inside the hole.
double killed_section(const DoseSetting& setting, const Hole& hole, double z);

/// What a session's holes do.
struct Doses {
  std::size_t depths = 0;
  std::vector<double> alarm;       ///< [place][depth], 1 = half of the most recruitment
  std::vector<double> coagulum;    ///< the same of what heat killed; empty where none is coagulated
  std::vector<std::uint8_t> kind;  ///< Hole::Kind of the column that the piece lies in; empty where none was removed
  std::vector<double> fresh;       ///< [hole] share of what it kills that its neighbours had not opened

  double at(std::size_t place, std::size_t depth) const { return alarm[place * depths + depth]; }
};

/// What each of a session's holes kills.
struct Killed {
  std::vector<double> volumes;             ///< as the alarm counts it [m3]
  std::vector<State::KilledWidth> widths;  ///< of a disc as large as what is killed within `opened_radius`
};
/// `fresh`: as in their doses.
Killed killed_by(const std::vector<Hole>& holes, const DoseSetting& setting, const std::vector<double>& fresh);

/// Of sessions that share a setting: one each. The order of a session's holes does not matter but for rounding.
std::vector<Doses> doses_at(const std::vector<numerics::Point>& places, const std::vector<std::vector<Hole>>& sessions,
                            const DoseSetting& setting);

}  // namespace percuta::healing
