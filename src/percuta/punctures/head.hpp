#pragma once

#include "percuta/punctures/punctures.hpp"

/// Heads that carry their needles straight down, all at once.
namespace percuta::punctures {

/// A piston that strikes while the hand glides, at the times (m + phase) / frequency, m = 0, 1, 2, ... of each stroke
/// that has not ended by then, those while the hand stands at its ends too. The tip's speed is the piston's highest, pi
/// frequency stroke. Throws InputError when the piston does not move or the hand does not glide.
Punctures land_piston(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member);

/// A head, patch or single needle set down once per stroke, at its start.
Punctures land_placements(const std::vector<strokes::Stroke>& strokes, const device::Device& device,
                          const skin::Skin& skin, const Guidance& guidance, const Member& member);

}  // namespace percuta::punctures
