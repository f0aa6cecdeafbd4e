#include "percuta/base/error.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::skin {

Skin build(const Specimen& specimen, double side) {
  if (specimen.layers.empty()) {
    throw InputError("the specimen '" + specimen.title + "' has no layers", "write at least one [[layer]]");
  }
  Skin skin;
  double depth = 0;
  for (const SpecimenLayer& layer : specimen.layers) {
    skin.layers.push_back({layer.name, depth, depth + layer.thickness, layer.modulus});
    depth += layer.thickness;
  }
  skin.outline = {{0, 0}, {side, 0}, {side, side}, {0, side}};
  skin.window = skin.outline;
  skin.species = specimen.species;
  skin.is_living = specimen.state == k_living;
  skin.beneath = specimen.beneath;
  skin.beneath_modulus = specimen.beneath_modulus;
  skin.mechanics = specimen.mechanics;
  return skin;
}

}  // namespace percuta::skin
