#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "percuta/transport/delivery/uptake.hpp"

namespace percuta::transport {
namespace {

constexpr double k_hour = 3600, k_day = 86400;  // [s]
constexpr const char* k_product = "a product that states how much of it it holds";
constexpr const char* k_entered = "an active that enters intact skin too";

/// The course of an active, null where nothing of it was walked.
const ActiveCourse* find(const Uptake& uptake, const std::string& name) {
  const auto found = std::find_if(uptake.actives.begin(), uptake.actives.end(),
                                  [&](const ActiveCourse& one) { return one.name == name; });
  return found == uptake.actives.end() ? nullptr : &*found;
}

/// Straight between the moments that are told; there is none beyond the last.
double at_time(const std::vector<double>& times, const std::vector<double>& values, double time) {
  const auto after = std::upper_bound(times.begin(), times.end(), time);
  const auto i = static_cast<std::size_t>(after - times.begin());
  if (i == 0) return values.front();
  if (i == times.size()) return times.back() == time ? values.back() : k_undefined;
  const double share = (time - times[i - 1]) / (times[i] - times[i - 1]);
  return (1 - share) * values[i - 1] + share * values[i];
}

double in_a_day(const Uptake& uptake, const std::vector<double>& values) {
  return at_time(uptake.times, values, k_day);
}

/// What has passed a barrier by itself: without what lay in holes that closed over it.
std::vector<double> passed(const Uptake& uptake, const ActiveCourse& course) {
  std::vector<double> sum = taken_up(uptake, course.amount);
  for (std::size_t t = 0; t < sum.size(); ++t) sum[t] -= course.closed[t];
  return sum;
}

/// The steepest rise within a day, and where its line meets nothing.
struct Steepest {
  double rate = 0, meets = 0;  ///< [kg/(m2 s)], [s]
};
Steepest steepest(const std::vector<double>& times, const std::vector<double>& sum) {
  Steepest found;
  for (std::size_t t = 1; t < times.size() && times[t] <= k_day; ++t) {
    const double rate = (sum[t] - sum[t - 1]) / (times[t] - times[t - 1]);
    if (rate <= found.rate) continue;
    found = {rate, 0.5 * (times[t] + times[t - 1]) - 0.5 * (sum[t] + sum[t - 1]) / rate};
  }
  return found;
}

/// Of a course through a day [unit s].
double integral_of_a_day(const Uptake& uptake, const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t t = 1; t < uptake.times.size() && uptake.times[t] <= k_day; ++t) {
    sum += 0.5 * (values[t] + values[t - 1]) * (uptake.times[t] - uptake.times[t - 1]);
  }
  return sum;
}

using OfCourse = std::function<double(const Uptake&, const ActiveCourse&)>;
using Along = std::function<std::vector<double>(const Uptake&, const ActiveCourse&)>;

class Columns {
 public:
  Columns(std::string active, const std::vector<double>& times) : active_(std::move(active)), times_(times) {}

  void number(const std::string& name, const char* unit, const std::string& meaning, const OfCourse& value,
              const char* needs = k_product) {
    ResultColumn column{"transport", active_ + "." + name, unit, meaning + " (" + active_ + ")"};
    column.needs = needs;
    all.push_back(number_result<Uptake>(std::move(column), [value, active = active_](const Uptake& uptake) {
      const ActiveCourse* course = find(uptake, active);
      return course == nullptr ? k_undefined : value(uptake, *course);
    }));
  }

  void course(const std::string& name, const char* unit, const std::string& meaning, const std::string& figure,
              const Along& values) {
    ResultColumn column{"transport", active_ + "." + name, unit, meaning + " (" + active_ + ")"};
    column.axis = ResultAxis{"time", "h", times_, {}};
    column.figure = figure.empty() ? "" : figure + "_" + active_;
    column.needs = k_product;
    all.push_back(
        {std::move(column), [values, active = active_, times = times_](const Uptake& uptake, std::vector<double>& row) {
           const ActiveCourse* course = find(uptake, active);
           const std::vector<double> told = course == nullptr ? std::vector<double>() : values(uptake, *course);
           for (const double time : times) {
             row.push_back(told.empty() ? k_undefined : at_time(uptake.times, told, time));
           }
         }});
  }

  std::vector<ResultOf<Uptake>> all;

