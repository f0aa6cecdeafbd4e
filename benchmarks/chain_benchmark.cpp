// Trace, land and insert a medical roller, one core, re-entry on; then a whole face.
#include "measure.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/study/study.hpp"

namespace {

using namespace percuta;

constexpr int k_repeats = 7;
constexpr double k_target_rate = 3e6;     // punctures a second
constexpr double k_target_summary = 2e5;  // punctures a second
constexpr double k_target_bytes = 500e6;  // for a whole face

study::Model model_of(const std::vector<std::string>& settings) {
  const DataFolder data({std::string(PERCUTA_SOURCE_DIR) + "/data"});
  return study::load(std::string(PERCUTA_SOURCE_DIR) + "/data/studies/S3.toml", {settings, {}}, data, Units());
}

/// Strikes per second of the whole chain for one member.
double rate(const study::Model& model, double& strikes) {
  const double seconds = benchmark::median_seconds(k_repeats, [&] {
    const course::Course course = course::simulate(model.inputs, Member{model.seed, 0, model.members});
    strikes = 0;
    for (const course::Session& session : course.sessions) strikes += static_cast<double>(session.punctures.struck);
  });
  return strikes / seconds;
}

double land_rate(const study::Model& model) {
  const course::Inputs& in = model.inputs;
  const skin::Skin skin = course::skin_of(in);
  const course::SessionInputs& session = in.sessions.front();
  const Member member{model.seed, 0, model.members};
  double strikes = 0;
  const double seconds = benchmark::median_seconds(k_repeats, [&] {
    const auto strokes =
        strokes::trace(session.technique, in.knowledge.hand, in.knowledge.injection, session.device, skin, member, 1);
    strikes =
        static_cast<double>(punctures::land(strokes, session.device, skin, in.knowledge.guidance, member, 1).struck);
  });
  return strikes / seconds;
}

double insert_rate(const study::Model& model) {
  const course::Course course = course::simulate(model.inputs, Member{model.seed, 0, model.members});
  const course::Session& session = course.sessions.front();
  const device::Device& device = model.inputs.sessions.front().device;
  const double seconds = benchmark::median_seconds(k_repeats, [&] {
    insertion::insert(session.punctures, device, course.skin, model.inputs.knowledge.contact,
                      Member{model.seed, 0, model.members});
  });
  return static_cast<double>(session.punctures.all.size()) / seconds;
}

}  // namespace

int main() {
  const study::Model patch = model_of({"site.area=40 cm2", "technique.passes=15", "course.sessions=1"});
  const double land = land_rate(patch), insert = insert_rate(patch);
  benchmark::print_row("trace + land", land, "punctures/s", k_target_rate, "target of the three", true);
  benchmark::print_row("insert", insert, "punctures/s", k_target_rate, "target of the three", true);
  benchmark::print_row("trace + land + insert", 1 / (1 / land + 1 / insert), "punctures/s", k_target_rate, "target",
                       true);
  double strikes = 0;
  benchmark::print_row("a whole member, its pattern's statistics included", rate(patch, strikes), "punctures/s",
                       k_target_summary, "target: a million in 5 s", true);
  const study::Model face =
      model_of({"site.area=40 cm2", "technique.passes=100", "technique.force=5 N", "course.sessions=1"});
  rate(face, strikes);
  benchmark::print_row("memory of one member a million punctures", benchmark::peak_bytes() * 1e6 / strikes, "bytes",
                       k_target_bytes, "target", false);
}
