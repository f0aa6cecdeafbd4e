#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/transport/delivery/patch_run.hpp"
#include "percuta/transport/delivery/setting.hpp"
#include "percuta/transport/delivery/walk.hpp"
#include "percuta/transport/layers.hpp"

namespace percuta::transport {
namespace {

constexpr double k_minute = 60, k_hour = 3600;  // [s]

/// Close together at first, then hour by hour through a day.
constexpr int k_minutes[] = {0,   1,   2,   5,   10,  15,  20,  30,  45,  60,  90,   120,  150,  180,
                             210, 240, 300, 360, 420, 480, 600, 720, 840, 960, 1080, 1200, 1320, 1440};
constexpr double k_later_hours[] = {36, 48, 72, 96, 120, 168, 240, 336, 504, 672};

/// Adds what one of a chain came to on a site, as mass per area.
void add(const std::vector<std::vector<double>>& from, double factor, std::vector<std::vector<double>>& to) {
  to.resize(from.size());
  for (std::size_t place = 0; place < from.size(); ++place) {
    to[place].resize(from[place].size(), 0.0);
    for (std::size_t t = 0; t < from[place].size(); ++t) to[place][t] += factor * from[place][t];
  }
}

void add(const std::vector<double>& from, double factor, std::vector<double>& to) {
  to.resize(from.size(), 0.0);
  for (std::size_t t = 0; t < from.size(); ++t) to[t] += factor * from[t];
}

ActiveCourse& course_of(const std::string& name, Uptake& uptake) {
  const auto found = std::find_if(uptake.actives.begin(), uptake.actives.end(),
                                  [&](const ActiveCourse& one) { return one.name == name; });
  if (found != uptake.actives.end()) return *found;
  uptake.actives.emplace_back().name = name;
  return uptake.actives.back();
}

/// What is there at the end, over what was given and gained.
double open_share(const LinkCourse& course) {
  const double put_in = course.given.back() + course.gained.back() + course.numerical;
  double found = 0;
  for (const std::vector<double>& place : course.amount) found += place.back();
  return put_in > 0 ? std::abs(put_in - found) / put_in : std::abs(found);
}

void add_chain(const std::vector<NamedActive>& chain, const std::vector<LinkCourse>& treated,
               const std::vector<LinkCourse>& intact, double area, Uptake& uptake) {
  for (std::size_t n = 0; n < chain.size(); ++n) {
    ActiveCourse& course = course_of(chain[n].name, uptake);
    const double mass = chain[n].active.molar_mass, per_area = mass / area;
    add(treated[n].amount, per_area, course.amount);
    add(intact[n].amount, per_area, course.intact);
    add(treated[n].given, per_area, course.given);
    add(treated[n].gained, per_area, course.gained);
    add(treated[n].closed, per_area, course.closed);
    add(treated[n].unbound, mass, course.unbound);
    add(intact[n].unbound, mass, course.intact_unbound);
    course.dose = course.given.back();
    course.solved += per_area * treated[n].numerical;
    course.mismatch = std::max({course.mismatch, open_share(treated[n]), open_share(intact[n])});
    const double put_in = treated[n].given.back() + treated[n].gained.back();
    if (put_in > 0) course.numerical = std::max(course.numerical, std::abs(treated[n].numerical) / put_in);
    course.is_saturated = course.is_saturated || treated[n].is_saturated;
  }
}

/// Wet on both sides, from water at the tissue's pH into a receptor that stays empty [m/s].
double laboratory_permeability(const Active& active, const skin::Skin& skin, const Rates& rates) {
  const Surroundings bench{.ph = rates.tissue.ph, .wetness = 1, .is_living = false};
  return as_measured(permeability(layer_properties(active, skin, rates, bench), Base::sink), rates).permeability;
}

/// As of so much more or less tissue of the same kind.
void scale(double factor, LinkCourse& course) {
  for (std::vector<double>& place : course.amount) {
    for (double& amount : place) amount *= factor;
  }
  for (std::vector<double>* rows : {&course.given, &course.gained, &course.closed}) {
    for (double& amount : *rows) amount *= factor;
  }
  course.numerical *= factor;
}

/// The treated skin at the scale that is asked for.
class TreatedSkin {
 public:
  TreatedSkin(const Strata& strata, const std::vector<Hole>& holes, const skin::Skin& skin,
              const closure::Clocks& clocks, const DeliveryPlan& plan, double depot) {
    if (depot > 0) {
      site_.emplace(strata, classes_now(holes, skin, clocks, plan, depot), depot_rings());
    } else if (plan.patch.is_wanted() && plan.has_courses) {
      patch_.emplace(strata, clocks.has_hole() ? holes : std::vector<Hole>(), skin, plan);
    } else {
      site_.emplace(strata, classes_now(holes, skin, clocks, plan), plan.rings);
    }
  }

