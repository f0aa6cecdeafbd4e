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

/// A skin on which nothing is put, as its product is in it.
std::vector<Phase> bare_phases(const Treatment& treatment, double left_over, double closed, double until) {
  Application bare;
  bare.cover = treatment.application.cover;
  std::vector<Phase> made = phases(treatment.composition, bare, left_over, closed, until);
  for (Phase& phase : made) phase.is_applied = false;
  return made;
}

}  // namespace

Treatment laid_out(Treatment treatment, const skin::Skin& skin, const Rates& rates) {
  const NeedleLoad& needles = treatment.needles;
  const InjectionLoad& injection = treatment.injection;
  Application& application = treatment.application;
  if (injection.is_wanted()) {
    application.amount = injection.points * injection.volume * k_product_density / numerics::area(skin.window);
    application.apply = application.wash = 0;
    application.times = 1;
  }
  if (!needles.is_wanted()) return treatment;
  if (needles.is_dissolving()) {
    application.amount = needles.needles * needles.mass_of_each(rates.needle) / numerics::area(skin.window);
  }
  application.apply = 0;
  application.times = 1;
  application.cover = application.wash = needles.worn;
  return treatment;
}

Setting setting_of(const skin::Skin& skin, const closure::Clocks& clocks, const Treatment& treatment,
                   const Rates& rates, double finer, double last) {
  Setting made;
  for (const skin::Layer& layer : skin.layers) {
    if (is_passed(layer.name)) made.layers.push_back(layer.name);
  }
  const Application& application = treatment.application;
  if (!(application.amount > 0)) throw InputError("nothing of the product is put on");
  const double until = application.apply + last, left_over = rates.surface.left_over;
  const double closed = treatment.injection.is_wanted() ? 0 : closed_at(clocks);
  made.with = treatment.needles.is_dissolving() || treatment.injection.is_wanted()
                  ? bare_phases(treatment, left_over, closed, until)
                  : phases(treatment.composition, application, left_over, closed, until);
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
                        const DeliveryPlan& plan, double depot) {
  if (depot > 0) return classes_of(holes, skin.window, plan.classes, depot + k_reach);
  return clocks.has_hole() ? classes_of(holes, skin.window, plan.classes) : whole_tissue(skin.window);
}

}  // namespace percuta::transport
