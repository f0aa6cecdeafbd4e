#include <algorithm>
#include <numbers>
#include <thread>

#include "percuta/course/bench.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

namespace {

/// Strikes of one stroke: a drum lands every needle once a turn, a piston all of them with each strike, a placement
/// once.
double strikes_of(const strokes::Stroke& stroke, const device::Device& device) {
  const auto needles = static_cast<double>(device::needle_count(device));
  switch (device::manner_of(device.kind)) {
    case device::Manner::roll: {
      const double radius = device.drum.diameter / 2 + device.drum.rolling_share * device.needle.length;
      return stroke.length / (2 * std::numbers::pi * radius) * needles;
    }
    case device::Manner::glide:
      return stroke.length / stroke.speed * device.head.frequency * needles;
    case device::Manner::place:
    case device::Manner::inject:
      return needles;
  }
  return 0;
}

double expected_punctures(const study::Model& model, const course::SessionInputs& session) {
  if (!session.measured.empty()) return static_cast<double>(session.measured.size());
  const course::Inputs& inputs = model.inputs;
  const skin::Skin skin = course::skin_of(inputs);
  double strikes = 0;
  for (const strokes::Stroke& stroke :
       strokes::trace(session.technique, inputs.knowledge.hand, inputs.knowledge.injection, session.device, skin,
                      Member{model.seed, 0, model.members}, 1)) {
    strikes += strikes_of(stroke, session.device);
  }
  return strikes;
}

/// Punctures one core takes from the stroke to the statistics per second, and what one keeps in memory while it does.
constexpr double k_punctures_per_second = 0.55e6;
constexpr double k_bytes_per_puncture =
    sizeof(punctures::Puncture) + sizeof(insertion::Channel) + 2 * sizeof(std::int64_t);

}  // namespace

Cost estimate(const study::Model& model) {
  Cost cost;
  if (course::is_pressed_bench(model.inputs, model.experiment)) return cost;
  for (const course::SessionInputs& session : model.inputs.sessions) {
    const double punctures = expected_punctures(model, session);
    cost.punctures += static_cast<std::int64_t>(punctures);
    cost.bytes += punctures * k_bytes_per_puncture;
    cost.member_seconds += punctures / k_punctures_per_second;
  }
  return cost;
}

double expected_seconds(const study::Model& model, const Cost& cost, int threads) {
  const int cores = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return cost.member_seconds * (model.members + 1.0) / cores;
}

}  // namespace percuta::run
