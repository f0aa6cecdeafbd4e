#pragma once

#include <vector>

#include "transport/delivery/delivery_fixture.hpp"

/// The referee of ring cells: a square with its channels resolved in three dimensions. Its sides let nothing through,
/// or it is one of endlessly many alike.
namespace percuta::tests {

struct PatchCase {
  double side = 0;                          ///< of the square [m]
  std::vector<transport::Hole> holes = {};  ///< whole, or cut by the square's sides
  double cell = 5e-6;                       ///< along x and y [m]
  Tracer of;
  double film = 20e-6;      ///< [m]
  double open_share = 1;    ///< of what holes add open
  double finer = 1;         ///< cells in depth, as of deliver
  bool is_endless = false;  ///< the squares go on
};

/// What deliver tells of the same, but for skin without a hole. `cells`, when given, is told of how many it is made.
transport::Uptake resolved(const PatchCase& patch, std::ptrdiff_t* cells = nullptr);

/// The rates of both.
transport::Rates patch_rates(const Tracer& of);
inline skin::Skin patch_skin(double side) {
  return round_skin(side);
}

}  // namespace percuta::tests
