#include "percuta/transport/delivery/walk.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2_chain.hpp"
#include "percuta/transport/delivery/precipitate.hpp"
#include "percuta/transport/layers.hpp"

namespace percuta::transport {
namespace {

using numerics::Field;
using numerics::Index;
using numerics::Transmissibilities;

constexpr int k_turned = 1, k_lost = 2;  // labels, beside k_receptor

constexpr double k_step_tolerance = 1e-3;    // of a step, against what it moves
constexpr double k_least_share = 1e-6;       // of the first concentration, that steps care for
constexpr double k_first_step = 0.5;         // [s]
constexpr double k_no_capacity_left = 1e-9;  // of a film's first

/// What is booked of one until the phase in hand began [mol].
struct Booked {
  double blood = 0, turned = 0, lost = 0, washed = 0, given = 0, gained = 0, closed = 0;

  std::vector<double> rows() const { return {blood, turned, lost, washed, given, gained, closed}; }
  static Booked of(const std::vector<double>& rows) {
    return {rows.at(0), rows.at(1), rows.at(2), rows.at(3), rows.at(4), rows.at(5), rows.at(6)};
  }
};

/// One of the chain: what it holds, and in a phase how it moves.
struct Link : Booked {
  NamedActive active;
  std::string next;  ///< what it turns into, "" = the last
  Field held;        ///< per cell, of all that it stands for [mol]
  Substance substance;
  Transmissibilities matrix;
  Mouths mouths;
  Precipitate precipitate;
  double drawn = 0;  ///< taken off with needles [mol]
};

class Walk {
 public:
  Walk(const Cells& cells, const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
       const WalkInputs& inputs, const WalkWatch& watch)
      : cells_(cells), phases_(phases), in_(inputs), watch_(watch), layout_(cells.layout()) {
    for (std::size_t n = 0; n < chain.size(); ++n) {
      Link& link = links_.emplace_back();
      link.active = chain[n];
      link.next = n + 1 < chain.size() ? chain[n + 1].name : "";
      link.held = Field(chain[n].name, "mol", layout_);
    }
    for (const skin::Layer& layer : inputs.skin.layers) {
      if (is_passed(layer.name)) layers_.push_back(layer.name);
    }
    places_ = places_of(layers_, inputs.treatment);
    courses_.resize(chain.size());
    for (LinkCourse& course : courses_) course.amount.resize(places_.size());
  }

  std::vector<LinkCourse> run(const std::vector<double>& times) {
    std::size_t next = watch_.from == nullptr ? 0 : watch_.from->next;
    for (std::size_t p = watch_.from == nullptr ? 0 : watch_.from->phase; p < phases_.size(); ++p) {
      const Phase& phase = phases_[p];
      const bool goes_on = watch_.from != nullptr && p == watch_.from->phase;
      goes_on ? take_up(phase, *watch_.from) : begin(phase);
      const auto told = [&] { return in_.treatment.application.apply + times[next]; };
      if (next == 0) tell(nullptr, times[next++]);
      numerics::TrBdf2Chain chain = chain_for(phase);
      if (!watch_.keep) forget_held();
      if (goes_on) chain.restore(watch_.from->walk);
      while (next < times.size() && told() <= phase.until) {
        chain.advance(told());
        tell(&chain, times[next]);
        ++next;
        if (watch_.keep && chain.time() < phase.until && watch_.is_due()) watch_.keep(state(p, next, chain));
      }
      if (chain.time() < phase.until) chain.advance(phase.until);
      end(chain);
    }
    return std::move(courses_);
  }

