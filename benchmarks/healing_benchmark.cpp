// Healing and endpoints of one member: what a course, a large site, a year of daily use and a subject of a cohort cost.
// By processor time, since a member runs on one thread and other programs may run beside it.
#include "measure.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/freed_memory.hpp"
#include "percuta/base/stage_times.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace {

using namespace percuta;

constexpr int k_repeats = 5;
constexpr double k_target_heals = 0.15, k_target_face = 1, k_target_daily = 1, k_target_subject = 0.06;  // [s]
constexpr double k_target_ensemble = 10;                                                                 // [s]
constexpr int k_cores = 2;

study::Model model_of(const std::string& study, const std::vector<std::string>& settings) {
  const DataFolder data({std::string(PERCUTA_SOURCE_DIR) + "/data"});
  return study::load(std::string(PERCUTA_SOURCE_DIR) + "/data/studies/" + study + ".toml", {settings, {}}, data,
                     Units());
}

/// One member, from the strokes to what is asked of it [s].
double seconds_of(const study::Model& model, const std::set<std::string, std::less<>>& asked,
                  healing::SharedReferences* references = nullptr) {
  course::Scope scope(model.inputs, Asked(asked));
  scope.references = references;
  const Member member{model.seed, 1, model.members};
  std::vector<double> seconds;
  for (int i = 0; i < k_repeats; ++i) {
    const double before = process_seconds();
    course::simulate(model.inputs, member, &scope);
    seconds.push_back(process_seconds() - before);
  }
  return benchmark::median(seconds);
}

/// An ensemble on all cores: processor time over their number [s].
double ensemble_seconds(const study::Model& model, const std::set<std::string, std::less<>>& asked) {
  run::RunControl control;
  control.threads = k_cores;
  const double before = process_seconds();
  run::simulate_members(model, control, Asked(asked));
  return (process_seconds() - before) / k_cores;
}

}  // namespace

int main() {
  keep_freed_memory();  // as the program does
  const std::set<std::string, std::less<>> needles = {"closure.pore_time"}, seen = {"endpoints.wrinkle"};
  const std::vector<std::string> year = {"course.sessions=5", "course.interval=30 days", "course.horizon=1 year"};
  const study::Model five = model_of("S3", year);
  benchmark::print_row("healing and endpoints, five sessions, a year",
                       seconds_of(five, seen) - seconds_of(five, needles), "s", k_target_heals, "target", false);
  std::vector<std::string> face = year;  // no site of the face is that large; a thigh is, and healing has no sites
  face.insert(face.end(), {"site.name=thigh", "site.area=225 cm2"});
  const study::Model whole = model_of("S3", face);
  benchmark::print_row("whole chain, roller, 225 cm2, five sessions, a year", seconds_of(whole, seen), "s",
                       k_target_face, "target", false);
  benchmark::print_row("32 members of it, two cores", ensemble_seconds(whole, seen), "s", k_target_ensemble, "target",
                       false);
  const study::Model daily =
      model_of("S1", {"course.sessions=365", "course.interval=1 day", "course.horizon=380 days"});
  benchmark::print_row("0.2 mm daily for a year", seconds_of(daily, seen), "s", k_target_daily, "target", false);
  healing::SharedReferences references;  // of its draw of knowledge, once
  const study::Model subject =
      model_of("S3", {"course.sessions=3", "course.interval=30 days", "course.horizon=6 months"});
  seconds_of(subject, seen, &references);
  benchmark::print_row("a cohort's subject, 10 cm2, three sessions, six months", seconds_of(subject, seen, &references),
                       "s", k_target_subject, "target", false);
}
