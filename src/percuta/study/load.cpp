#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "percuta/base/version.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/device_body.hpp"
#include "percuta/study/experiment_keys.hpp"
#include "percuta/study/measured_punctures.hpp"
#include "percuta/study/provenance.hpp"
#include "percuta/study/study.hpp"
#include "percuta/study/study_tree.hpp"

namespace percuta::study {

namespace {

/// One session's study file, read and checked.
struct SessionFile {
  StudyFile file;
  device::Device device;
  Lookup lookup;
};

/// Keys whose tables need a looked-up file behind them.
constexpr const char* k_looked_up[] = {"device",  "skin",      "mechanics", "hand",    "guidance",
                                       "contact", "injection", "closure",   "specimen"};

/// What can still be checked when device or site are unknown, so that a user sees all errors at once.
void read_choices(Node root, const Node& defaults, const Units& units, Problems& problems) {
  for (const char* key : k_looked_up) root = without(std::move(root), key);
  StudyFile file;
  read_members(root, &defaults, units, [&](Visitor& visitor) { describe_choices(file, visitor); }, problems);
}

safety::Product read_product(const std::string& name, std::string_view table, std::string_view key, const Node& root,
                             const DataFolder& data, const Units& units, Problems& problems) {
  try {
    return read_struct<safety::Product>(read_document(data.find("products", name)), nullptr, units);
  } catch (const InputError& error) {
    const Node* inner = root.find(table);
    const Node* value = inner == nullptr ? nullptr : inner->find(key);
    for (Problem problem : error.problems()) {
      if (problem.place.file.empty() && value != nullptr) problem.place = value->place();
      problems.add(std::move(problem));
    }
  }
  return {};
}

/// The products that the session names, each with its key.
std::vector<safety::ProductUse> products_of(const StudyFile& file, const Node& root, const DataFolder& data,
                                            const Units& units, Problems& problems) {
  std::vector<safety::ProductUse> uses;
  const auto add = [&](const std::string& name, const char* table, const char* key) {
    if (name.empty()) return;
    uses.push_back({fmt::format("{}.{}", table, key), read_product(name, table, key, root, data, units, problems)});
  };
  add(file.product.name, "product", "name");
  add(file.course.aftercare, "course", "aftercare");
  return uses;
}

/// Where a key stands in the study; the table's or the file's place when it came from a default.
Place place_of(const Node& root, const std::string& path) {
  const std::size_t dot = path.find('.');
  const Node* inner = root.find(path.substr(0, dot));
  if (inner == nullptr) return root.place();
  const Node* value = inner->find(path.substr(dot + 1));
  return value != nullptr ? value->place() : inner->key_place();
}

void check_safety(const SessionFile& session, const Node& root, const DataFolder& data, const Units& units,
                  Problems& problems) {
  const auto limits =
      read_struct<safety::Limits>(read_document(data.file("limits/contraindications.toml")), nullptr, units);
  const StudyFile& file = session.file;
  const safety::Treatment treatment{file.person,
                                    file.site,
                                    file.skin,
                                    file.mechanics,
                                    file.is_on_specimen,
                                    session.device,
                                    file.technique,
                                    file.injection,
                                    products_of(file, root, data, units, problems),
                                    file.research.overrides};
  for (safety::Refusal& refusal : safety::refuse(treatment, limits, units)) {
    problems.add({std::move(refusal.message), std::move(refusal.hint), place_of(root, refusal.key)});
  }
}

/// Adds a problem for needles that fit no head, or cannot be made.
void check_device(const device::Device& device, const Node& root, Problems& problems) {
  try {
    device::check(device);
  } catch (const InputError& error) {
    const Node* name = root.find("device")->find("name");
    for (Problem problem : error.problems()) {
      if (problem.place.file.empty() && name != nullptr) problem.place = name->place();
      problems.add(std::move(problem));
    }
  }
}

/// Reads one session. Adds problems; the result is usable only when none were added.
SessionFile read_session(const StudyTree& tree, const Node& root, const Overrides& overrides, const DataFolder& data,
                         const Units& units, Problems& problems) {
  SessionFile session;
  session.lookup = look_up(tree, root, overrides, data, problems);
  if (!session.lookup.is_complete) {
    read_choices(root, session.lookup.defaults, units, problems);
    return session;
  }
  const std::size_t before = problems.list().size();
  read_members(
      session.lookup.device, nullptr, units, [&](Visitor& visitor) { device::describe(session.device, visitor); },
      problems);
  check_body(session.device.kind, session.lookup.device, root, problems);
  session.file.device.kind = session.device.kind;
  session.file.is_on_specimen = session.lookup.is_specimen;
  read_members(
      root, &session.lookup.defaults, units, [&](Visitor& visitor) { describe(session.file, visitor); }, problems);
  if (problems.list().size() > before) return session;
  session.device.needle = session.file.device.needle;
  session.device.drum = session.file.device.drum;
  session.device.head = session.file.device.head;
  session.device.applicator = session.file.device.applicator;
  session.device.wear = session.file.device.wear;
  session.device.strength = session.file.device.strength;
  check_device(session.device, root, problems);
  if (session.file.experiment.is_wanted()) {
    check_experiment(session.file.experiment, session.device.kind, session.device.applicator.mass > 0, root, problems);
  }
  check_safety(session, root, data, units, problems);
  return session;
}

/// The same mistake seen in several sessions is told once.
void throw_distinct(const Problems& problems) {
  Problems distinct;
  std::set<std::tuple<std::string, int, int, std::string>> seen;
  for (const Problem& problem : problems.list()) {
    if (seen.insert({problem.place.file, problem.place.line, problem.place.column, problem.message}).second) {
      distinct.add(problem);
    }
  }
  distinct.throw_if_any();
}

std::vector<SessionFile> read_sessions(StudyTree& tree, const Overrides& overrides, const DataFolder& data,
                                       const Units& units) {
  Problems problems;
  tree.root = with_known_keys(std::move(tree.root), problems);
  const std::int64_t highest = highest_session(tree.root, problems);
  check_session_keys(tree.root, problems);
  std::vector<SessionFile> sessions;
  sessions.push_back(read_session(tree, session_root(tree.root, 1), overrides, data, units, problems));
  throw_distinct(problems);
  const std::int64_t wanted = sessions.front().file.course.sessions;
  if (highest > wanted) {
    problems.add({fmt::format("[[session]] number {} is beyond the course's {} session{}", highest, wanted,
                              wanted == 1 ? "" : "s"),
                  "raise course.sessions", tree.root.find("session")->place()});
  }
  for (std::int64_t number = 2; number <= wanted; ++number) {
    const bool is_changed = number <= highest;
    sessions.push_back(is_changed
                           ? read_session(tree, session_root(tree.root, number), overrides, data, units, problems)
                           : read_session(tree, without(tree.root, "session"), overrides, data, units, problems));
  }
  throw_distinct(problems);
  return sessions;
}

/// Device files named by path go with the run; the study then names them where they will stand.
std::vector<OwnFile> keep_own_files(std::vector<SessionFile>& sessions) {
  std::vector<OwnFile> kept;
  for (SessionFile& session : sessions) {
    if (session.lookup.own_device.empty()) continue;
    const OwnFile mine{"devices/" + session.lookup.own_device.filename().string(),
                       read_file(session.lookup.own_device)};
    session.file.device.name = mine.name;
    const auto same =
        std::find_if(kept.begin(), kept.end(), [&](const OwnFile& other) { return other.name == mine.name; });
    if (same == kept.end()) {
      kept.push_back(mine);
    } else if (same->text != mine.text) {
      throw InputError(
          fmt::format("two different device files are called '{}'", session.lookup.own_device.filename().string()),
          "give them different names");
    }
  }
  return kept;
}

course::Inputs inputs_of(const std::vector<SessionFile>& sessions) {
  const StudyFile& first = sessions.front().file;
  course::Inputs inputs{first.person,   first.skin,    first.site.area, first.mechanics, first.hand,
                        first.guidance, first.contact, first.injection, first.closure,   {}};
  if (first.is_on_specimen) inputs.specimen = first.specimen;
  for (const SessionFile& session : sessions) {
    inputs.sessions.push_back({session.device, session.file.technique, session.file.product.cover, {}});
  }
  return inputs;
}

/// Reads the table of punctures that the study names and keeps it with the run.
void add_measured(std::vector<SessionFile>& sessions, const StudyTree& tree, const Overrides& overrides, Model& model) {
  const std::string name = sessions.front().file.measured.from;
  if (name.empty()) return;
  try {
    const std::filesystem::path path = path_beside(name, "table of punctures", tree, overrides);
    if (!std::filesystem::exists(path)) {
      throw InputError(fmt::format("there is no table of punctures '{}'", name), "it stands beside the study");
    }
    auto landings = read_landings(path, static_cast<std::int64_t>(sessions.size()));
    for (std::size_t i = 0; i < landings.size(); ++i) model.inputs.sessions[i].measured = std::move(landings[i]);
    const OwnFile kept{"measured/" + path.filename().string(), read_file(path)};
    for (SessionFile& session : sessions) session.file.measured.from = kept.name;
    model.own_files.push_back(kept);
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    const Node* from = tree.root.find("punctures")->find("from");
    for (Problem& problem : problems) {
      if (problem.place.file.empty() && from != nullptr) problem.place = from->place();
    }
    throw InputError(problems);
  }
}

}  // namespace

Model load(const std::filesystem::path& study_file, const Overrides& overrides, const DataFolder& data,
           const Units& units) {
  StudyTree tree = read_tree(study_file, overrides.settings);
  std::vector<SessionFile> sessions = read_sessions(tree, overrides, data, units);
  Model model;
  model.own_files = keep_own_files(sessions);
  const SessionFile& first = sessions.front();
  model.title = first.file.title;
  model.version = version();
  model.seed = static_cast<std::uint64_t>(first.file.seed);
  model.members = static_cast<std::uint32_t>(first.file.ensemble.members);
  model.inputs = inputs_of(sessions);
  add_measured(sessions, tree, overrides, model);
  for (const std::string& word : first.file.research.overrides) {
    model.warnings.push_back(
        fmt::format("Research override: '{}' is refused outside research, and simulated here.", word));
  }
  model.subject = subject_of(first.file, first.device, first.lookup.device_name, units);
  model.sweep = first.file.sweep;
  if (!model.sweep.over.empty()) {
    model.warnings.push_back("The study's [sweep] is for `percuta sweep`: one run leaves it aside.");
  }
  std::vector<StudyFile> files;
  for (const SessionFile& session : sessions) {
    files.push_back(session.file);
    files.back().sweep = {};  // varies runs, and is no part of one
    files.back().has_course = !session.file.experiment.is_wanted();
    files.back().has_technique = !course::is_straight(session.file.experiment, session.device.kind);
  }
  add_provenance(files, data, units, model);
  add_missing_rooms(files, tree.root.find("rf") != nullptr, model);
  // A window larger than its site shows before anything runs.
  course::skin_of(model.inputs);
  model.experiment = first.file.experiment;
  if (model.experiment.is_wanted()) {
    model.travel = course::press_travel(model.inputs, model.experiment, Member{model.seed, 0, model.members});
  }
  return model;
}

}  // namespace percuta::study
