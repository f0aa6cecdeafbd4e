#include <cmath>
#include <limits>
#include <ranges>

#include "percuta/transport/laminate.hpp"
#include "percuta/transport/transport.hpp"

namespace percuta::transport {
namespace {

/// c and J at a face, and what the vessels below it take, all over what was set at the base.
struct Face {
  Linear c, flux, cleared;
};

/// From the lower face of a layer to its upper one. (s + k) times what is in the layer is what enters less what leaves.
Face above(const Face& below, const LayerProperties& layer) {
  const LayerMatrix m = matrix_of(layer);
  Face face;
  face.c = m.cosh * below.c + m.resist * below.flux;
  face.flux = m.admit * below.c + m.cosh * below.flux;
  face.cleared = below.cleared;
  if (layer.clearance > 0) {
    const Linear lost{layer.clearance + layer.conversion, 1};
    face.cleared = face.cleared + Linear{layer.clearance, 0} * (face.flux - below.flux) / lost;
  }
  face.c = face.c + Linear{layer.resistance, 0} * face.flux;
  return face;
}

/// A layer in which nothing moves lets nothing pass.
bool is_shut(const LayerProperties& layer) {
  return !(layer.diffusivity * layer.partition > 0);
}

}  // namespace

Passage permeability(const SkinProperties& skin, Base base) {
  const Passage nothing{0, std::numeric_limits<double>::infinity()};
  Face face = base == Base::sink ? Face{{0, 0}, {1, 0}, {0, 0}} : Face{{1, 0}, {0, 0}, {0, 0}};
  const Linear received = face.flux;
  for (const LayerProperties& layer : std::views::reverse(skin.layers)) {
    if (is_shut(layer)) return nothing;
    face = above(face, layer);
  }
  const Linear passed = (received + face.cleared) / face.c;
  if (!(passed.value > 0)) return nothing;
  return {skin.drive * passed.value, -passed.slope / passed.value};
}

Passage as_measured(Passage passage, const Rates& rates) {
  passage.permeability *= rates.corneum.laboratory_factor;
  return passage;
}

}  // namespace percuta::transport
