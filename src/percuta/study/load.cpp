#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "percuta/base/version.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/study/keys/idle_keys.hpp"
#include "percuta/study/keys/key_place.hpp"
#include "percuta/study/keys/patch_keys.hpp"
#include "percuta/study/limit_rows.hpp"
#include "percuta/study/measured_notes.hpp"
#include "percuta/study/own_files.hpp"
#include "percuta/study/product/product_words.hpp"
#include "percuta/study/provenance.hpp"
#include "percuta/study/session_file.hpp"
#include "percuta/study/study.hpp"

namespace percuta::study {

namespace {

/// The folders of data, the one that the study names first.
StudyData data_of(const StudyTree& tree, const Overrides& overrides, const DataFolder& data) {
  const Node* name = tree.root.find("data");
  const auto* text = name == nullptr ? nullptr : std::get_if<std::string>(&name->value);
  if (text == nullptr || text->empty()) return StudyData(data);  // what is no text is refused when the study is read
  Problems problems;
  try {
    const std::filesystem::path folder = path_beside(*text, "data folder", tree, overrides);
    if (!std::filesystem::is_directory(folder)) {
      throw InputError(fmt::format("there is no data folder '{}'", *text), "it stands beside the study");
    }
    return StudyData(data.with_further({folder}));
  } catch (const InputError& error) {
    add_at(tree.root, "data", error, problems);
  }
  problems.throw_if_any();
  return StudyData(data);
}

course::Inputs inputs_of(const std::vector<SessionFile>& sessions) {
  const StudyFile& first = sessions.front().file;
  course::Inputs inputs{first.person, first.site.area, first.knowledge, {}};
  inputs.plan = first.course;
  inputs.is_soothed = sessions.front().aftercare_soothes;
  const std::vector<std::string>& concerns = first.site.concern;
  inputs.is_expression_line = std::find(concerns.begin(), concerns.end(), "expression line") != concerns.end();
  inputs.times.assign(first.outputs.times.begin(), first.outputs.times.end());
  std::vector<bool> are_alike;
  are_alike.reserve(sessions.size());
  for (const SessionFile& session : sessions) are_alike.push_back(!session.is_changed);
  const course::TracedSessions traced = course::traced_sessions(are_alike, first.seed);
  for (const std::size_t index : traced.sessions) {
    const SessionFile& session = sessions[index];
    inputs.sessions.push_back({session.device,
                               session.file.technique,
                               session.file.product.cover,
                               {},
                               static_cast<std::uint32_t>(index + 1),
                               session.is_numbed,
                               session.file.product,
                               index == traced.sessions.front() || session.is_changed});
    for (const transport::NamedActive& active : session.actives) {
      const auto is_it = [&](const transport::NamedActive& one) { return one.name == active.name; };
      if (std::any_of(inputs.actives.begin(), inputs.actives.end(), is_it)) continue;
      inputs.actives.push_back(active);
    }
  }
  inputs.traced = traced.of_session;
  return inputs;
}

/// The sessions' safety notes, the same note once.
std::vector<std::string> safety_notes_of(const std::vector<SessionFile>& sessions) {
  std::vector<std::string> notes;
  for (const SessionFile& session : sessions) {
    for (const std::string& note : session.safety_notes) {
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  return notes;
}

/// What a reader of the results must know of the study behind them.
std::vector<std::string> warnings_of(const std::vector<SessionFile>& sessions, const std::vector<IdleKey>& idle,
                                     const Units& units) {
  std::vector<std::string> warnings = safety_notes_of(sessions);
  const StudyFile& first = sessions.front().file;
  for (const std::string& word : first.research.overrides) {
    warnings.push_back(fmt::format("Research override: '{}' is refused outside research, and simulated here.", word));
  }
  if (!first.sweep.over.empty()) {
    warnings.emplace_back("The study's [sweep] is for `percuta sweep`: one run leaves it aside.");
  }
  for (const auto& sentences :
       {idle_sentences(idle_keys_that_are_set(sessions, units)), idle_axis_sentences(first.sweep, idle)}) {
    warnings.insert(warnings.end(), sentences.begin(), sentences.end());
  }
  return warnings;
}

std::vector<StudyFile> files_of(const std::vector<SessionFile>& sessions) {
  std::vector<StudyFile> files;
  files.reserve(sessions.size());
  for (const SessionFile& session : sessions) files.push_back(session.file);
  return files;
}

}  // namespace

Model load(const std::filesystem::path& study_file, const Overrides& overrides, const DataFolder& folders,
           const Units& units) {
  StudyTree tree = read_tree(study_file, overrides.settings);
  StudyData data = data_of(tree, overrides, folders);
  std::vector<SessionFile> sessions = read_sessions(tree, overrides, data, units);
  const StudyFile& first = sessions.front().file;
  Model model;
  model.title = first.title;
  model.version = version();
  model.seed = static_cast<std::uint64_t>(first.seed);
  model.members = static_cast<std::uint32_t>(first.ensemble.members);
  model.inputs = inputs_of(sessions);
  model.inputs.has_all_columns = first.ensemble.has_all_columns();
  model.inputs.patch = first.patch.plan();
  model.inputs.are_all_patches = first.ensemble.has_patches() && model.inputs.patch.is_wanted();
  model.experiment = first.experiment;
  model.sweep = first.sweep;
  const Bibliography bibliography = read_bibliography(data);
  if (!model.experiment.is_wanted()) model.limits = read_limits(data, units);
  MeasuredTable measured;
  for (const std::vector<OwnFile>& kept :
       {keep_devices(sessions), keep_measured(sessions, tree, overrides, model.inputs, measured),
        keep_data(data, sessions)}) {
    model.own_files.insert(model.own_files.end(), kept.begin(), kept.end());
  }
  model.subject = subject_of(first, sessions.front().device, units);
  model.subject.product_title = sessions.front().product_title;
  if (!first.product.name.empty()) model.subject.product = product_sentences(first.product, units);
  if (first.product.is_told() && !first.experiment.is_wanted()) {
    model.subject.product.push_back(scale_sentence(first, units));
  }
  model.idle = idle_keys(sessions, units);
  model.warnings = warnings_of(sessions, model.idle, units);
  add_provenance(files_of(sessions), bibliography, units, model);
  add_missing_rooms(files_of(sessions), tree.root.find("rf") != nullptr, model);
  // A window larger than its site shows before anything runs.
  const skin::Skin skin = course::skin_of(model.inputs);
  if (!model.experiment.is_wanted()) check_patch(sessions, model.inputs, skin, tree.root);
  if (!course::is_pressed_bench(model.inputs, model.experiment)) {
    for (std::string& note : measured_notes(measured, tree.root, skin, units))
      model.warnings.push_back(std::move(note));
  }
  if (model.experiment.is_wanted()) {
    model.travel = course::press_travel(model.inputs, model.experiment, Member{model.seed, 0, model.members});
  }
  return model;
}

}  // namespace percuta::study
