#include "percuta/healing/infection.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/numerics/time/time.hpp"

namespace percuta::healing {
namespace {

using numerics::CellRun;
using numerics::Field;

constexpr int k_minute = 60, k_day = 86400;  // [s]
constexpr double k_rtol = 1e-6, k_atol = 1e-9;
constexpr int k_tellings_a_day = 24;

enum Species : std::size_t { k_pathogen, k_debris, k_macrophages, k_neutrophils, k_species };

void set_rates(const Infection& own, const double* u, double* rate) {
  const double P = std::max(0.0, u[k_pathogen]), D = std::max(0.0, u[k_debris]), M = std::max(0.0, u[k_macrophages]),
               N = std::max(0.0, u[k_neutrophils]);
  const double crowding = N / own.neutrophils_calm, m = M / (1 + crowding * crowding);
  const double to_macrophages = own.called_by_debris * D + own.called_by_pathogen * P + own.called_by_macrophages * M +
                                own.called_by_neutrophils * N;
  const double to_neutrophils = own.neutrophils_by_debris * D + own.neutrophils_by_pathogen * P;
  rate[k_pathogen] = own.growth * P * (1 - P / own.capacity) -
                     own.background * P / (own.background_half + own.background_use * P) -
                     own.eaten_by_neutrophils * P * N - own.eaten_by_macrophages * P * m;
  rate[k_debris] = -own.debris_by_neutrophils * D * N * (1 + own.debris_synergy * N) -
                   own.debris_by_macrophages * D * m + own.debris_made * N - own.debris_lost * D;
  rate[k_macrophages] =
      own.macrophages_called * to_macrophages / (own.macrophages_half + to_macrophages) - own.macrophages_lost * M;
  rate[k_neutrophils] = own.neutrophils_called * to_neutrophils / (own.neutrophils_half + to_neutrophils) -
                        own.neutrophils_lost * N - own.neutrophils_eaten * N * m;
}

numerics::Reaction reaction_of(const Infection& infection) {
  numerics::Reaction reaction;
  reaction.rate = [infection](const CellRun& cells, double* const* rate) {
    for (numerics::Index i = 0; i < cells.n; ++i) {
      double u[k_species], out[k_species];
      for (std::size_t s = 0; s < k_species; ++s) u[s] = cells.value[s][i];
      set_rates(infection, u, out);
      for (std::size_t s = 0; s < k_species; ++s) rate[s][i] = out[s];
    }
  };
  // By differences: a rough slope costs accuracy only, never order.
  reaction.jacobian = [infection](const CellRun& cells, double* const* jacobian) {
    constexpr double k_nudge = 1e-6;
    for (numerics::Index i = 0; i < cells.n; ++i) {
      double u[k_species], here[k_species], there[k_species];
      for (std::size_t s = 0; s < k_species; ++s) u[s] = cells.value[s][i];
      set_rates(infection, u, here);
      for (std::size_t column = 0; column < k_species; ++column) {
        const double before = u[column];
        u[column] += k_nudge;
        set_rates(infection, u, there);
        u[column] = before;
        for (std::size_t row = 0; row < k_species; ++row) {
          jacobian[row * k_species + column][i] = (there[row] - here[row]) / k_nudge;
        }
      }
    }
  };
  return reaction;
}

}  // namespace

InfectionCourse infection_course(const Infection& infection, const std::vector<double>& sessions,
                                 const std::vector<double>& times) {
  InfectionCourse course;
  course.times = times;
  std::vector<numerics::ReactingField> fields(k_species);
  for (numerics::ReactingField& field : fields) field.start = Field("", "1", numerics::Layout{}, 0);
  numerics::SolveSettings solve;
  solve.threads = 1;
  numerics::Ros2 solver(std::move(fields), reaction_of(infection), 0,
                        {.rtol = k_rtol, .atol = k_atol, .first = static_cast<double>(k_minute)}, solve);
  for (const double session : sessions) {
    solver.add_event({session, [&](double, const std::vector<Field*>& values) {
                        (*values[k_pathogen])(0, 0, 0) += infection.inoculum;
                        (*values[k_debris])(0, 0, 0) += infection.debris;
                        (*values[k_neutrophils])(0, 0, 0) += infection.neutrophils;
                      }});
  }
  solver.set_output({times, [&](double, const std::vector<const Field*>& values) {
                       course.pathogen.push_back((*values[k_pathogen])(0, 0, 0));
                       course.debris.push_back((*values[k_debris])(0, 0, 0));
                       course.macrophages.push_back((*values[k_macrophages])(0, 0, 0));
                       course.neutrophils.push_back((*values[k_neutrophils])(0, 0, 0));
                     }});
  if (!times.empty()) solver.advance(times.back());
  return course;
}

std::function<double(double)> infection_alarm(const Infection& infection, const std::vector<double>& sessions,
                                              double horizon) {
  constexpr double k_step = static_cast<double>(k_day) / k_tellings_a_day;
  std::vector<double> times;
  for (double t = 0; times.size() < 2 || t < horizon + k_step; t += k_step) times.push_back(t);
  const InfectionCourse course = infection_course(infection, sessions, times);
  return [pathogen = course.pathogen, most = infection.alarm.value](double t) {
    const double place = std::clamp(t / k_step, 0.0, static_cast<double>(pathogen.size() - 1));
    const std::size_t i = std::min(static_cast<std::size_t>(place), pathogen.size() - 2);
    const double share = place - static_cast<double>(i);
    const double P = std::max(0.0, (1 - share) * pathogen[i] + share * pathogen[i + 1]);
    return most * P / (1 + P);
  };
}

}  // namespace percuta::healing