  /// Nothing of needles that do not dissolve.
  NeedleSource needles(const NeedleLoad& load, const Rates& rates, const std::vector<double>& times) const {
    return site_ ? needle_source(*site_, load, rates, times) : NeedleSource();
  }
  Depot depot(const InjectionLoad& load, double radius) const { return depot_in(*site_, load, radius); }
  double area() const { return patch_ ? patch_->area() : site_->holes.area; }
  std::vector<LinkCourse> walked(const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
                                 const WalkInputs& inputs, const std::vector<double>& times) {
    return patch_ ? patch_->walk(chain, phases, inputs, times) : walk(*site_, chain, phases, inputs, times);
  }
  std::optional<PatchOutcome> take_outcome() {
    return patch_ ? std::optional<PatchOutcome>(patch_->take_outcome()) : std::nullopt;
  }

 private:
  std::optional<Site> site_;
  std::optional<PatchRun> patch_;
};

/// Of a dilution in which none is left.
void add_nothing(const std::string& name, Uptake& uptake) {
  ActiveCourse& course = course_of(name, uptake);
  const std::vector<double> none(uptake.times.size(), 0.0);
  const std::vector<std::vector<double>> nowhere(uptake.places.size(), none);
  course.amount = course.intact = nowhere;
  course.given = course.gained = course.closed = course.unbound = course.intact_unbound = none;
}

}  // namespace

std::size_t Uptake::place(const std::string& name) const {
  const auto found = std::find(places.begin(), places.end(), name);
  if (found == places.end()) throw std::out_of_range("no place '" + name + "' in an uptake");
  return static_cast<std::size_t>(found - places.begin());
}

bool is_taken_up(const std::string& place) {
  return place != "surface" && place != "channels" && place != "stratum_corneum" && place != "washed" &&
         place != "needles";
}

std::vector<double> taken_up(const Uptake& uptake, const std::vector<std::vector<double>>& amounts) {
  std::vector<double> sum(uptake.times.size(), 0.0);
  for (std::size_t place = 0; place < uptake.places.size(); ++place) {
    if (!is_taken_up(uptake.places[place])) continue;
    for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += amounts[place][t];
  }
  return sum;
}

std::vector<double> telling_times(const std::vector<double>& asked) {
  std::vector<double> times;
  for (const int minutes : k_minutes) times.push_back(minutes * k_minute);
  const double last = asked.empty() ? 0 : *std::max_element(asked.begin(), asked.end());
  for (const double hours : k_later_hours) {
    if (hours * k_hour < last) times.push_back(hours * k_hour);
  }
  times.insert(times.end(), asked.begin(), asked.end());
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

Uptake deliver(const std::vector<Hole>& holes, const skin::Skin& skin, const closure::Clocks& clocks,
               const Treatment& given, const Rates& rates, const DeliveryPlan& plan) {
  Uptake uptake;
  const Treatment treatment = laid_out(given, skin, rates);
  const Composition& product = treatment.composition;
  if (!is_told(product)) return uptake;
  uptake.times = telling_times(plan.times);
  const Setting setting = setting_of(skin, clocks, treatment, rates, plan.finer, uptake.times.back());
  uptake.places = places_of(setting.layers, treatment);
  const bool is_injected = treatment.injection.is_wanted();
  if (is_injected) {
    const Infused flow = infused(treatment.injection, rates);
    uptake.depot_radius = flow.depot;
    uptake.injection_pressure = flow.pressure;
  }
  TreatedSkin treated(setting.strata, holes, skin, clocks, plan, is_injected ? uptake.depot_radius : 0);
  const Depot depot = is_injected ? treated.depot(treatment.injection, uptake.depot_radius) : Depot();
  if (is_injected) uptake.below_share = depot.whole > 0 ? depot.below / depot.whole : k_undefined;
  const Site whole(setting.strata, whole_tissue(skin.window), plan.rings);
  const NeedleSource needles = treated.needles(treatment.needles, rates, uptake.times);
  for (const Ingredient& one : product.active) {
    if (one.amount == "homeopathic") add_nothing(one.name, uptake);
    if (!one.is_stated()) continue;
    const std::vector<NamedActive> chain = known_chain(one, treatment);
    const WalkInputs inputs{skin, clocks, treatment, rates, first_concentration(one, chain)};
    WalkInputs pierced = inputs;
    pierced.has_needles = treatment.needles.is_wanted();
    pierced.needles = needles.times.empty() ? nullptr : &needles;
    if (is_injected) pierced.depot = &depot;
    for (const NamedActive& link : chain) {
      course_of(link.name, uptake).permeability = laboratory_permeability(link.active, skin, rates);
    }
    if (!plan.has_courses) continue;
    std::vector<LinkCourse> intact = walk(whole, chain, setting.without, inputs, uptake.times);
    for (LinkCourse& course : intact) scale(treated.area() / whole.holes.area, course);
    add_chain(chain, treated.walked(chain, setting.with, pierced, uptake.times), intact, treated.area(), uptake);
  }
  uptake.patch = treated.take_outcome();
  return uptake;
}

}  // namespace percuta::transport