 private:
  std::string active_;
  std::vector<double> times_;
};

struct Place {
  const char* name;
  const char* words;
};
constexpr Place k_places[] = {{"surface", "on the skin"},
                              {"channels", "in holes"},
                              {"stratum_corneum", "in the stratum corneum"},
                              {"viable_epidermis", "in the viable epidermis"},
                              {"papillary_dermis", "in the papillary dermis"},
                              {"reticular_dermis", "in the reticular dermis"},
                              {"blood", "that blood and lymph have taken"},
                              {"converted", "turned into something else"},
                              {"washed", "washed or wiped off"},
                              {"needles", "in or on needles, or taken off with them"},
                              {"below", "injected below the dermis"}};

/// Nothing in a skin without the place.
std::vector<double> amounts_at(const Uptake& uptake, const std::vector<std::vector<double>>& amounts,
                               const std::string& place) {
  const auto found = std::find(uptake.places.begin(), uptake.places.end(), place);
  return found == uptake.places.end() ? std::vector<double>(uptake.times.size(), 0.0)
                                      : amounts[static_cast<std::size_t>(found - uptake.places.begin())];
}

void add_numbers(Columns& columns) {
  columns.number("dose", "ug/cm2", "Put on in a day",
                 [](const Uptake& uptake, const ActiveCourse& course) { return in_a_day(uptake, course.given); });
  columns.number("uptake", "ug/cm2", "Past the stratum corneum after 24 h",
                 [](const Uptake& uptake, const ActiveCourse& course) {
                   return in_a_day(uptake, taken_up(uptake, course.amount));
                 });
  columns.number("intact_uptake", "ug/cm2", "The same through skin without a hole",
                 [](const Uptake& uptake, const ActiveCourse& course) {
                   return in_a_day(uptake, taken_up(uptake, course.intact));
                 });
  columns.number(
      "enhancement", "1", "Uptake in 24 h over that of skin without a hole",
      [](const Uptake& uptake, const ActiveCourse& course) {
        const double intact = in_a_day(uptake, taken_up(uptake, course.intact));
        return share_of(in_a_day(uptake, taken_up(uptake, course.amount)), intact);
      },
      k_entered);
  columns.number(
      "enhancement_1h", "1", "Uptake in 1 h over that of skin without a hole",
      [](const Uptake& uptake, const ActiveCourse& course) {
        const double intact = at_time(uptake.times, taken_up(uptake, course.intact), k_hour);
        return share_of(at_time(uptake.times, taken_up(uptake, course.amount), k_hour), intact);
      },
      k_entered);
  columns.number("flux", "ug/cm2/h", "Steepest rise of the uptake within 24 h, without what holes close over",
                 [](const Uptake& uptake, const ActiveCourse& course) {
                   return steepest(uptake.times, passed(uptake, course)).rate;
                 });
  columns.number(
      "lag", "h", "Where the line of that rise meets no uptake",
      [](const Uptake& uptake, const ActiveCourse& course) {
        const Steepest found = steepest(uptake.times, passed(uptake, course));
        return found.rate > 0 ? found.meets : k_undefined;
      },
      "an active that enters");
  columns.number(
      "dermal_exposure", "ug h/ml", "Unbound in the dermis, summed up over 24 h",
      [](const Uptake& uptake, const ActiveCourse& course) { return integral_of_a_day(uptake, course.unbound); });
  columns.number(
      "permeability", "cm/s", "Of wet skin without a hole, from water, as a laboratory would find it",
      [](const Uptake&, const ActiveCourse& course) {
        return course.permeability > 0 ? course.permeability : k_undefined;
      },
      "an active that enters intact skin");
  for (const Place& place : k_places) {
    columns.number(std::string("amount.") + place.name, "ug/cm2", std::string("Amount ") + place.words + " after 24 h",
                   [place](const Uptake& uptake, const ActiveCourse& course) {
                     return in_a_day(uptake, amounts_at(uptake, course.amount, place.name));
                   });
  }
}

void add_courses(Columns& columns) {
  columns.course("uptake_course", "ug/cm2", "Past the stratum corneum", "uptake",
                 [](const Uptake& uptake, const ActiveCourse& course) { return taken_up(uptake, course.amount); });
  columns.course("intact_uptake_course", "ug/cm2", "The same through skin without a hole", "uptake",
                 [](const Uptake& uptake, const ActiveCourse& course) { return taken_up(uptake, course.intact); });
  for (const Place& place : k_places) {
    columns.course(std::string("course.") + place.name, "ug/cm2", std::string("Amount ") + place.words, "layers",
                   [place](const Uptake& uptake, const ActiveCourse& course) {
                     return amounts_at(uptake, course.amount, place.name);
                   });
    columns.course(std::string("intact_course.") + place.name, "ug/cm2",
                   std::string("Amount ") + place.words + ", skin without a hole", "layers",
                   [place](const Uptake& uptake, const ActiveCourse& course) {
                     return amounts_at(uptake, course.intact, place.name);
                   });
  }
}

/// Of needles that stay and of injections, whatever they carry.
std::vector<ResultOf<Uptake>> in_skin() {
  std::vector<ResultOf<Uptake>> all;
  const auto add = [&](const char* name, const char* unit, const char* meaning, const char* needs,
                       double Uptake::*value) {
    ResultColumn column{"transport", name, unit, meaning};
    column.needs = needs;
    all.push_back(number_result<Uptake>(std::move(column), [value](const Uptake& uptake) { return uptake.*value; }));
  };
  constexpr const char *k_needles = "needles that stay and carry a product",
                       *k_injection = "a product that is injected";
  add("needle_time", "min", "Until a typical needle that stays is dissolved or taken off", k_needles,
      &Uptake::needle_time);
  add("depot_radius", "mm", "How far from its point an injection comes while it runs", k_injection,
      &Uptake::depot_radius);
  add("injection_pressure", "kPa", "Pressure at the needle's tip at the end of an injection", k_injection,
      &Uptake::injection_pressure);
  add("below_share", "1", "Share of what is injected that comes to lie below the dermis", k_injection,
      &Uptake::below_share);
  return all;
}

}  // namespace

std::vector<ResultOf<Uptake>> results(const std::vector<std::string>& actives, const std::vector<double>& times) {
  std::vector<ResultOf<Uptake>> all = in_skin();
  for (const std::string& active : actives) {
    Columns columns(active, times);
    add_numbers(columns);
    add_courses(columns);
    for (ResultOf<Uptake>& one : columns.all) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace percuta::transport
