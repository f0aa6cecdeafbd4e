#include "percuta/skin/skin.hpp"

namespace percuta::skin {

void describe(SpecimenLayer& layer, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What the layer is called"}, layer.name);
  visitor.quantity({.name = "thickness",
                    .meaning = "Thickness of the layer",
                    .unit = "mm",
                    .min = 0.0001,
                    .max = 500,
                    .spread = Spread::log},
                   layer.thickness);
  visitor.quantity({.name = "modulus",
                    .meaning = "Plane-strain modulus of the layer under a needle's load",
                    .unit = "MPa",
                    .min = 0.00001,
                    .max = 100000,
                    .spread = Spread::log},
                   layer.modulus);
}

void describe(Specimen& specimen, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "What people call the specimen"}, specimen.title);
  visitor.word(
      {.name = "species", .meaning = "Whose skin it is", .choices = {"human", "rat", "pig", "mouse", "cow", "phantom"}},
      specimen.species);
  visitor.word({.name = "state",
                .meaning = "Whether the skin is alive, cut out, or no skin at all",
                .choices = {std::string(k_living), "excised", "phantom"}},
               specimen.state);
  visitor.word({.name = "beneath",
                .meaning = "What the specimen lies on",
                .choices = {"bone", "muscle", "mucosa", "nothing", "rigid", "foam"}},
               specimen.beneath);
  visitor.quantity({.name = "beneath_modulus",
                    .meaning = "Plane-strain modulus of what the specimen lies on",
                    .unit = "MPa",
                    .min = 0.00001,
                    .max = 1000000,
                    .spread = Spread::log},
                   specimen.beneath_modulus);
  visit_tables(visitor, {.name = "layer", .meaning = "Layers from the surface down"}, specimen.layers);
  visit_table(visitor, {.name = "mechanics", .meaning = "How the specimen resists a needle"}, specimen.mechanics);
}

}  // namespace percuta::skin
