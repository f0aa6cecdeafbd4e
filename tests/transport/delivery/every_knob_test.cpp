#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "percuta/base/each_quantity.hpp"
#include "percuta/transport/delivery/uptake.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::k_hour;
using transport::Uptake;

namespace {

/// A substance, a product that holds it and the rates of all: everything that the data may say.
struct Trial {
  transport::Active active = tests::substance(250, 2.5);
  transport::Active next;  ///< what it may turn into
  transport::Composition composition = tests::watery(0.01, 3e-5);
  transport::Rates rates = tests::transport_rates();
};

std::vector<Trial> trials() {
  Trial oily, oilier, sugar, plus, minus, measured;
  oily.composition.vehicle.water = certain(0.6);
  oily.composition.vehicle.oil = certain(0.1);
  oily.active.unbound = certain(0.2);
  oily.active.solubility = certain(1);
  transport::Conversion conversion;
  conversion.layers = {"dermis", "viable_epidermis"};
  conversion.rate = certain(1e-5);
  oily.active.conversion = {conversion};
  oilier.active = tests::substance(400, 9);  // beyond what the laws were fitted on
  sugar.active = tests::substance(300, -4);
  plus.active = minus.active = tests::substance(150, 2);
  plus.active.ionises = "base";
  plus.active.pka = certain(8.5);
  plus.composition.vehicle.ph = certain(5);
  minus.active.ionises = "acid";
  minus.active.pka = certain(4);
  minus.composition.vehicle.ph = certain(4.5);
  measured.active.permeability = certain(1e-8);
  return {oily, oilier, sugar, plus, minus, measured};
}

/// Applies to each quantity of a trial in turn, under the name of what it is part of.
void walk(Trial& trial, const OnQuantity& told) {
  each_quantity([&](Visitor& visitor) { describe(trial.rates, visitor); }, "rates.", told);
  each_quantity([&](Visitor& visitor) { describe(trial.active, visitor); }, "active.", told);
  each_quantity([&](Visitor& visitor) { describe(trial.composition, visitor); }, "product.", told);
}

/// What a study can tell of it: in the open and, for the first hours, under a cover.
std::vector<double> answers(const Trial& trial) {
  transport::Treatment treatment;
  treatment.composition = trial.composition;
  treatment.application = {.amount = 0.02, .apply = 120, .cover = 2 * k_hour};
  treatment.actives = {{"tracer", trial.active}};
  const Uptake uptake = transport::deliver(tests::lattice(2, 2e-3, 25e-6, 150e-6), tests::round_skin(2e-3),
                                           tests::lasting(), treatment, trial.rates, {});
  const transport::ActiveCourse& course = uptake.actives.front();
  std::vector<double> all = {course.permeability};
  for (const auto* amounts : {&course.amount, &course.intact}) {
    for (const std::vector<double>& place : *amounts) all.insert(all.end(), place.begin(), place.end());
  }
  all.insert(all.end(), course.unbound.begin(), course.unbound.end());
  return all;
}

/// Another number in the place of one that is there or of one that is left out.
void turn(const Spec& spec, Quantity& quantity) {
  static const Units units;
  const double least = units.to_si(spec.min, spec.unit), most = units.to_si(spec.max, spec.unit);
  const bool is_there = transport::is_given(quantity) && quantity.value != 0;
  const double other = is_there ? 1.1 * quantity.value : least > 0 ? std::sqrt(least * most) : 0.1 * most;
  quantity = certain(other > most ? 0.9 * quantity.value : other);
}

}  // namespace

TEST_CASE("[law] every number that the data may say of what gets in shows in an answer") {
  const std::vector<Trial> all = trials();
  std::vector<std::vector<double>> usual;
  std::set<std::string> paths;
  for (const Trial& trial : all) {
    usual.push_back(answers(trial));
    Trial copy = trial;
    walk(copy, [&](const std::string& path, const Spec&, Quantity&) { paths.insert(path); });
  }
  CHECK(paths.size() > 60);
  for (const std::string& wanted : paths) {
    CAPTURE(wanted);
    bool shows = false;
    for (std::size_t i = 0; i < all.size() && !shows; ++i) {
      Trial turned = all[i];
      bool is_there = false;
      walk(turned, [&](const std::string& path, const Spec& spec, Quantity& quantity) {
        if (path != wanted) return;
        turn(spec, quantity);
        is_there = true;
      });
      shows = is_there && answers(turned) != usual[i];
    }
    CHECK(shows);
  }
}

TEST_CASE("[law] twice the area with twice the holes takes up twice as much, and as much per area") {
  const tests::Tracer of;
  const auto per_area = [&](double width, int columns) {
    skin::Skin skin = tests::round_skin(4e-3);
    skin.window = skin.outline = {{0, 0}, {width, 0}, {width, 4e-3}, {0, 4e-3}};
    std::vector<transport::Hole> holes;
    for (int i = 0; i < columns; ++i) {
      for (int j = 0; j < 4; ++j) holes.push_back({(i + 0.5) * 1e-3, (j + 0.5) * 1e-3, 25e-6, 150e-6});
    }
    const Uptake uptake = transport::deliver(holes, skin, tests::lasting(), tests::film_of(20e-6, tests::tracer(of)),
                                             tests::plain_rates(of), {});
    return uptake.actives.front().amount;
  };
  const std::vector<std::vector<double>> once = per_area(4e-3, 4), twice = per_area(8e-3, 8);
  for (std::size_t place = 0; place < once.size(); ++place) {
    for (std::size_t t = 0; t < once[place].size(); ++t) {
      CHECK(twice[place][t] == doctest::Approx(once[place][t]).epsilon(1e-3));
    }
  }
}