 private:
  void begin(const Phase& phase);
  void take_up(const Phase& phase, const WalkState& from);
  WalkState state(std::size_t phase, std::size_t next, const numerics::TrBdf2Chain& chain) const;
  void lay_out(const Phase& phase, Link& link) const;
  void forget_held();
  void hand_over();
  void draw_needles();
  void inject(Link& link) const;
  void put_on(const Phase& phase, Link& link);
  numerics::TrBdf2Chain chain_for(const Phase& phase);
  numerics::ChainLink link_for(const Phase& phase, Link& link);
  template <class Body>
  void for_film_faces(const Body& body) const;
  std::vector<double> film_of(const Transmissibilities& matrix) const;
  void set_film(double left, const std::vector<double>& along, Transmissibilities& matrix) const;
  void tell(const numerics::TrBdf2Chain* chain, double time);
  void take_fields(const numerics::TrBdf2Chain* chain, double time) const;
  void end(const numerics::TrBdf2Chain& chain);
  bool is_swelling() const { return in_.has_needles && in_.treatment.needles.release == Release::swells; }
  double open_share(double t) const;
  void feed(const Phase& phase, numerics::TrBdf2Chain& chain);
  void fill_source(Field& source) const;
  double per_mass() const { return in_.concentration / k_product_density; }  ///< of what needles hold [mol/kg]
  double amount_in(const Link& link, Index cell, double u) const {
    return link.matrix.mass_of(cell) * u + link.precipitate.amount(cell, u);
  }

  const Cells& cells_;
  const std::vector<Phase>& phases_;
  const WalkInputs& in_;
  const WalkWatch& watch_;
  numerics::Layout layout_;
  std::vector<Link> links_;
  std::vector<std::string> layers_, places_;
  std::vector<LinkCourse> courses_;
  const Phase* phase_ = nullptr;
  double filled_ = 0, filling_ = 0;  ///< share of the holes that product fills: in all, and with this application
  std::size_t feeding_ = 0;          ///< which step of what needles give is in hand
};

/// Cleans, puts on, and lays out how all move in the phase.
void Walk::begin(const Phase& phase) {
  if (phase_ == nullptr && in_.needles != nullptr) links_.front().given += per_mass() * in_.needles->left.front();
  if (phase_ == nullptr && in_.depot != nullptr) inject(links_.front());
  if (phase_ != nullptr && phase_->has_holes && !phase.has_holes) hand_over();
  if (phase_ != nullptr && phase.is_wiped && is_swelling()) draw_needles();
  phase_ = &phase;
  filling_ = 0;
  if (phase.is_applied && phase.has_holes) {
    const double open = closure::barrier_conductance(in_.clocks, phase.from);
    const double share = is_swelling() ? 1 : in_.rates.channel.product_share.value;
    filling_ = std::max(0.0, share * open - filled_);
    filled_ += filling_;
  }
  for (Link& link : links_) {
    if (phase.is_wiped) {
      numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
        if (k < cells_.strata.film) link.washed += std::exchange(link.held(i, j, k), 0);
      });
    }
    if (phase.is_applied && &link == &links_.front()) put_on(phase, link);
    lay_out(phase, link);
  }
}

/// How one moves in the phase.
void Walk::lay_out(const Phase& phase, Link& link) const {
  link.substance = substance_of(link.active.active, in_.skin, in_.rates, in_.treatment.composition, phase,
                                {cells_.strata.surface(), filled_, in_.treatment.is_living});
  link.matrix = {};  // its room is needed for the next
  link.mouths = {};
  link.matrix = cells_.matrix(link.substance, phase);
  if (phase.has_holes && phase.film.mass() > 0) link.mouths = cells_.mouths(link.substance, link.matrix);
  const auto next_in = [&](const LayerProperties& layer) {
    return link.next.empty() ? 0 : conversion_in(layer.name, link.active.active, link.next);
  };
  const std::vector<LayerProperties>& layers = link.substance.layers;
  const auto turns = [](const LayerProperties& layer) { return layer.conversion > 0; };
  if (std::none_of(layers.begin(), layers.end(), turns)) return;
  Field turned("turned", "1/s", layout_), lost("lost", "1/s", layout_);
  numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
    if (k < cells_.strata.film) return;
    const LayerProperties& layer = layers[cells_.strata.layer_of(k)];
    const double living = 1 - share_in_hole(cells_, link.substance, phase, i, j, k);
    const double to_next = next_in(layer);
    turned(i, j, k) = living * to_next;
    lost(i, j, k) = living * std::max(0.0, layer.conversion - to_next);
  });
  add_turning(turned, k_turned, link.matrix);
  add_turning(lost, k_lost, link.matrix);
}

