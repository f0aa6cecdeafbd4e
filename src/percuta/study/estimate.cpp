#include <numbers>

#include "percuta/study/study.hpp"

namespace percuta::study {

namespace {

/// Strikes of one session: every stroke turns the drum, every turn lands every needle once.
double expected_punctures(const Model& model, const course::SessionInputs& session) {
  if (!device::is_built(session.device.kind)) return 0;
  const skin::Skin skin =
      skin::build(model.inputs.site, model.inputs.mechanics, model.inputs.person, model.inputs.window_area);
  const device::Drum& drum = session.device.drum;
  const double radius = drum.diameter / 2 + drum.rolling_share * session.device.needle.length;
  double travelled = 0;
  for (const strokes::Stroke& stroke :
       strokes::trace(session.technique, model.inputs.hand, skin.window, device::working_width(session.device),
                      Member{model.seed, 0, model.members}, 1)) {
    travelled += stroke.length;
  }
  return travelled / (2 * std::numbers::pi * radius) * static_cast<double>(device::needle_count(session.device));
}

/// Punctures one core traces, lands and inserts per second, and what one keeps in memory while it does.
constexpr double k_punctures_per_second = 1e6;
constexpr double k_bytes_per_puncture =
    sizeof(punctures::Puncture) + sizeof(insertion::Channel) + 2 * sizeof(std::int64_t);

}  // namespace

Cost estimate(const Model& model) {
  Cost cost;
  for (const course::SessionInputs& session : model.inputs.sessions) {
    const double punctures = expected_punctures(model, session);
    cost.punctures += static_cast<std::int64_t>(punctures);
    cost.bytes += punctures * k_bytes_per_puncture;
    cost.member_seconds += punctures / k_punctures_per_second;
  }
  return cost;
}

}  // namespace percuta::study
