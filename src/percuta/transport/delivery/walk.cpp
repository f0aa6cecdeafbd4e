#include "percuta/transport/delivery/walk.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "percuta/numerics/time/tr_bdf2_chain.hpp"
#include "percuta/transport/delivery/mouths.hpp"
#include "percuta/transport/delivery/precipitate.hpp"
#include "percuta/transport/layers.hpp"

namespace percuta::transport {
namespace {

using numerics::Field;
using numerics::Index;
using numerics::Transmissibilities;

constexpr int k_turned = 1, k_lost = 2;  // labels, beside k_receptor

constexpr double k_least_share = 1e-6;       // of the first concentration, that steps care for
constexpr double k_solve_tolerance = 1e-7;   // of a stage's residual
constexpr double k_first_step = 0.5;         // [s]
constexpr double k_no_capacity_left = 1e-9;  // of a film's first

/// One of the chain: what it holds, and in a phase how it moves.
struct Link {
  NamedActive active;
  std::string next;  ///< what it turns into, "" = the last
  Field held;        ///< per cell, of all channels of a class [mol]
  Substance substance;
  Transmissibilities open, matrix;
  std::vector<double> halving;
  Precipitate precipitate;
  double blood = 0, turned = 0, lost = 0, washed = 0, given = 0, gained = 0,
         closed = 0;  ///< until the phase began [mol]
  double gave = 0;    ///< to the next, in the phase's ledger
};

class Walk {
 public:
  Walk(const Site& site, const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
       const WalkInputs& inputs)
      : site_(site), phases_(phases), in_(inputs), layout_(site.rings.grid().layout()) {
    for (std::size_t n = 0; n < chain.size(); ++n) {
      Link& link = links_.emplace_back();
      link.active = chain[n];
      link.next = n + 1 < chain.size() ? chain[n + 1].name : "";
      link.held = Field(chain[n].name, "mol", layout_);
    }
    for (const skin::Layer& layer : inputs.skin.layers) {
      if (is_passed(layer.name)) layers_.push_back(layer.name);
    }
    places_ = places_of(layers_, inputs.treatment.is_living);
    courses_.resize(chain.size());
    for (LinkCourse& course : courses_) course.amount.resize(places_.size());
  }

  std::vector<LinkCourse> run(const std::vector<double>& times) {
    std::size_t next = 0;
    for (const Phase& phase : phases_) {
      begin(phase);
      const auto told = [&] { return in_.treatment.application.apply + times[next]; };
      if (next == 0) {
        tell(nullptr);
        ++next;
      }
      numerics::TrBdf2Chain chain = chain_for(phase);
      for (; next < times.size() && told() <= phase.until; ++next) {
        chain.advance(told());
        tell(&chain);
      }
      if (chain.time() < phase.until) chain.advance(phase.until);
      end(chain);
    }
    return std::move(courses_);
  }

 private:
  void begin(const Phase& phase);
  void hand_over();
  void put_on(const Phase& phase, Link& link);
  numerics::TrBdf2Chain chain_for(const Phase& phase);
  numerics::ChainLink link_for(const Phase& phase, Link& link);
  void tell(const numerics::TrBdf2Chain* chain);
  void end(const numerics::TrBdf2Chain& chain);
  double amount_in(const Link& link, Index cell, double u) const {
    return link.matrix.mass_of(cell) * u + link.precipitate.amount(cell, u);
  }

  const Site& site_;
  const std::vector<Phase>& phases_;
  const WalkInputs& in_;
  numerics::Layout layout_;
  std::vector<Link> links_;
  std::vector<std::string> layers_, places_;
  std::vector<LinkCourse> courses_;
  const Phase* phase_ = nullptr;
  double filled_ = 0, filling_ = 0;  ///< share of the holes that product fills: in all, and with this application
};

/// Cleans, puts on, and lays out how all move in the phase.
void Walk::begin(const Phase& phase) {
  if (phase_ != nullptr && phase_->has_holes && !phase.has_holes) hand_over();
  phase_ = &phase;
  filling_ = 0;
  if (phase.is_applied && phase.has_holes) {
    const double open = closure::barrier_conductance(in_.clocks, phase.from);
    filling_ = std::max(0.0, in_.rates.channel.product_share * open - filled_);
    filled_ += filling_;
  }
  for (Link& link : links_) {
    if (phase.is_wiped) {
      numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
        if (k < site_.strata.film) link.washed += std::exchange(link.held(i, j, k), 0);
      });
    }
    link.substance = substance_of(link.active.active, in_.skin, in_.rates, in_.treatment.composition, phase,
                                  {site_.strata.surface(), filled_, in_.treatment.is_living});
    link.open = matrix_of(site_, link.substance, phase);
    if (phase.is_applied && &link == &links_.front()) put_on(phase, link);
    link.matrix = link.open;
    link.halving.clear();
    if (phase.has_holes && phase.film.mass() > 0) link.halving = halving_resistances(site_, link.open);
    Field turned("turned", "1/s", layout_), lost("lost", "1/s", layout_);
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      if (k < site_.strata.film) return;
      const LayerProperties& layer = link.substance.layers[site_.strata.layer_of(k)];
      const double living = 1 - share_in_hole(site_, link.substance, phase, i, j, k);
      const double to_next = link.next.empty() ? 0 : conversion_in(layer.name, link.active.active, link.next);
      turned(i, j, k) = living * to_next;
      lost(i, j, k) = living * std::max(0.0, layer.conversion - to_next);
    });
    add_turning(turned, k_turned, link.matrix);
    add_turning(lost, k_lost, link.matrix);
  }
}

