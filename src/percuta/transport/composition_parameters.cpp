#include "percuta/transport/transport.hpp"

namespace percuta::transport {

void describe(Vehicle& vehicle, Visitor& visitor) {
  visitor.quantity({.name = "water",
                    .meaning = "Share of the product's mass that is water",
                    .unit = "percent",
                    .min = 0,
                    .max = 100},
                   vehicle.water);
  visitor.quantity({.name = "oil",
                    .meaning = "Share of the product's mass that holds an active as octanol does",
                    .unit = "percent",
                    .min = 0,
                    .max = 100},
                   vehicle.oil);
  visitor.word({.name = "rest", .meaning = "What the remainder is", .default_text = "\"\""}, vehicle.rest);
  visitor.quantity({.name = "ph", .meaning = "pH of the product", .unit = "1", .min = 1, .max = 13}, vehicle.ph);
  visitor.quantity({.name = "evaporation",
                    .meaning = "Rate at which its water leaves uncovered skin",
                    .unit = "g/m2/h",
                    .min = 0,
                    .max = 2000,
                    .spread = Spread::log},
                   vehicle.evaporation);
  visitor.quantity({.name = "partition",
                    .meaning = "Factor on how the vehicle holds an active, against its shares of water and oil",
                    .unit = "1",
                    .min = 1e-4,
                    .max = 1e4,
                    .spread = Spread::log},
                   vehicle.partition);
}

void describe(Ingredient& ingredient, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "A file of data/actives; of what is not stated or diluted away, its name"},
               ingredient.name);
  visitor.word({.name = "amount",
                .meaning = "Whether its strength is stated, is not, or is a dilution in which none is left",
                .choices = {"stated", "not stated", "homeopathic"},
                .default_text = "\"stated\""},
               ingredient.amount);
  visitor.quantity({.name = "strength",
                    .meaning = "Share of the product's mass, where it is stated",
                    .unit = "percent",
                    .min = 0,
                    .max = 100,
                    .spread = Spread::log,
                    .is_optional = true},
                   ingredient.strength);
}

void describe(Composition& composition, Visitor& visitor) {
  visit_table(visitor, {.name = "vehicle", .meaning = "What carries the actives", .is_optional = true},
              composition.vehicle);
  visit_tables(visitor, {.name = "active", .meaning = "What the product holds", .default_text = "[]"},
               composition.active);
}

}  // namespace percuta::transport
