#include "percuta/transport/delivery/film.hpp"

#include <algorithm>

#include "percuta/transport/molecule.hpp"

namespace percuta::transport {
namespace {

constexpr double k_rounding = 1e-12;  // of a film's water
constexpr double k_thinnest = 1e-6;   // [m] of a film's cells

/// One time that the product is put on: when it comes, and when its cover and itself go.
struct Coat {
  double on = 0, covered_until = 0, washed = 0;
};

std::vector<Coat> coats(const Application& application, double until) {
  std::vector<Coat> all;
  for (std::int64_t n = 0; n < application.times; ++n) {
    const double on = application.apply + static_cast<double>(n) * application.every;
    const double next = n + 1 < application.times ? on + application.every : until;
    if (on >= until) break;
    all.push_back({on, std::min(on + application.cover, next),
                   application.wash > 0 ? std::min(on + application.wash, next) : until});
  }
  return all;
}

/// When conditions change, in order, each once.
std::vector<double> changes(const std::vector<Coat>& all, double closed, double until) {
  std::vector<double> times = {until, 0, closed};
  for (const Coat& coat : all) times.insert(times.end(), {coat.on, coat.covered_until, coat.washed});
  std::erase_if(times, [&](double t) { return t < all.front().on || t > until; });
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

bool any(const std::vector<Coat>& all, double t, double Coat::* when) {
  return std::any_of(all.begin(), all.end(), [&](const Coat& coat) { return coat.*when == t; });
}

bool is_covered(const std::vector<Coat>& all, double t) {
  return std::any_of(all.begin(), all.end(), [&](const Coat& coat) { return coat.on <= t && t < coat.covered_until; });
}

}  // namespace

Film fresh_film(const Composition& composition, double amount) {
  const Vehicle& vehicle = composition.vehicle;
  return {amount * vehicle.water, amount * vehicle.oil, amount * std::max(0.0, 1 - vehicle.water - vehicle.oil)};
}

double film_thickness(double amount) {
  return std::max(k_thinnest, amount / k_product_density);
}

double holding(const Film& film, const Active& active, const Vehicle& vehicle, const Rates& rates) {
  const double oily = charge_of(active, vehicle.ph).neutral * kow_of(active, rates);
  return vehicle.partition * (film.water + film.rest + film.oil * oily) / k_product_density;
}

Film Phase::at(double t) const {
  Film now = film;
  now.water = std::max(0.0, film.water - drying * std::max(0.0, t - from));
  return now;
}

std::vector<Phase> phases(const Composition& composition, const Application& application, double left_over,
                          double closed, double until) {
  const std::vector<Coat> all = coats(application, until);
  std::vector<Phase> made;
  if (all.empty()) return made;
  const Film fresh = fresh_film(composition, application.amount);
  const std::vector<double> times = changes(all, closed, until);
  Film film;
  double wettest = 0;  // the water of the film when it was last put on
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    Phase phase;
    phase.from = times[i];
    phase.until = times[i + 1];
    const bool is_cleaned_for_session = phase.from == 0 && application.apply < 0;
    phase.is_wiped = film.mass() > 0 && (any(all, phase.from, &Coat::washed) || is_cleaned_for_session);
    phase.is_applied = any(all, phase.from, &Coat::on);
    phase.is_covered = is_covered(all, phase.from);
    phase.has_holes = phase.from >= 0 && phase.from < closed;
    if (phase.is_wiped) film = {};
    if (phase.is_applied) {
      film = {film.water + fresh.water, film.oil + fresh.oil, film.rest + fresh.rest};
      wettest = film.water;
    }
    phase.film = film;
    const double least = left_over * wettest, rate = composition.vehicle.evaporation;
    if (!phase.is_covered && film.water > least * (1 + k_rounding) && rate > 0) {
      phase.drying = rate;
      const double dry = phase.from + (film.water - least) / rate;
      if (dry < phase.until) {
        Phase rest = phase;
        phase.until = rest.from = dry;
        rest.film.water = film.water = least;
        rest.drying = 0;
        rest.is_applied = rest.is_wiped = false;
        made.push_back(phase);
        made.push_back(rest);
        continue;
      }
    }
    made.push_back(phase);
    film = phase.at(phase.until);
  }
  return made;
}

}  // namespace percuta::transport
