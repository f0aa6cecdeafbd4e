#include "percuta/numerics/operators/body_shape.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::numerics {
namespace {

SkinPlace between(SkinPlace from, SkinPlace to) {
  return {to.x - from.x, to.y - from.y, to.z - from.z};
}

double dot(SkinPlace a, SkinPlace b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

double length(SkinPlace a) {
  return std::sqrt(dot(a, a));
}

/// Of (q, s) to the line from (q0, s0) to (q1, s1) in the plane of an axis.
double distance_to_line(double q, double s, double q0, double s0, double q1, double s1) {
  const double along_q = q1 - q0, along_s = s1 - s0, square = along_q * along_q + along_s * along_s;
  const double at = square > 0 ? std::clamp(((q - q0) * along_q + (s - s0) * along_s) / square, 0.0, 1.0) : 0;
  return std::hypot(q - q0 - at * along_q, s - s0 - at * along_s);
}

}  // namespace

BodyShape sphere(SkinPlace middle, double radius) {
  if (!(radius > 0)) throw InputError("a sphere needs a radius above zero");
  return [=](SkinPlace at) { return length(between(middle, at)) - radius; };
}

BodyShape tapered(const Tapered& cone) {
  const SkinPlace axis = between(cone.from, cone.to);
  const double reach = length(axis), r0 = cone.radius_from, r1 = cone.radius_to;
  if (!(reach > 0 && r0 >= 0 && r1 >= 0 && r0 + r1 > 0)) {
    throw InputError("a cone needs a length and at least one radius above zero, and none below");
  }
  const SkinPlace heading{axis.x / reach, axis.y / reach, axis.z / reach};
  return [=, from = cone.from](SkinPlace at) {
    const SkinPlace arm = between(from, at);
    const double s = dot(arm, heading), square = dot(arm, arm) - s * s, q = square > 0 ? std::sqrt(square) : 0;
    const double ends = std::min(distance_to_line(q, s, 0, 0, r0, 0), distance_to_line(q, s, 0, reach, r1, reach));
    const double distance = std::min(ends, distance_to_line(q, s, r0, 0, r1, reach));
    const bool is_inside = s > 0 && s < reach && q * reach < r0 * reach + (r1 - r0) * s;
    return is_inside ? -distance : distance;
  };
}

BodyShape half_space(SkinPlace on_plane, SkinPlace normal) {
  const double size = length(normal);
  if (!(size > 0)) throw InputError("the normal of a plane needs a length above zero");
  return [=](SkinPlace at) { return dot(between(on_plane, at), normal) / size; };
}

BodyShape outside(BodyShape body) {
  return [body = std::move(body)](SkinPlace at) { return -body(at); };
}

BodyShape either(BodyShape a, BodyShape b) {
  return [a = std::move(a), b = std::move(b)](SkinPlace at) { return std::min(a(at), b(at)); };
}

BodyShape both(BodyShape a, BodyShape b) {
  return [a = std::move(a), b = std::move(b)](SkinPlace at) { return std::max(a(at), b(at)); };
}

}  // namespace percuta::numerics
