#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <thread>

#include "percuta/base/error.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace percuta::run {

namespace {

/// Strikes of a session: a drum lands every needle once a turn, a piston all of them with each strike, a placement
/// once.
double strikes_of(const strokes::Workload& work, const course::SessionInputs& session) {
  const device::Device& device = session.device;
  const auto needles = static_cast<double>(device::needle_count(device));
  switch (device::manner_of(device.kind)) {
    case device::Manner::roll: {
      const double radius = device.drum.diameter / 2 + device.drum.rolling_share * device.needle.length;
      return work.length / (2 * std::numbers::pi * radius) * needles;
    }
    case device::Manner::glide:
      return (work.length / session.technique.speed + work.dwell) * device.head.frequency * needles;
    case device::Manner::place:
    case device::Manner::inject:
      return work.strokes * needles;
  }
  return 0;
}

// What a strike, or a row of a measured map, takes on one core from the stroke to the statistics, and what the last run
// takes while its files are written and its evenness is held against chance. Measured on runs of 2e4 to 1e6; only for
// what `check` tells.
constexpr double k_strikes_per_second = 0.52e6, k_rows_per_second = 0.8e6;
constexpr double k_written_per_second = 0.5e6, k_rows_read_per_second = 2e6;
constexpr double k_asked_per_second = 0.17e6, k_most_asked = 1e5;  // against chance
constexpr double k_heals = 0.04, k_heals_session = 0.01;           // [s], whatever the strikes
constexpr double k_delivers = 0.25;                                // [s] of an active, whatever the strikes
constexpr double k_cell_seconds = 4e-5;   // [s] of a cell of a patch and an active; 2e-5 where none saturates
constexpr double k_cell_bytes = 450;      // of a cell and an active; 260 where none saturates
constexpr double k_delivers_even = 0.07;  // same, through holes all alike
constexpr double k_piece_session = 3e-5;  // [s] of a piece that heals by itself
constexpr double k_least_seconds = 0.1;
constexpr int k_bytes_of_strike = 120, k_bytes_of_row = sizeof(punctures::Landing), k_bytes_written = 180;
constexpr int k_bytes_at_rest = 15'000'000;  // the program, its data and the page's template
constexpr int k_copies_of_numbers = 2;       // the members' table, and the column of it that is sorted

/// Numbers that every member gives.
double numbers_of(const study::Model& model) {
  double size = 0;
  for (const auto& one : course::results(model.inputs, model.experiment, model.travel)) {
    size += static_cast<double>(one.column.size());
  }
  return size;
}

void add_session(const study::Model& model, const skin::Skin& skin, const course::SessionInputs& session, Cost& cost,
                 double& punctures) {
  double strikes = 0;
  if (session.measured.empty()) {
    const course::Knowledge& known = model.inputs.knowledge;
    const strokes::Workload work =
        strokes::workload(session.technique, known.hand, known.injection, session.device, skin);
    strikes = strikes_of(work, session);
    cost.bytes += work.strokes * sizeof(strokes::Stroke);
    cost.member_seconds += strikes / k_strikes_per_second;
    if (punctures == 0) cost.shared_seconds += std::min(strikes, k_most_asked) / k_asked_per_second;
  } else {
    strikes = static_cast<double>(session.measured.size());
    cost.bytes += strikes * k_bytes_of_row;
    cost.shared_bytes += strikes * k_bytes_of_row;
    cost.member_seconds += strikes / k_rows_per_second;
    cost.shared_seconds += strikes / k_rows_read_per_second;
  }
  punctures += strikes;
  cost.bytes += strikes * k_bytes_of_strike;
  cost.last_bytes += strikes * k_bytes_written;
  cost.shared_seconds += strikes / k_written_per_second;
}

void add_healing(const course::Inputs& inputs, Cost& cost) {
  const std::vector<double> sessions = course::session_times(inputs);
  const auto count = static_cast<double>(sessions.size());
  cost.member_seconds += k_heals + k_heals_session * count;
  if (!inputs.has_all_columns) return;
  const auto pieces = static_cast<double>(healing::map_pieces());
  const std::vector<double> told = healing::telling_times(sessions, inputs.plan.horizon.value, inputs.times);
  cost.member_seconds += k_piece_session * pieces * (1 + count);
  cost.bytes += pieces * static_cast<double>(told.size()) * (sizeof(healing::Tissue) + sizeof(healing::Moment));
}

/// The patch of the session that has most of them; its actives, also those that others turn into.
void add_patch(const course::Inputs& inputs, const skin::Skin& skin, Cost& cost) {
  if (!inputs.patch.is_wanted()) return;
  double asked = 0;
  for (const double time : inputs.times) asked += time <= course::uptake_times(inputs).back() ? 1 : 0;
  for (const course::SessionInputs& session : inputs.sessions) {
    const auto actives = static_cast<double>(course::told_actives(inputs, session).size());
    if (actives == 0) continue;
    const double cells = transport::patch_cells(inputs.patch, skin, session.product.amount);
    cost.patch_seconds += k_cell_seconds * cells * actives;
    if (cost.cells > 0) continue;  // fields are kept of the first
    cost.cells = cells;
    cost.fields = actives * std::max(1.0, asked);
    cost.patch_bytes = cells * (k_cell_bytes * actives + sizeof(double) * cost.fields);
  }
  if (!inputs.are_all_patches) return;
  cost.member_seconds += cost.patch_seconds;
  cost.bytes += cost.patch_bytes;
}

int core_count(int threads) {
  return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

int thread_count(const study::Model& model, int threads) {
  return static_cast<int>(
      std::min<std::uint32_t>(static_cast<std::uint32_t>(core_count(threads)), std::max(1U, model.members)));
}

}  // namespace

Cost estimate(const study::Model& model) {
  Cost cost;
  cost.shared_seconds = k_least_seconds;
  cost.shared_bytes = k_bytes_at_rest + k_copies_of_numbers * sizeof(double) * numbers_of(model) * model.members;
  const bool is_pressed = course::is_pressed_bench(model.inputs, model.experiment);
  if (model.experiment.is_cell()) {
    const auto actives = static_cast<double>(course::told_actives(model.inputs, model.inputs.sessions.front()).size());
    cost.member_seconds += (is_pressed ? k_delivers_even : k_delivers) * actives;
  }
  if (is_pressed) return cost;
  const skin::Skin skin = course::skin_of(model.inputs);
  double punctures = 0;
  for (const course::SessionInputs& session : model.inputs.sessions) add_session(model, skin, session, cost, punctures);
  if (!model.experiment.is_wanted()) {
    add_healing(model.inputs, cost);
    for (const course::SessionInputs& session : model.inputs.sessions) {
      cost.member_seconds += k_delivers * static_cast<double>(course::told_actives(model.inputs, session).size());
    }
    add_patch(model.inputs, skin, cost);
  }
  constexpr double k_most = 9'000'000'000'000'000'000;  // what the number can hold
  cost.punctures = static_cast<std::int64_t>(std::min(punctures, k_most));
  return cost;
}

double expected_seconds(const study::Model& model, const Cost& cost, int threads) {
  return cost.member_seconds * (model.members / static_cast<double>(thread_count(model, threads)) + 1) +
         cost.patch_seconds / core_count(threads) + cost.shared_seconds;
}

double expected_bytes(const study::Model& model, const Cost& cost, int threads) {
  return cost.shared_bytes + std::max({cost.bytes * thread_count(model, threads), cost.bytes + cost.last_bytes,
                                       cost.bytes + cost.patch_bytes});
}

std::string size_text(double bytes) {
  constexpr int k_step = 1000;
  constexpr const char* k_units[] = {"B", "kB", "MB", "GB", "TB", "PB"};
  std::size_t unit = 0;
  for (; unit + 1 < std::size(k_units) && std::round(bytes) >= k_step; ++unit) bytes /= k_step;
  return fmt::format("{:.{}f} {}", bytes, unit < 2 ? 0 : 1, k_units[unit]);
}

void refuse_over_budget(const study::Model& model, int threads, double memory_left) {
  const double wanted = expected_bytes(model, estimate(model), threads);
  if (wanted <= memory_left) return;
  throw InputError(
      fmt::format("this run takes about {} of memory, and {} are free here", size_text(wanted), size_text(memory_left)),
      model.inputs.patch.is_wanted()
          ? "a smaller patch.side, a larger patch.cell or fewer --threads take less; --over-budget runs it all the same"
          : "fewer --threads, a smaller site.area or fewer passes take less; --over-budget runs it all the same");
}

}  // namespace percuta::run
