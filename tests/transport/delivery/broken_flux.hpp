#pragma once

#include "percuta/transport/delivery/patch_cells.hpp"
#include "percuta/transport/delivery/site.hpp"

/// Tissue that loses through its base what nobody books, at both scales.
namespace percuta::tests {

inline constexpr int k_nobody = 77;      // a label that no row reads
inline constexpr double k_hole = 1e-10;  // through the base [m/s]

struct LeakySite : transport::Site {
  using Site::Site;
  numerics::Transmissibilities matrix(const transport::Substance& substance,
                                      const transport::Phase& phase) const override {
    numerics::Transmissibilities made = Site::matrix(substance, phase);
    rings.add_bottom(medium_of(*this, substance, phase), k_hole, 0, k_nobody, made);
    return made;
  }
};

struct LeakyPatch : transport::PatchCells {
  using PatchCells::PatchCells;
  numerics::Transmissibilities matrix(const transport::Substance& substance,
                                      const transport::Phase& phase) const override {
    numerics::Transmissibilities made = PatchCells::matrix(substance, phase);
    made.add_bottom(grid(), medium_of(*this, substance, phase), k_hole, 0, k_nobody);
    return made;
  }
};

}  // namespace percuta::tests