/// Books what lies in holes that become tissue: it stays where it is.
void Walk::hand_over() {
  for (Link& link : links_) {
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      if (k < site_.strata.film) return;
      link.closed += share_in_hole(site_, link.substance, *phase_, i, j, k) * link.held(i, j, k);
    });
  }
}

/// Fresh product: a share of it runs into open holes that no product fills yet, the rest is the film.
void Walk::put_on(const Phase& phase, Link& link) {
  const double dose = in_.concentration * in_.treatment.application.amount / k_product_density;  // [mol/m2]
  const double thickness = in_.treatment.application.amount / k_product_density;
  for (Index i = 0; i < site_.classes(); ++i) {
    double surface = 0, volume = 0;
    for (Index j = 0; j < site_.rings.rings(); ++j) {
      surface += site_.rings.area(i, j);
      for (Index k = site_.strata.film; phase.has_holes && k < layout_.nz; ++k) {
        volume += site_.has_channel(i) ? site_.rings.channel_part(i, j, k) * site_.rings.volume(i, j, k) : 0;
      }
    }
    const double taken = std::min(filling_ * volume, 0.5 * thickness * surface);  // [m3]
    const double per_volume = volume > 0 ? taken / volume : 0, left = 1 - taken / (thickness * surface);
    for (Index j = 0; j < site_.rings.rings(); ++j) {
      for (Index k = 0; k < layout_.nz; ++k) {
        const double cell = site_.rings.volume(i, j, k);
        const bool is_film = k < site_.strata.film;
        const double part =
            is_film || !phase.has_holes || !site_.has_channel(i) ? 0 : site_.rings.channel_part(i, j, k);
        const double added =
            is_film ? dose * left * cell / site_.strata.surface() : in_.concentration * per_volume * part * cell;
        link.held(i, j, k) += added;
        link.given += added;
      }
    }
  }
}

numerics::ChainLink Walk::link_for(const Phase& phase, Link& link) {
  numerics::ChainLink made;
  made.problem.matrix = &link.matrix;
  made.problem.labels = {{k_turned, "turned"}, {k_lost, "converted"}, {k_receptor, "receptor"}};
  if (!link.next.empty()) made.turned = k_turned;
  const double thickness = site_.strata.surface();
  const auto film_at = [this, &phase, &link, thickness](double t) {
    const double now = holding(phase.at(t), link.active.active, in_.treatment.composition.vehicle, in_.rates);
    return now / (link.substance.film_capacity * thickness);
  };
  const bool is_drying = phase.drying > 0;
  if (!link.halving.empty() || is_drying) {
    made.problem.at = [this, &link, is_drying, film_at](double t, Transmissibilities& matrix) {
      if (!link.halving.empty()) {
        set_mouths(site_, link.halving, closure::barrier_conductance(in_.clocks, t), link.open, matrix);
      }
      for (Index k = 0; is_drying && k < site_.strata.film; ++k) {
        const double left = film_at(t);
        for (Index j = 1; j < layout_.ny; ++j) {
          for (Index i = 0; i < layout_.nx; ++i) {
            matrix.set_conductance(numerics::Axis::y, i, j, k,
                                   left * link.open.conductance(numerics::Axis::y, i, j, k));
          }
        }
      }
      return true;
    };
  }
  if (is_drying) {
    std::vector<double> first;
    for (Index j = 0; j < layout_.ny; ++j) {
      for (Index k = 0; k < site_.strata.film; ++k) {
        for (Index i = 0; i < layout_.nx; ++i) {
          made.problem.capacities.cells.push_back(layout_.at(i, j, k));
          first.push_back(link.open.mass_of(layout_.at(i, j, k)));
        }
      }
    }
    made.problem.capacities.least = k_no_capacity_left;
    made.problem.capacities.at = [first = std::move(first), film_at](double t, std::vector<double>& capacities) {
      const double left = film_at(t);
      for (std::size_t n = 0; n < first.size(); ++n) capacities[n] = left * first[n];
    };
  }
  return made;
}

