#include <algorithm>
#include <functional>
#include <string>

#include "percuta/transport/cell/cell.hpp"

namespace percuta::transport {
namespace {

using Values = std::vector<double>;
using OfCell = std::function<double(const CellRun&, const ActiveCourse&)>;
using Along = std::function<Values(const CellRun&, const ActiveCourse&)>;

constexpr const char* k_receptor_place = "receptor";
constexpr const char* k_straight_needs = "three samples on a straight line";
constexpr std::size_t k_slices = 6;  // of the stratum corneum, from the surface down

const ActiveCourse* find(const Uptake& uptake, const std::string& name) {
  const auto found = std::find_if(uptake.actives.begin(), uptake.actives.end(),
                                  [&](const ActiveCourse& one) { return one.name == name; });
  return found == uptake.actives.end() || found->amount.empty() ? nullptr : &*found;
}

/// A row of the uptake at one of its times.
double told(const Uptake& uptake, const Values& row, double time) {
  const auto at = std::lower_bound(uptake.times.begin(), uptake.times.end(), time);
  return at == uptake.times.end() ? row.back() : row[static_cast<std::size_t>(at - uptake.times.begin())];
}

Values in_receptor(const CellRun& run, const std::vector<Values>& amounts) {
  const Values& row = amounts[run.uptake.place(k_receptor_place)];
  Values passed;
  for (const double time : run.cell.times) passed.push_back(told(run.uptake, row, time));
  return passed;
}

Values passed(const CellRun& run, const ActiveCourse& course) {
  return in_receptor(run, course.amount);
}
Values intact_passed(const CellRun& run, const ActiveCourse& course) {
  return in_receptor(run, course.intact);
}

StraightPart straight(const CellRun& run, const Values& amounts) {
  return straight_part(run.cell.times, amounts);
}

/// At the last sample, over what was put on and made until then; 0 in a skin without the place.
double recovered(const CellRun& run, const ActiveCourse& course, const std::string& place) {
  const double end = run.cell.times.back();
  const double put_in = told(run.uptake, course.given, end) + told(run.uptake, course.gained, end);
  const auto at = std::find(run.uptake.places.begin(), run.uptake.places.end(), place);
  if (at == run.uptake.places.end()) return 0;
  return share_of(told(run.uptake, course.amount[static_cast<std::size_t>(at - run.uptake.places.begin())], end),
                  put_in);
}

double taken_by_samples(const CellRun& run, const ActiveCourse& course) {
  const double end = run.cell.times.back();
  const double put_in = told(run.uptake, course.given, end) + told(run.uptake, course.gained, end);
  return share_of(samples_of(passed(run, course), run.cell).taken, put_in);
}

/// Of what the stratum corneum holds at the end of the uptake, in equal slices by depth.
Values slices(const ActiveCourse& course) {
  const std::size_t cells = course.corneum.size();
  Values made(k_slices, 0.0);
  for (std::size_t cell = 0; cell < cells; ++cell) {  // cells of the first layer are equally thick
    made[cell * k_slices / cells] += course.corneum[cell];
  }
  return made;
}

class Columns {
 public:
  Columns(std::string active, const Values& times) : active_(std::move(active)), times_(times) {}

  void number(const std::string& name, const char* unit, const std::string& meaning, const OfCell& value,
              const char* needs = "") {
    ResultColumn column{"transport", active_ + "." + name, unit, meaning + " (" + active_ + ")"};
    column.needs = needs;
    all.push_back(number_result<CellRun>(std::move(column), [value, active = active_](const CellRun& run) {
      const ActiveCourse* course = find(run.uptake, active);
      return course == nullptr ? k_undefined : value(run, *course);
    }));
  }

  void course(const std::string& name, const char* unit, const std::string& meaning, const char* figure,
              const Along& values) {
    series(name, unit, meaning, figure, {"time", "h", times_, {}}, values);
  }

  void series(const std::string& name, const char* unit, const std::string& meaning, const char* figure,
              const ResultAxis& axis, const Along& values) {
    ResultColumn column{"transport", active_ + "." + name, unit, meaning + " (" + active_ + ")", axis};
    column.figure = std::string(figure) + "_" + active_;
    const std::size_t count = axis.size();
    all.push_back({std::move(column), [values, active = active_, count](const CellRun& run, Values& row) {
                     const ActiveCourse* course = find(run.uptake, active);
                     const Values told = course == nullptr ? Values(count, k_undefined) : values(run, *course);
                     row.insert(row.end(), told.begin(), told.end());
                   }});
  }

  std::vector<ResultOf<CellRun>> all;

