#include "percuta/insertion/layered_compliance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace percuta::insertion {
namespace {

constexpr double k_spread = 2 / std::numbers::pi;  // of the cone's radius with depth

/// Part of a layer, as radii that the load has in it.
struct Span {
  double top = 0, bottom = 0;
  bool is_empty() const { return !(bottom > top); }
};

double top_radius(const std::vector<Medium>& media, std::size_t n, double contact_radius) {
  double equivalent = 0;
  for (std::size_t i = 0; i < n; ++i) equivalent += media[i].thickness * std::cbrt(media[i].modulus / media[n].modulus);
  return contact_radius + k_spread * equivalent;
}

/// The finite layer with the least modulus, or media.size().
std::size_t softest_layer(const std::vector<Medium>& media) {
  std::size_t softest = media.size();
  for (std::size_t i = 0; i < media.size(); ++i) {
    if (media[i].thickness == k_everywhere) continue;
    if (softest == media.size() || media[i].modulus < media[softest].modulus) softest = i;
  }
  return softest;
}

double integral(Span span, double modulus) {
  return (1 / span.top - 1 / span.bottom) / (std::numbers::pi * k_spread * modulus);
}

/// A membrane under tension beside the layer: 2 pi T / ln(outer / inner).
double with_membrane(double compliance, Span span, double tension) {
  if (!(tension > 0)) return compliance;
  return compliance / (1 + compliance * 2 * std::numbers::pi * tension / std::log(span.bottom / span.top));
}

}  // namespace

Compliance layered_compliance(const Ground& ground, double contact_radius, const Bed& bed) {
  const bool has_neighbours = bed.needles > 1;
  const double rim = has_neighbours ? std::max(0.0, bed.footprint - contact_radius) : 0;  // beyond a load's own radius
  const double merging = has_neighbours ? rim / (std::sqrt(bed.needles) - 1) : k_everywhere;
  const std::size_t softest = softest_layer(ground.media);
  Compliance compliance;
  double depth = 0;
  for (std::size_t n = 0; n < ground.media.size() && depth < ground.yielding_depth; ++n) {
    const Medium& medium = ground.media[n];
    const double top = top_radius(ground.media, n, contact_radius);
    const double held = std::min(medium.thickness, ground.yielding_depth - depth);
    const double bottom = std::min(top + k_spread * held, bed.aperture - rim);
    const double tension = n == softest ? ground.tension : 0;
    const Span near{top, std::min(bottom, merging)};
    const Span far{std::max(top, merging) + rim, bottom + rim};
    if (!near.is_empty()) compliance.near += with_membrane(integral(near, medium.modulus), near, tension);
    if (has_neighbours && !far.is_empty()) {
      compliance.far += bed.needles * with_membrane(integral(far, medium.modulus), far, tension);
    }
    depth += medium.thickness;
  }
  return compliance;
}

}  // namespace percuta::insertion