numerics::TrBdf2Chain Walk::chain_for(const Phase& phase) {
  std::vector<numerics::ChainLink> chain;
  for (std::size_t n = 0; n < links_.size(); ++n) {
    Link& link = links_[n];
    numerics::ChainLink made = link_for(phase, link);
    link.precipitate = n == 0 ? precipitate_of(site_, link.active.active, phase, link.open, link.held) : Precipitate();
    courses_[n].is_saturated = courses_[n].is_saturated || link.precipitate.is_there();
    if (link.precipitate.can_be()) {
      made.problem.nonlinear.bound = [&link](const Field& u, Field& amount, Field& slope) {
        link.precipitate.fill(u, amount, slope);
      };
    }
    made.start = Field(link.active.name, "mol/m3", layout_);
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      const Index cell = layout_.at(i, j, k);
      made.start(i, j, k) = link.precipitate.dissolved(cell, link.matrix.mass_of(cell), link.held(i, j, k));
    });
    chain.push_back(std::move(made));
  }
  const double held = vehicle_partition(links_.front().active.active, in_.treatment.composition.vehicle, in_.rates);
  const numerics::StepSettings step{
      .rtol = in_.step_tolerance, .atol = k_least_share * in_.concentration / held, .first = k_first_step};
  return {std::move(chain), phase.from, step, {.tolerance = k_solve_tolerance, .threads = 1}};
}

/// Where all is now; before a phase is walked, as it stands.
void Walk::tell(const numerics::TrBdf2Chain* chain) {
  const auto layers = static_cast<std::size_t>(layers_.size());
  for (std::size_t n = 0; n < links_.size(); ++n) {
    const Link& link = links_[n];
    std::vector<double> now(places_.size(), 0.0);
    double unbound = 0, dermis = 0;
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      const Index cell = layout_.at(i, j, k);
      const double amount = chain == nullptr ? link.held(i, j, k) : amount_in(link, cell, chain->value(n)(i, j, k));
      if (k < site_.strata.film) {
        now[0] += amount;
        return;
      }
      const std::size_t layer = site_.strata.layer_of(k);
      const double in_hole = share_in_hole(site_, link.substance, *phase_, i, j, k);
      now[1] += in_hole * amount;
      now[2 + layer] += (1 - in_hole) * amount;
      if (!is_dermis(layers_[layer])) return;
      unbound += (1 - in_hole) * amount * link.substance.layers[layer].unbound;
      dermis += site_.rings.volume(i, j, k);
    });
    const auto row = [&](const char* name) { return chain == nullptr ? 0 : -chain->ledger(n).amount(name); };
    const std::string into = link.next.empty() ? "turned" : "turned into " + link.next;
    now[2 + layers] = link.blood + row(in_.treatment.is_living ? "sink" : "receptor");
    now[3 + layers] = link.turned + link.lost + row(into.c_str()) + row("converted");
    now[4 + layers] = link.washed;
    LinkCourse& course = courses_[n];
    for (std::size_t place = 0; place < now.size(); ++place) course.amount[place].push_back(now[place]);
    course.given.push_back(link.given);
    const double from_before =
        n == 0 || chain == nullptr ? 0 : chain->ledger(n).amount("turned from " + links_[n - 1].active.name);
    course.gained.push_back(link.gained + from_before);
    course.closed.push_back(link.closed);
    course.unbound.push_back(dermis > 0 ? unbound / dermis : 0);
  }
}

void Walk::end(const numerics::TrBdf2Chain& chain) {
  for (std::size_t n = 0; n < links_.size(); ++n) {
    Link& link = links_[n];
    const numerics::TimeLedger& ledger = chain.ledger(n);
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      link.held(i, j, k) = amount_in(link, layout_.at(i, j, k), chain.value(n)(i, j, k));
    });
    const std::string into = link.next.empty() ? "turned" : "turned into " + link.next;
    link.blood -= ledger.amount(in_.treatment.is_living ? "sink" : "receptor");
    link.turned -= ledger.amount(into);
    link.lost -= ledger.amount("converted");
    if (n > 0) link.gained += ledger.amount("turned from " + links_[n - 1].active.name);
    courses_[n].numerical += ledger.amount("solver") + ledger.amount("clipped");
  }
}

}  // namespace

std::vector<NamedActive> chain_of(const std::string& name, const std::vector<NamedActive>& known) {
  std::vector<NamedActive> chain;
  std::string next = name;
  while (!next.empty()) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const NamedActive& one) { return one.name == next; });
    const bool is_there =
        std::any_of(chain.begin(), chain.end(), [&](const NamedActive& one) { return one.name == next; });
    if (found == known.end() || is_there) break;
    chain.push_back(*found);
    next.clear();
    for (const Conversion& one : found->active.conversion) {
      if (!one.to.empty() && next.empty()) next = one.to;
    }
  }
  return chain;
}

std::vector<std::string> places_of(const std::vector<std::string>& layers, bool is_living) {
  std::vector<std::string> places = {"surface", "channels"};
  places.insert(places.end(), layers.begin(), layers.end());
  places.insert(places.end(), {is_living ? "blood" : "receptor", "converted", "washed"});
  return places;
}

std::vector<LinkCourse> walk(const Site& site, const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
                             const WalkInputs& inputs, const std::vector<double>& times) {
  return Walk(site, chain, phases, inputs).run(times);
}

}  // namespace percuta::transport