 private:
  std::string active_;
  Values times_;
};

void add_release(Columns& columns) {
  columns.number("dose", "ug/cm2", "Put on until the last sample", [](const CellRun& run, const ActiveCourse& course) {
    return told(run.uptake, course.given, run.cell.times.back());
  });
  columns.number("permeated", "ug/cm2", "Through the skin until the last sample",
                 [](const CellRun& run, const ActiveCourse& course) { return passed(run, course).back(); });
  columns.number("intact_permeated", "ug/cm2", "The same through skin without a hole",
                 [](const CellRun& run, const ActiveCourse& course) { return intact_passed(run, course).back(); });
  columns.number(
      "cell_flux", "ug/cm2/h", "Slope of the steepest straight part of the release curve",
      [](const CellRun& run, const ActiveCourse& course) {
        const StraightPart part = straight(run, passed(run, course));
        return part.rate > 0 ? part.rate : k_undefined;
      },
      k_straight_needs);
  columns.number(
      "cell_permeability", "um/h", "That slope over the concentration that was put on",
      [](const CellRun& run, const ActiveCourse& course) {
        const StraightPart part = straight(run, passed(run, course));
        return part.rate > 0 && course.strength > 0 ? part.rate / course.strength : k_undefined;
      },
      k_straight_needs);
  columns.number(
      "cell_lag", "h", "Where that straight part meets nothing",
      [](const CellRun& run, const ActiveCourse& course) {
        const StraightPart part = straight(run, passed(run, course));
        return part.rate > 0 ? part.lag : k_undefined;
      },
      k_straight_needs);
  columns.number(
      "intact_cell_flux", "ug/cm2/h", "The same slope through skin without a hole",
      [](const CellRun& run, const ActiveCourse& course) {
        const StraightPart part = straight(run, intact_passed(run, course));
        return part.rate > 0 ? part.rate : k_undefined;
      },
      k_straight_needs);
  columns.number(
      "cell_enhancement", "1", "Through the skin until the last sample, over skin without a hole",
      [](const CellRun& run, const ActiveCourse& course) {
        return share_of(passed(run, course).back(), intact_passed(run, course).back());
      },
      "an active that passes intact skin too");
  columns.number("receptor_peak", "ug/ml", "Highest concentration in the receptor",
                 [](const CellRun& run, const ActiveCourse& course) {
                   const Samples samples = samples_of(passed(run, course), run.cell);
                   return *std::max_element(samples.concentration.begin(), samples.concentration.end());
                 });
}

/// In the order in which a cell is taken apart.
void add_recovery(Columns& columns) {
  const auto of_place = [&](const char* name, const char* meaning, std::vector<std::string> places) {
    columns.number(std::string("recovery.") + name, "%", meaning,
                   [places = std::move(places)](const CellRun& run, const ActiveCourse& course) {
                     double sum = 0;
                     for (const std::string& place : places) sum += recovered(run, course, place);
                     return sum;
                   });
  };
  of_place("donor", "Share of the dose that is still on the skin, or was taken off it", {"surface", "washed"});
  of_place("channels", "Share of the dose in holes", {"channels"});
  of_place("stratum_corneum", "Share of the dose in the stratum corneum", {"stratum_corneum"});
  of_place("epidermis", "Share of the dose in the viable epidermis", {"viable_epidermis"});
  of_place("dermis", "Share of the dose in the dermis", {"papillary_dermis", "reticular_dermis", "dermis"});
  of_place("converted", "Share of the dose that turned into something else", {"converted"});
  columns.number("recovery.samples", "%", "Share of the dose that samples took", taken_by_samples);
  columns.number("recovery.receptor", "%", "Share of the dose in the receptor at the end",
                 [](const CellRun& run, const ActiveCourse& course) {
                   return recovered(run, course, k_receptor_place) - taken_by_samples(run, course);
                 });
  columns.number("recovery.total", "%", "Share of the dose that is found anywhere",
                 [](const CellRun& run, const ActiveCourse& course) {
                   double sum = 0;
                   for (const std::string& place : run.uptake.places) sum += recovered(run, course, place);
                   return sum;
                 });
}

void add_courses(Columns& columns, const Values& times) {
  columns.course("permeated_course", "ug/cm2", "Through the skin", "permeated", passed);
  columns.course("intact_permeated_course", "ug/cm2", "The same through skin without a hole", "permeated",
                 intact_passed);
  columns.course("receptor_course", "ug/ml", "In the receptor when a sample is drawn", "receptor",
                 [](const CellRun& run, const ActiveCourse& course) {
                   return samples_of(passed(run, course), run.cell).concentration;
                 });
  Values middles;
  for (std::size_t slice = 0; slice < k_slices; ++slice) {
    middles.push_back((static_cast<double>(slice) + 0.5) / static_cast<double>(k_slices));
  }
  if (times.empty()) return;
  columns.series("strip_profile", "ug/cm2", "In each sixth of the stratum corneum at the end, from the surface down",
                 "strips", {"depth_share", "1", middles, {}},
                 [](const CellRun&, const ActiveCourse& course) { return slices(course); });
}

}  // namespace

std::vector<ResultOf<CellRun>> cell_results(const std::vector<std::string>& actives, const Values& times) {
  std::vector<ResultOf<CellRun>> all;
  for (const std::string& active : actives) {
    Columns columns(active, times);
    add_release(columns);
    add_recovery(columns);
    add_courses(columns, times);
    for (ResultOf<CellRun>& one : columns.all) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace percuta::transport
