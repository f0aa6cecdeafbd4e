#include "percuta/punctures/head.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "percuta/base/error.hpp"
#include "percuta/punctures/holes.hpp"

namespace percuta::punctures {
namespace {

/// What the needles of one stroke share.
Puncture blow_of(const strokes::Stroke& stroke, std::size_t index, const device::Device& device) {
  const double length = device.needle.length;
  Puncture blow;
  blow.stroke = static_cast<std::int32_t>(index);
  blow.force = stroke.force_start;
  blow.length = stroke.depth > 0 ? std::min(stroke.depth, length) : length;
  blow.tilt = static_cast<float>(stroke.tilt);
  return blow;
}

void glide(const strokes::Stroke& stroke, double frequency, const std::vector<MadeNeedle>& needles, Puncture blow,
           Holes& holes) {
  for (std::int64_t m = 0;; ++m) {
    const double t = (static_cast<double>(m) + stroke.phase) / frequency;
    if (t > strokes::duration(stroke)) return;
    const double s = std::clamp(stroke.speed * (t - stroke.dwell), 0.0, stroke.length);
    const double share = stroke.length > 0 ? s / stroke.length : 0;
    blow.force = stroke.force_start + (stroke.force_end - stroke.force_start) * share;
    holes.press(strokes::pose_at(stroke, s), needles, blow);
  }
}

/// Blows of the piston in all strokes.
double blows(const std::vector<strokes::Stroke>& strokes, double frequency) {
  double sum = 0;
  for (const strokes::Stroke& stroke : strokes) {
    if (stroke.speed <= 0 || frequency <= 0) {
      throw InputError("a pen lands its needles by a piston that strikes while the hand glides",
                       "give head.frequency and technique.speed above 0");
    }
    sum += strokes::duration(stroke) * frequency + 1;
  }
  return sum;
}

}  // namespace

Punctures land_piston(const std::vector<strokes::Stroke>& strokes, const device::Device& device, const skin::Skin& skin,
                      const Guidance& guidance, const Member& member) {
  const std::vector<MadeNeedle> needles = make_needles(device::layout(device), device, guidance, member);
  const double frequency = device.head.frequency;
  Holes holes(skin, guidance, blows(strokes, frequency) * static_cast<double>(needles.size()));
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    Puncture blow = blow_of(strokes[i], i, device);
    blow.speed = static_cast<float>(std::numbers::pi * frequency * device.head.stroke);
    glide(strokes[i], frequency, needles, blow, holes);
  }
  return holes.take();
}

Punctures land_placements(const std::vector<strokes::Stroke>& strokes, const device::Device& device,
                          const skin::Skin& skin, const Guidance& guidance, const Member& member) {
  const std::vector<MadeNeedle> needles = make_needles(device::layout(device), device, guidance, member);
  Holes holes(skin, guidance, static_cast<double>(strokes.size() * needles.size()));
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    Puncture blow = blow_of(strokes[i], i, device);
    blow.speed = static_cast<float>(strokes[i].speed);
    holes.press(strokes::pose_at(strokes[i], 0), needles, blow);
  }
  return holes.take();
}

}  // namespace percuta::punctures
