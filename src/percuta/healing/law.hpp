#pragma once

#include <cstddef>
#include <functional>

#include "percuta/healing/healing.hpp"
#include "percuta/numerics/time/time.hpp"

/// What happens within a piece of tissue after its dose: nothing moves. Sound skin stays as it is, bit for bit.
///     A' = -kA A                 Z' = -kZ Z                 C' = -kZ C
///     q  = (A + Z)^p / (1 + (A + Z)^p)
///     N' = kN (q - N)            I' = kI ((q + n N) / (1 + n) - I)             R' = kR (I - R)
///     T  = sI I + sR R + sY Y    h1 = T / (1 + T)           h2 = T^2 / (1 + T^2)
///     F' = rF F (1 - F / (1 + aF h1))                       Y' = kY h2 F (1 - Y / Ymost) - muY Y
///     t  = m + c3 + c1 + C       s = clamp(1 - (t - 1) / cx, 0, 1)
///     m' = -kP (N + e I) m       c3' = g [p3 (Y + w F h1) s + kg F max(0, 1 - t)] - (k3 + d3) c3
///     V' = kV (R - V)            c1' = k3 c3 - d1 min(c1, max(0, t - 1))
namespace percuta::healing {

/// The fields in the order in which they are walked. Those of heat are left out where nothing was coagulated.
enum FieldIndex : std::size_t {
  k_alarm,
  k_neutrophils,
  k_early,
  k_late,
  k_fibroblasts,
  k_myofibroblasts,
  k_mature,
  k_three,
  k_one,
  k_vessels,
  k_needle_fields,
  k_coagulum_alarm = k_needle_fields,
  k_coagulated,
  k_tissue_fields
};

/// What stands behind the fields of tissue, where the ledger of collagen is kept: sums over time.
enum LedgerSum : std::size_t { k_sum_made, k_sum_three, k_sum_one_lost, k_sum_cleared, k_ledger_sums };

/// Which fields are walked.
struct FieldSet {
  bool has_heat = true, has_ledger = false;

  constexpr std::size_t tissue() const {
    return has_heat ? std::size_t{k_tissue_fields} : std::size_t{k_needle_fields};
  }
  constexpr std::size_t count() const { return tissue() + (has_ledger ? std::size_t{k_ledger_sums} : 0); }
};

/// The rates of one member, in plain numbers; names as in the equations above, rates per second.
struct Law {
  double kA = 0, kZ = 0, kN = 0, kI = 0, kR = 0, kV = 0;
  double p = 1, n = 0;
  double sI = 0, sR = 0, sY = 0;
  double rF = 0, aF = 0, kY = 0, muY = 0, y_most = 1;
  double kP = 0, e = 0;
  double g = 1, p3 = 0, w = 0, kg = 0, quiet = 1;
  double k3 = 0, d3 = 0, d1 = 0, cx = 1;
  double fibroblasts_after = 0;
  std::function<double(double)> more_alarm = {};  ///< by what is in the wound, at a time [1/s]; empty = nothing

  double recruitment(double alarm) const;  ///< q of A + Z
  double tgf_beta(const Tissue& tissue) const {
    return sI * tissue.early + sR * tissue.late + sY * tissue.myofibroblasts;
  }
  /// Of collagen, over that of young untreated skin: g (quiet F + w F h1 + Y) / quiet.
  double making(const Tissue& tissue) const;
};

/// Of a person who is that old [s] and has that in the history; p3 is left at 0.
Law law_of(const Rates& rates, double age, const std::vector<std::string>& history);

/// Rates and Jacobian.
numerics::Reaction reaction_of(const Law& law, const FieldSet& set);

}  // namespace percuta::healing
