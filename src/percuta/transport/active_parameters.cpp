#include "percuta/transport/transport.hpp"

namespace percuta::transport {
namespace {

std::vector<std::string> layers_with_conversion() {
  return {"stratum_corneum", "viable_epidermis", "papillary_dermis", "reticular_dermis"};
}

void describe_measured(Active& active, Visitor& visitor) {
  visitor.quantity({.name = "permeability",
                    .meaning = "Permeability measured through wet skin, from water",
                    .unit = "cm/s",
                    .min = 1e-14,
                    .max = 0.1,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.permeability);
  visitor.quantity({.name = "epidermis_diffusivity",
                    .meaning = "Diffusivity measured in the viable epidermis",
                    .unit = "cm2/s",
                    .min = 1e-16,
                    .max = 1e-3,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.epidermis_diffusivity);
  visitor.quantity({.name = "junction_diffusivity",
                    .meaning = "Diffusivity measured at the junction of epidermis and dermis",
                    .unit = "cm2/s",
                    .min = 1e-16,
                    .max = 1e-3,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.junction_diffusivity);
  visitor.quantity({.name = "dermis_diffusivity",
                    .meaning = "Diffusivity measured in the dermis",
                    .unit = "cm2/s",
                    .min = 1e-16,
                    .max = 1e-3,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.dermis_diffusivity);
  visitor.quantity({.name = "tissue_partition",
                    .meaning = "Concentration measured in viable tissue over that in water beside it",
                    .unit = "1",
                    .min = 1e-6,
                    .max = 1e9,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.tissue_partition);
  visitor.quantity({.name = "clearance",
                    .meaning = "Rate at which blood and lymph take what is unbound in the dermis",
                    .unit = "1/s",
                    .min = 0,
                    .max = 1,
                    .is_optional = true},
                   active.clearance);
}

}  // namespace

void describe(Conversion& conversion, Visitor& visitor) {
  visitor.word({.name = "to",
                .meaning = "Active that it becomes, a file of data/actives; empty = something without effect",
                .default_text = "\"\""},
               conversion.to);
  visitor.words({.name = "layers", .meaning = "Layers where it happens", .choices = layers_with_conversion()},
                conversion.layers);
  visitor.quantity({.name = "rate",
                    .meaning = "Share that is converted in a time",
                    .unit = "1/h",
                    .min = 1e-9,
                    .max = 1e4,
                    .spread = Spread::log},
                   conversion.rate);
}

void describe(Active& active, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "What people call the active"}, active.title);
  visitor.word({.name = "ionises",
                .meaning = "How it is charged in water",
                .choices = {"no", "acid", "base", "zwitterion"},
                .default_text = "\"no\""},
               active.ionises);
  visitor.quantity(
      {.name = "molar_mass", .meaning = "Molar mass", .unit = "g/mol", .min = 1, .max = 1e7, .spread = Spread::log},
      active.molar_mass);
  visitor.quantity(
      {.name = "log_kow",
       .meaning =
           "Decimal logarithm of its partition between octanol and water, uncharged; left out: it enters no lipid",
       .unit = "1",
       .min = -12,
       .max = 20,
       .is_optional = true},
      active.log_kow);
  visitor.quantity({.name = "pka",
                    .meaning = "pKa of an acid or of a base's acid",
                    .unit = "1",
                    .min = -5,
                    .max = 20,
                    .is_optional = true},
                   active.pka);
  visitor.quantity({.name = "solubility",
                    .meaning = "Solubility in water",
                    .unit = "g/l",
                    .min = 1e-12,
                    .max = 1e4,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.solubility);
  visitor.quantity({.name = "unbound",
                    .meaning = "Share that blood's proteins do not bind",
                    .unit = "1",
                    .min = 1e-6,
                    .max = 1,
                    .spread = Spread::log,
                    .is_optional = true},
                   active.unbound);
  describe_measured(active, visitor);
  visit_tables(visitor, {.name = "conversion", .meaning = "What tissue makes of it", .default_text = "[]"},
               active.conversion);
}

}  // namespace percuta::transport
