#pragma once

#include <string>
#include <vector>

#include "percuta/transport/delivery/film.hpp"
#include "percuta/transport/delivery/site.hpp"

/// A treatment laid out on a skin, before any active is walked.
namespace percuta::transport {

/// As the product would come to skin without a hole: of needles, what they are made of or hold as a film, covered for
/// as long as they stay and then taken off; of what is injected as much, laid on.
Treatment laid_out(Treatment treatment, const skin::Skin& skin, const Rates& rates);

struct Setting {
  std::vector<std::string> layers;  ///< those that actives pass
  Strata strata;
  std::vector<Phase> with, without;  ///< holes
};

/// Of a treatment laid out, through `last` from when the product is first put on [s]; `finer` times as many cells in
/// depth as usual. Throws InputError where nothing is put on.
Setting setting_of(const skin::Skin& skin, const closure::Clocks& clocks, const Treatment& treatment,
                   const Rates& rates, double finer, double last);

/// Whether the product tells of any active how much of it is in it, if nothing.
bool is_told(const Composition& product);

/// An active of the product and what it turns into. Throws InputError for one that is not known.
std::vector<NamedActive> known_chain(const Ingredient& one, const Treatment& treatment);

/// Of the first of a chain in the fresh product [mol/m3].
double first_concentration(const Ingredient& one, const std::vector<NamedActive>& chain);

/// The holes that stay, or the points of an injection whose depots are that wide, sorted; whole tissue where there is
/// none.
HoleClasses classes_now(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
                        const DeliveryPlan& plan, double depot = 0);

}  // namespace percuta::transport
