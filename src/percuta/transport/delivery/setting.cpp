#include "percuta/transport/delivery/setting.hpp"

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/transport/layers.hpp"

namespace percuta::transport {
namespace {

/// When nothing more is to be seen of the holes.
double closed_at(const closure::Clocks& clocks) {
  return clocks.has_hole() ? std::max(clocks.pore_time, clocks.barrier_time) : 0;
}

}  // namespace

Setting setting_of(const skin::Skin& skin, const closure::Clocks& clocks, const Treatment& treatment,
                   const Rates& rates, double finer, double last) {
  Setting made;
  for (const skin::Layer& layer : skin.layers) {
    if (is_passed(layer.name)) made.layers.push_back(layer.name);
  }
  const Application& application = treatment.application;
  if (!(application.amount > 0)) throw InputError("nothing of the product is put on");
  const double until = application.apply + last, left_over = rates.surface.left_over;
  made.with = phases(treatment.composition, application, left_over, closed_at(clocks), until);
  made.without = phases(treatment.composition, application, left_over, 0, until);
  made.strata = strata_of(film_thickness(application.amount), passed_thicknesses(skin), finer);
  return made;
}

bool is_told(const Composition& product) {
  return std::any_of(product.active.begin(), product.active.end(),
                     [](const Ingredient& one) { return one.amount != "not stated"; });
}

std::vector<NamedActive> known_chain(const Ingredient& one, const Treatment& treatment) {
  std::vector<NamedActive> chain = chain_of(one.name, treatment.actives);
  if (chain.empty()) throw InputError("the active '" + one.name + "' of the product is not known");
  return chain;
}

double first_concentration(const Ingredient& one, const std::vector<NamedActive>& chain) {
  return concentration(one) / chain.front().active.molar_mass.value;
}

HoleClasses classes_now(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                        const DeliveryPlan& plan) {
  if (!clocks.has_hole()) return whole_tissue(skin.window);
  return plan.even ? even_classes(*plan.even, skin.window) : classes_of(holes, skin.window, plan.classes);
}

}  // namespace percuta::transport
