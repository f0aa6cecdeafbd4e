#pragma once

#include "percuta/punctures/punctures.hpp"

namespace percuta::punctures {

/// The imprint of a drum rolled along the strokes: needle (row i, column j) points straight down at
///   s = rolling_radius (2 pi (m + (j + stagger_i) / columns) - 2 pi phase),  0 <= s <= length, m = 0, 1, 2, ...
///   aside = (i - (rows - 1) / 2) width / rows
/// and its hole is where its tip met the skin, the entry lead ahead of s. On curved skin rows bear what `row_loads`
/// says, and those that do not touch strike nothing.
Punctures land_roller(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member);

/// Writes down the drum's entry angle, sweep and slit.
void tell_kinematics(const device::Device& device, const Guidance& guidance, Punctures& punctures);

}  // namespace percuta::punctures
