#pragma once

#include <cstdint>
#include <vector>

#include "percuta/healing/law.hpp"

/// Pieces of tissue through time, each for itself.
namespace percuta::healing {

/// What a session does to a piece.
struct Blow {
  double alarm = 0, coagulum_alarm = 0;
  Hole::Kind kind = Hole::Kind::pierced;  ///< what becomes of its tissue: a pierced piece keeps it
};

/// Pieces and what happens to them.
struct Walk {
  std::vector<double> sessions;          ///< rising [s]
  std::vector<std::vector<Blow>> blows;  ///< [session][piece]
  std::vector<double> times;             ///< to tell of, rising; one at a later session tells of what was before it [s]
  std::vector<double> weights = {};      ///< of the pieces, for the ledger; empty = no ledger is kept
  double rtol = 1e-2;
};

struct Walked {
  std::vector<std::vector<Tissue>> tissue;  ///< [time][piece]
  CollagenLedger ledger;                    ///< mean by weight
  std::size_t steps = 0;
};

/// Every piece begins as sound skin. Throws SolverError when the walk fails.
Walked walk(const Law& law, const Walk& walk);

}  // namespace percuta::healing
