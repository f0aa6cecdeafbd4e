#pragma once

#include <cstdint>

#include "percuta/course/course.hpp"

namespace percuta::course {

/// Sampled inputs, and the skin that they stand for.
struct OnSkin {
  const Inputs& inputs;
  const skin::Skin& skin;
};

/// Whether the hand strokes and the needles land alike in session `number` of both: all that strokes and landings are
/// made of is the same number by number. Of the skin that is its outline, its window and its lines. A measured map, and
/// a hand that stops when the needles are deep enough, are not compared: they land anew.
bool lands_alike(const OnSkin& a, const OnSkin& b, std::uint32_t number);

}  // namespace percuta::course
