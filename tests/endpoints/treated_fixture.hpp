#pragma once

#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "closure/rates_fixture.hpp"
#include "healing/rates_fixture.hpp"
#include "percuta/endpoints/endpoints.hpp"
#include "skin/declared.hpp"

namespace percuta::tests {

/// Two layers that answer each session like one another; the dermis half as much as the papillary part. By hand, of the
/// shape that healing gives: cells for days, vessels for weeks, collagen for good.
inline healing::Moment moment_after(const std::vector<double>& sessions, double t, double strength) {
  healing::Moment moment;
  healing::Tissue& tissue = moment.tissue;
  for (const double session : sessions) {
    if (t < session) continue;
    const double days = (t - session) / k_day;
    tissue.neutrophils += strength * 0.5 * days * std::exp(-days);
    tissue.early += strength * 0.3 * days * std::exp(-days / 2);
    tissue.late += strength * 0.1 * days * std::exp(-days / 5);
    tissue.vessels += strength * 0.02 * days * std::exp(-days / 14);
    tissue.three += strength * 0.1 * (1 - std::exp(-days / 20));
  }
  moment.tgf_beta = tissue.early + 2 * tissue.late;
  moment.response = moment.tgf_beta / (1 + moment.tgf_beta);
  moment.making = 1 + moment.response;
  return moment;
}

/// Hours after each session, days later.
inline healing::Course course_of(const std::vector<double>& sessions, double horizon, double strength) {
  healing::Course course;
  for (double t = 0; t <= horizon;) {
    course.times.push_back(t);
    course.papillary.push_back(moment_after(sessions, t, strength));
    course.dermis.push_back(moment_after(sessions, t, 0.5 * strength));
    double since = t;
    for (const double session : sessions) since = t >= session ? t - session : since;
    t += since < 4 * k_day ? k_hour : 0.5 * k_day;
  }
  return course;
}

/// As Percuta ships them, read once.
inline endpoints::Maps shipped_maps() {
  static const auto maps = shipped<endpoints::Maps>("endpoints.toml");
  return maps;
}

/// Everything that endpoints are measured from, to be turned.
struct Treatment {
  healing::State state;
  std::vector<endpoints::Surface> sessions;
  skin::Skin skin = skin_of();
  skin::Person person = tests::person();
  healing::Rates rates;
  endpoints::Care care;
  bool is_expression_line = false;
  endpoints::Maps maps = shipped_maps();

  endpoints::Treated treated() const { return {state, sessions, skin, person, rates, care, is_expression_line}; }
  endpoints::Endpoints measure() const { return endpoints::measure(treated(), maps); }

  double number(const std::string& name) const {
    const auto all = endpoints::endpoints();
    const auto measured = measure();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < all[i].numbers.size(); ++k) {
        if (all[i].numbers[k].name == name) return measured.all[i].numbers.at(k);
      }
    }
    throw std::out_of_range(name);
  }
  std::vector<double> curve(const std::string& name) const {
    const auto all = endpoints::endpoints();
    const auto measured = measure();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = 0; k < all[i].curves.size(); ++k) {
        if (all[i].curves[k].name == name) return measured.all[i].curves.at(k);
      }
    }
    throw std::out_of_range(name);
  }
};

/// A person of phototype IV, and the reference courses, but nothing done. A year.
inline Treatment untouched() {
  Treatment none;
  none.person.phototype = 4;
  none.rates.young_share = certain(0.18);
  none.rates.maturing = certain(0.015 / k_day);
  none.rates.three_loss = certain(0.0055 / k_day);
  const double month = 30 * k_day;
  none.state.references.roller = course_of({0, month, 2 * month, 3 * month, 4 * month}, 4 * month + 56 * k_day, 1);
  none.state.references.pen = course_of({0, month, 2 * month, 3 * month}, 3 * month + 90 * k_day, 1);
  none.state.course = course_of({}, 365 * k_day, 0);
  return none;
}

/// Three monthly sessions of 150 holes/cm2, 1 mm deep, for half a year after the last.
inline Treatment treatment(double strength = 1) {
  Treatment some = untouched();
  some.state.sessions = {0, 30 * k_day, 60 * k_day};
  some.state.course = course_of(some.state.sessions, 240 * k_day, strength);
  for (const double time : some.state.sessions) {
    endpoints::Surface session;
    session.time = time;
    session.holes = {70e-6, 150e-6, 150e4};
    session.bleeding_share = 0.4;
    session.strikes = 160e4;
    session.depth = 1e-3;
    session.killed_volume = 0.5e-6;
    session.clocks = closure::close(session.holes, some.skin, some.person, {}, rates());
    some.sessions.push_back(session);
    some.state.killed_volume.push_back(session.killed_volume);
  }
  some.state.killed_widths = {{1e-3, 1e-3, 150e-6}, {2e-3, 1e-3, 500e-6}, {8e-3, 8e-3, 800e-6}};
  return some;
}

/// A number after `turn` has changed one thing.
inline double turned(const std::string& name, const std::function<void(Treatment&)>& turn) {
  Treatment changed = treatment();
  turn(changed);
  return changed.number(name);
}

/// The same with one quantity of the maps made `factor` as large.
template <class Map>
double scaled(const std::string& name, Map endpoints::Maps::* map, Quantity Map::* quantity, double factor) {
  return turned(name, [&](Treatment& some) {
    Quantity& turned = some.maps.*map.*quantity;
    turned = certain(turned.value * factor);
  });
}

}  // namespace percuta::tests