/// Goes on within a phase.
void Walk::take_up(const Phase& phase, const WalkState& from) {
  phase_ = &phase;
  filled_ = from.filled;
  courses_ = from.courses;
  for (std::size_t n = 0; n < links_.size(); ++n) {
    links_[n].held = from.held.at(n);
    static_cast<Booked&>(links_[n]) = Booked::of(from.booked.at(n));
    lay_out(phase, links_[n]);
  }
}

WalkState Walk::state(std::size_t phase, std::size_t next, const numerics::TrBdf2Chain& chain) const {
  WalkState made;
  made.phase = phase;
  made.next = next;
  made.filled = filled_;
  for (const Link& link : links_) {
    made.held.push_back(link.held);
    made.booked.push_back(link.rows());
  }
  made.walk = chain.checkpoint();
  made.courses = courses_;
  return made;
}

/// While the chain walks nobody asks for it, and its room is worth having.
void Walk::forget_held() {
  for (Link& link : links_) link.held = {};
}

/// Books what lies in holes that become tissue: it stays where it is.
void Walk::hand_over() {
  for (Link& link : links_) {
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      if (k < cells_.strata.film) return;
      link.closed += share_in_hole(cells_, link.substance, *phase_, i, j, k) * link.held(i, j, k);
    });
  }
}

void Walk::inject(Link& link) const {
  const Depot& depot = *in_.depot;
  for (std::size_t n = 0; n < depot.cells.size(); ++n) {
    const double amount = in_.concentration * depot.volume[n];
    link.held.cells()[depot.cells[n]] += amount;
  }
  link.given += in_.concentration * depot.whole;
}

/// What swollen needles and what lies behind them hold goes with them.
void Walk::draw_needles() {
  for (Link& link : links_) {
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      const bool is_film = k < cells_.strata.film;
      const double share = is_film ? 1 : share_in_hole(cells_, link.substance, *phase_, i, j, k);
      const double taken = share * link.held(i, j, k);
      link.drawn += taken;
      link.held(i, j, k) -= taken;
    });
  }
  filled_ = 0;
}

/// What of what an open hole adds is let through: a needle that swells comes to it by and by.
double Walk::open_share(double t) const {
  const double open = closure::barrier_conductance(in_.clocks, t);
  return is_swelling() ? -std::expm1(-std::max(0.0, t) / in_.rates.needle.swelling_time) * open : open;
}

/// Fresh product: a share of it runs into open holes that no product fills yet, the rest is the film.
void Walk::put_on(const Phase& phase, Link& link) {
  const double thickness = in_.treatment.application.amount / k_product_density;
  const double dose = in_.concentration * thickness;  // [mol/m2]
  std::vector<double> surface(cells_.pools(), 0.0), volume(cells_.pools(), 0.0);
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index i = 0; i < layout_.nx; ++i) surface[cells_.pool_of(i, j)] += cells_.area(i, j);
  }
  numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
    volume[cells_.pool_of(i, j)] += part_in_hole(cells_, phase, i, j, k) * cells_.volume(i, j, k);
  });
  numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
    const std::size_t pool = cells_.pool_of(i, j);
    const double film = thickness * surface[pool];
    const double taken = std::min(filling_ * volume[pool], 0.5 * film);  // [m3]
    const double cell = cells_.volume(i, j, k);
    double added = 0;
    if (k < cells_.strata.film) {
      added = dose * (1 - taken / film) * cell / cells_.strata.surface();
    } else if (volume[pool] > 0) {
      added = in_.concentration * taken / volume[pool] * part_in_hole(cells_, phase, i, j, k) * cell;
    }
    link.held(i, j, k) += added;
    link.given += added;
  });
}

