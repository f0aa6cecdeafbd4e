#pragma once

#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

/// The imprint of a drum rolled along the strokes: needle (row i, column j) lands where it points straight down, at
///   s = rolling_radius (2 pi (m + (j + stagger_i) / columns) - 2 pi phase),  0 <= s <= length, m = 0, 1, 2, ...
///   aside = (i - (rows - 1) / 2) width / rows
/// and, nearer than the capture distance to an earlier hole of the session, slips into that.
Punctures land_roller(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member, std::uint32_t session);

}  // namespace percuta::punctures
