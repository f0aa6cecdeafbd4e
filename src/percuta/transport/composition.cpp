#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/transport/molecule.hpp"

namespace percuta::transport {
namespace {

void find_ingredient_faults(const Ingredient& one, const std::vector<std::string>& known,
                            std::vector<Problem>& problems) {
  const bool is_known = std::find(known.begin(), known.end(), one.name) != known.end();
  if (one.is_stated() && !is_known) {
    problems.push_back({fmt::format("the active '{}' is not in data/actives", one.name), suggestion(one.name, known)});
  }
  if (one.is_stated() && !is_given(one.strength)) {
    problems.push_back({fmt::format("the active '{}' has no strength", one.name),
                        "give its strength, or say amount = \"not stated\""});
  }
  if (one.is_stated() && is_given(one.strength) && !(one.strength > 0)) {
    problems.push_back({fmt::format("the active '{}' has the strength 0", one.name),
                        "leave it out, or say amount = \"homeopathic\" of a dilution in which none is left"});
  }
  if (!one.is_stated() && is_given(one.strength)) {
    problems.push_back({fmt::format("the active '{}' has a strength, but its amount is {}", one.name, one.amount),
                        "leave one of the two out"});
  }
}

}  // namespace

std::vector<Problem> faults_of(const Composition& composition, const std::vector<std::string>& known) {
  std::vector<Problem> problems;
  double actives = 0;
  bool is_any_stated = false;
  for (const Ingredient& one : composition.active) {
    find_ingredient_faults(one, known, problems);
    is_any_stated = is_any_stated || one.is_stated();
    actives += one.strength;
  }
  if (is_any_stated && !composition.has_vehicle()) {
    problems.push_back({"the product states actives but no [vehicle]", "say what carries them: water, oil, ph"});
  }
  const double whole = actives + composition.vehicle.water + composition.vehicle.oil;
  if (whole > 1) {
    problems.push_back({fmt::format("water, oil and actives add up to {:.4g} % of the product", 100 * whole),
                        "shares by mass are at most 100 % together"});
  }
  return problems;
}

double concentration(const Ingredient& ingredient) {
  if (ingredient.amount == "homeopathic") return 0;
  if (ingredient.is_stated()) return ingredient.strength * k_product_density;
  throw InputError(fmt::format("how much '{}' the product holds is not stated", ingredient.name),
                   "give its strength where its composition is known");
}

double vehicle_partition(const Active& active, const Vehicle& vehicle, const Rates& rates) {
  const double oily = charge_of(active, vehicle.ph).neutral * kow_of(active, rates);
  return vehicle.partition * ((1 - vehicle.oil) + vehicle.oil * oily);
}

}  // namespace percuta::transport
