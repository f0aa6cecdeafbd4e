#include "percuta/claims/arms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "percuta/claims/assumed_inputs.hpp"
#include "percuta/course/stages.hpp"

namespace percuta::claims {

namespace {

const ClaimArm& arm_called(const ClaimFile& file, const std::string& name) {
  const auto found =
      std::find_if(file.arm.begin(), file.arm.end(), [&](const ClaimArm& arm) { return arm.name == name; });
  if (found == file.arm.end()) throw InputError(fmt::format("the claim's file has no arm '{}'", name));
  return *found;
}

/// What is assumed of the person, the skin and the first session; further sessions have the same inputs once more.
std::vector<AssumedInput> assumed_of(course::Inputs& inputs) {
  std::vector<AssumedInput> all = assumed_inputs([&](Visitor& visitor) { describe(inputs, visitor); });
  std::erase_if(all, [](const AssumedInput& input) { return input.path.starts_with("session."); });
  return all;
}

std::vector<std::string> paths_that_act(course::Inputs inputs, const Asked& asked) {
  std::vector<std::string> paths;
  for (const AssumedInput& input : assumed_of(inputs)) {
    if (course::can_act(input.path, asked)) paths.push_back(input.path);
  }
  return paths;
}

void turn(std::vector<AssumedInput> all, const std::string& path, double Quantity::* end) {
  for (const AssumedInput& input : all) {
    if (input.path == path) input.quantity->value = input.quantity->*end;
  }
}

/// `inputs` with the one at `path` moved to an end of its range, in every session that has it.
course::Inputs turned(course::Inputs inputs, const std::string& path, double Quantity::* end) {
  turn(assumed_of(inputs), path, end);
  for (std::size_t i = 1; i < inputs.sessions.size(); ++i) {
    course::SessionInputs& session = inputs.sessions[i];
    turn(assumed_inputs([&](Visitor& visitor) { describe(session, visitor); }), path, end);
  }
  return inputs;
}

/// As they stand in ArmRun::turned.
std::vector<course::Inputs> variants_of(const ArmRun& arm) {
  std::vector<course::Inputs> variants{arm.model.inputs};
  for (const std::string& path : arm.assumed) {
    variants.push_back(turned(arm.model.inputs, path, &Quantity::low));
    variants.push_back(turned(arm.model.inputs, path, &Quantity::high));
  }
  return variants;
}

/// What is simulated for an arm.
std::uint32_t variant_count(const ArmRun& arm) {
  return arm.model.members + 1 + 2 * static_cast<std::uint32_t>(arm.assumed.size());
}

/// Progress that goes on after `before` of `all`.
run::RunControl going_on(const run::RunControl& control, std::uint32_t before, std::uint32_t all) {
  run::RunControl inner = control;
  if (control.progress) {
    inner.progress = [&control, before, all](std::uint32_t done, std::uint32_t) {
      control.progress(before + done, all);
    };
  }
  return inner;
}

}  // namespace

double ArmRun::median(const run::Reading& reading, const Units& units) const {
  return run::read(turned, reading, units).front();
}

double ArmRun::turned_to(const std::string& path, End end, const run::Reading& reading, const Units& units) const {
  const auto found = std::find(assumed.begin(), assumed.end(), path);
  if (found == assumed.end()) return median(reading, units);
  const auto place = 2 * static_cast<std::size_t>(found - assumed.begin());
  return run::read(turned, reading, units).at(place + (end == End::low ? 1 : 2));
}

std::vector<std::string> arms_of(const ClaimTest& test) {
  std::vector<std::string> names = test.along;
  for (const std::string& name : {test.arm, test.versus, test.minus}) {
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

std::string Arms::key_of(const ClaimArm& arm, std::int64_t members) {
  return fmt::format("{}\n{}\n{}", arm.study, members, fmt::join(arm.set, "\n"));
}

void Arms::add(const ClaimFile& file) {
  for (const ClaimTest& test : file.test) {
    for (const std::string& name : arms_of(test)) {
      auto& quantities = known_[key_of(arm_called(file, name), file.members)].quantities;
      quantities.insert(test.quantity);
      quantities.insert(test.also.begin(), test.also.end());
    }
  }
}

Arms::Known& Arms::loaded(const ClaimArm& arm, std::int64_t members) {
  Known& known = known_.at(key_of(arm, members));
  if (known.is_loaded) return known;
  known.run.model = load_arm(arm.study, arm.set, members, data_, units_);
  known.run.assumed = paths_that_act(known.run.model.inputs, Asked(known.quantities));
  known.is_loaded = true;
  return known;
}

std::vector<Arms::Known*> Arms::waiting(const ClaimFile& file) {
  std::vector<Known*> waiting;
  for (const ClaimArm& arm : file.arm) {
    if (!known_.contains(key_of(arm, file.members))) continue;  // no test asks for it
    Known& known = loaded(arm, file.members);
    const bool is_listed = std::find(waiting.begin(), waiting.end(), &known) != waiting.end();
    if (!known.is_run && !is_listed) waiting.push_back(&known);
  }
  return waiting;
}

void Arms::run(const ClaimFile& file, const run::RunControl& wanted) {
  run::RunControl control = wanted;
  control.references = &references_;
  const std::vector<Known*> arms = waiting(file);
  std::uint32_t all = 0, done = 0;
  for (const Known* known : arms) all += variant_count(known->run);
  for (Known* known : arms) {
    const Asked asked(known->quantities);
    ArmRun& arm = known->run;
    arm.table = run::simulate_members(arm.model, going_on(control, done, all), asked);
    done += arm.model.members;
    arm.turned = run::simulate_variants(arm.model, variants_of(arm), going_on(control, done, all), asked);
    done += variant_count(arm) - arm.model.members;
    known->is_run = true;
  }
}

double Arms::seconds(const ClaimFile& file, int threads) {
  double seconds = 0;
  for (const Known* known : waiting(file)) {
    const study::Model& model = known->run.model;
    const double all = run::expected_seconds(model, run::estimate(model), threads);
    seconds += all * variant_count(known->run) / (model.members + 1.0);
  }
  return seconds;
}

const ArmRun& Arms::named(const ClaimFile& file, const std::string& name) const {
  return known_.at(key_of(arm_called(file, name), file.members)).run;
}

study::Model load_arm(const std::string& study, const std::vector<std::string>& settings, std::int64_t members,
                      const DataFolder& data, const Units& units) {
  static const std::string k_untreated = "device.name=none";
  study::Overrides overrides;
  overrides.settings = {fmt::format("ensemble.members={}", members), "seed=1"};
  for (const std::string& setting : settings) {
    if (setting != k_untreated) overrides.settings.push_back(setting);
  }
  study::Model model = study::load(data.find("studies", study), overrides, data, units);
  model.inputs.is_untreated = std::find(settings.begin(), settings.end(), k_untreated) != settings.end();
  return model;
}

}  // namespace percuta::claims
