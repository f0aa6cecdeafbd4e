#pragma once

#include "percuta/transport/transport.hpp"

/// Living tissue: what it binds, and what its vessels take.
namespace percuta::transport {

/// Total over unbound in the tissue's water: b = 0.68 + 0.32 / f_u + c f Kow^n, as the tissue's pH has it; where the
/// partition is measured, that over the tissue's share of water, and at least 1 [1].
double binding(const Active& active, const Rates& rates);

/// All that is there over what is in water beside it: measured, or the tissue's share of water times b [1].
double partition_in_tissue(const Active& active, const Rates& rates);

/// Of what is unbound in the dermis: k = 1 / (1 / (P S) + 1 / Q) + lymph, P = by lipids + by water [1/s].
double vessel_clearance(const Active& active, const Rates& rates);

/// Of the junction under the epidermis, a sheet of tissue in which diffusion is slower [s/m].
double junction_resistance(const Active& active, const Rates& rates);

}  // namespace percuta::transport