/// Calls body(axis, i, j, k) for the film's upright faces.
template <class Body>
void Walk::for_film_faces(const Body& body) const {
  for (Index j = 0; j < layout_.ny; ++j) {
    for (Index k = 0; k < cells_.strata.film; ++k) {
      for (Index i = 0; i < layout_.nx; ++i) {
        if (i > 0) body(numerics::Axis::x, i, j, k);
        if (j > 0) body(numerics::Axis::y, i, j, k);
      }
    }
  }
}

std::vector<double> Walk::film_of(const Transmissibilities& matrix) const {
  std::vector<double> along;
  for_film_faces(
      [&](numerics::Axis axis, Index i, Index j, Index k) { along.push_back(matrix.conductance(axis, i, j, k)); });
  return along;
}

/// Along the film flows what is left of it.
void Walk::set_film(double left, const std::vector<double>& along, Transmissibilities& matrix) const {
  std::size_t face = 0;
  for_film_faces([&](numerics::Axis axis, Index i, Index j, Index k) {
    matrix.set_conductance(axis, i, j, k, left * along[face++]);
  });
}

numerics::ChainLink Walk::link_for(const Phase& phase, Link& link) {
  numerics::ChainLink made;
  made.problem.matrix = &link.matrix;
  made.problem.labels = {{k_turned, "turned"}, {k_lost, "converted"}, {k_receptor, "receptor"}};
  if (!link.next.empty()) made.turned = k_turned;
  const double thickness = cells_.strata.surface();
  const auto film_at = [this, &phase, &link, thickness](double t) {
    const double now = holding(phase.at(t), link.active.active, in_.treatment.composition.vehicle, in_.rates);
    return now / (link.substance.film_capacity * thickness);
  };
  const bool is_drying = phase.drying > 0;
  if (in_.needles != nullptr && &link == &links_.front()) {
    made.problem.source = [this](double, Field& source) { fill_source(source); };
  }
  if (link.mouths.are_there() || is_drying || watch_.is_stopped) {
    std::vector<double> along;
    if (is_drying) along = film_of(link.matrix);
    made.problem.at = [this, &link, is_drying, film_at, along = std::move(along)](double t,
                                                                                  Transmissibilities& matrix) {
      if (watch_.is_stopped && watch_.is_stopped()) throw Interrupted(watch_.when_stopped);
      if (link.mouths.are_there()) {
        cells_.set_mouths(link.mouths, open_share(t), matrix);
      }
      if (is_drying) set_film(film_at(t), along, matrix);
      return link.mouths.are_there() || is_drying;
    };
  }
  if (is_drying) {
    std::vector<double> first;
    for (Index j = 0; j < layout_.ny; ++j) {
      for (Index k = 0; k < cells_.strata.film; ++k) {
        for (Index i = 0; i < layout_.nx; ++i) {
          made.problem.capacities.cells.push_back(layout_.at(i, j, k));
          first.push_back(link.matrix.mass_of(layout_.at(i, j, k)));
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
    link.precipitate =
        n == 0 ? precipitate_of(cells_, link.active.active, phase, link.matrix, link.held) : Precipitate();
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
  const numerics::StepSettings step{.rtol = k_step_tolerance / in_.stricter,
                                    .atol = k_least_share / in_.stricter * in_.concentration / held,
                                    .first = k_first_step};
  numerics::SolveSettings solve = cells_.solve();
  solve.tolerance /= in_.stricter;
  numerics::TrBdf2Chain made{std::move(chain), phase.from, step, solve};
  if (in_.needles != nullptr) feed(phase, made);
  return made;
}

/// Steps end where needles begin to give more or less.
void Walk::feed(const Phase& phase, numerics::TrBdf2Chain& chain) {
  feeding_ = in_.needles->step_at(phase.from);
  for (const double time : in_.needles->times) {
    if (time <= phase.from || time >= phase.until) continue;
    chain.add_event({time, [this](double t, const std::vector<Field*>&) { feeding_ = in_.needles->step_at(t); }});
  }
}

void Walk::fill_source(Field& source) const {
  source.fill(0);
  const NeedleSource& needles = *in_.needles;
  if (feeding_ + 1 >= needles.times.size()) return;
  const double pace = per_mass() / (needles.times[feeding_ + 1] - needles.times[feeding_]);
  for (std::size_t n = 0; n < needles.cells.size(); ++n) {
    source.cells()[needles.cells[n]] = pace * needles.given[feeding_][n];
  }
}

/// Where all is now; before a phase is walked, as it stands.
void Walk::tell(const numerics::TrBdf2Chain* chain, double time) {
  const auto layers = static_cast<std::size_t>(layers_.size());
  for (std::size_t n = 0; n < links_.size(); ++n) {
    const Link& link = links_[n];
    std::vector<double> now(places_.size(), 0.0);
    double unbound = 0, dermis = 0;
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      const Index cell = layout_.at(i, j, k);
      const double amount = chain == nullptr ? link.held(i, j, k) : amount_in(link, cell, chain->value(n)(i, j, k));
      if (k < cells_.strata.film) {
        (is_swelling() ? now.back() : now.front()) += amount;
        return;
      }
      const std::size_t layer = cells_.strata.layer_of(k);
      const double in_hole = share_in_hole(cells_, link.substance, *phase_, i, j, k);
      now[1] += in_hole * amount;
      now[2 + layer] += (1 - in_hole) * amount;
      if (!is_dermis(layers_[layer])) return;
      unbound += (1 - in_hole) * amount * link.substance.layers[layer].unbound;
      dermis += cells_.volume(i, j, k);
    });
    const auto row = [&](const char* name) { return chain == nullptr ? 0 : -chain->ledger(n).amount(name); };
    const std::string into = link.next.empty() ? "turned" : "turned into " + link.next;
    now[2 + layers] = link.blood + row(in_.treatment.is_living ? "sink" : "receptor");
    now[3 + layers] = link.turned + link.lost + row(into.c_str()) + row("converted");
    now[4 + layers] = link.washed;
    if (in_.has_needles) now.back() += link.drawn;
    if (in_.depot != nullptr && n == 0) now.back() += in_.concentration * in_.depot->below;
    if (in_.needles != nullptr && n == 0) now.back() += per_mass() * in_.needles->left_at(time);
    LinkCourse& course = courses_[n];
    for (std::size_t place = 0; place < now.size(); ++place) course.amount[place].push_back(now[place]);
    course.given.push_back(link.given);
    const double from_before =
        n == 0 || chain == nullptr ? 0 : chain->ledger(n).amount("turned from " + links_[n - 1].active.name);
    course.gained.push_back(link.gained + from_before);
    course.closed.push_back(link.closed);
    course.unbound.push_back(dermis > 0 ? unbound / dermis : 0);
  }
  take_fields(chain, time);
  if (watch_.one_more) watch_.one_more();
}

void Walk::take_fields(const numerics::TrBdf2Chain* chain, double time) const {
  if (std::find(watch_.field_times.begin(), watch_.field_times.end(), time) == watch_.field_times.end()) return;
  for (std::size_t n = 0; n < links_.size(); ++n) {
    if (chain == nullptr) {
      watch_.take_field(n, time, links_[n].held);
      continue;
    }
    Field amount(links_[n].active.name, "mol", layout_);
    numerics::for_each_cell(layout_, [&](Index i, Index j, Index k) {
      amount(i, j, k) = amount_in(links_[n], layout_.at(i, j, k), chain->value(n)(i, j, k));
    });
    watch_.take_field(n, time, amount);
  }
}

void Walk::end(const numerics::TrBdf2Chain& chain) {
  for (std::size_t n = 0; n < links_.size(); ++n) {
    Link& link = links_[n];
    const numerics::TimeLedger& ledger = chain.ledger(n);
    if (!watch_.keep) link.held = Field(link.active.name, "mol", layout_);
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

std::vector<LinkCourse> walk(const Cells& cells, const std::vector<NamedActive>& chain,
                             const std::vector<Phase>& phases, const WalkInputs& inputs,
                             const std::vector<double>& times, const WalkWatch& watch) {
  return Walk(cells, chain, phases, inputs, watch).run(times);
}

}  // namespace percuta::transport
