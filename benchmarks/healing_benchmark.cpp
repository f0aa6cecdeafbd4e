// Healing and endpoints of one member: what a course, a face, a year of daily use and a subject of a cohort cost.
#include "measure.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/study/study.hpp"

namespace {

using namespace percuta;

constexpr int k_repeats = 5;
constexpr double k_target_heals = 0.15, k_target_face = 1, k_target_daily = 1, k_target_subject = 0.06;  // [s]

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
  return benchmark::median_seconds(k_repeats, [&] { course::simulate(model.inputs, member, &scope); });
}

}  // namespace

int main() {
  const std::set<std::string, std::less<>> needles = {"closure.pore_time"}, seen = {"endpoints.wrinkle"};
  const std::vector<std::string> year = {"course.sessions=5", "course.interval=30 days", "course.horizon=1 year"};
  const study::Model five = model_of("S3", year);
  benchmark::print_row("healing and endpoints, five sessions, a year",
                       seconds_of(five, seen) - seconds_of(five, needles), "s", k_target_heals, "target", false);
  std::vector<std::string> face = year;
  face.insert(face.end(), {"site.name=forehead", "site.area=50 cm2"});
  benchmark::print_row("whole chain, roller, 50 cm2, five sessions, a year", seconds_of(model_of("S3", face), seen),
                       "s", k_target_face, "target, of 225 cm2", false);
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
