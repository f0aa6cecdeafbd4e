#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "console.hpp"
#include "interrupt.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/checkpoint.hpp"
#include "percuta/storage/work_folder.hpp"
#include "percuta/study/study.hpp"
#include "run_facts.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

struct Choice {
  StudyChoice study;
  Computing computing;
  std::vector<std::string> over, show;
  std::string out;
  bool resume = false;
};

/// A study and the grid that it is run over.
struct Grid {
  std::vector<study::SweepAxis> axes;              ///< files named as they stand in the folder
  std::vector<std::vector<std::string>> settings;  ///< per point
  std::vector<std::vector<std::string>> values;    ///< of the axes, per point
  std::vector<std::string> shown;
  std::string title;
  report::KeptInputs inputs;
  std::vector<std::string> notes;
  std::vector<std::string> told;  ///< keys of the axes that the notes are about
};

/// Tells of the axes whose key shapes nothing at any point; `idle` per point.
void note_idle_axes(const std::vector<std::vector<study::IdleKey>>& idle, Grid& grid) {
  for (const study::SweepAxis& axis : grid.axes) {
    const study::IdleKey* found = nullptr;
    const auto find = [&](const std::vector<study::IdleKey>& keys) {
      const auto it =
          std::find_if(keys.begin(), keys.end(), [&](const study::IdleKey& key) { return key.path == axis.key; });
      found = it == keys.end() ? nullptr : &*it;
      return found != nullptr;
    };
    if (std::all_of(idle.begin(), idle.end(), find) && found != nullptr) {
      grid.notes.push_back(study::idle_axis_sentence(*found));
      grid.told.push_back(axis.key);
    }
  }
}

/// Tells of the axes that changed no number, and were not told before.
void note_flat_axes(const std::vector<std::string>& told, report::SweepTable& table) {
  for (const std::string& key : report::flat_keys(table)) {
    if (std::find(told.begin(), told.end(), key) == told.end()) {
      table.notes.push_back(fmt::format("The sweep over {} changed no number.", key));
    }
  }
}

/// As the results of a point, which are of the first session.
std::vector<run::UndefinedResult> of_first_session(std::vector<run::UndefinedResult> undefined) {
  std::erase_if(undefined, [](const run::UndefinedResult& one) { return one.session > 1; });
  return undefined;
}

/// Problems of a point's settings stand in --over, not in --set.
std::vector<Problem> named_over(std::vector<Problem> problems, const std::vector<std::string>& settings) {
  for (Problem& problem : problems) {
    const bool is_of_point = std::find(settings.begin(), settings.end(), problem.place.line_text) != settings.end();
    if (is_of_point && problem.place.file == "--set") problem.place.file = "--over";
  }
  return problems;
}

study::Model model_at(const Context& context, const Choice& choice, const std::vector<std::string>& settings) {
  study::Overrides overrides = overrides_of(choice.study);
  overrides.settings.insert(overrides.settings.end(), settings.begin(), settings.end());
  try {
    return study::load(named_study(choice.study, context), overrides, context.data, context.units);
  } catch (const InputError& error) {
    throw InputError(named_over(error.problems(), settings));
  }
}

/// What --over and --show ask for, else the study's [sweep]. Every point is read before one is run, so that a wrong
/// value costs no time.
Grid read_grid(const Context& context, const Choice& choice, std::uint32_t& members) {
  Grid grid;
  const study::Model base = model_at(context, choice, {});
  const auto& over = choice.over.empty() ? base.sweep.over : choice.over;
  for (const std::string& text : over) grid.axes.push_back(study::read_over(text, context.units));
  grid.settings = study::sweep_settings(grid.axes);
  grid.shown = choice.show.empty() ? base.sweep.show : choice.show;
  grid.title = base.title;
  report::KeptSweep kept(base, grid.axes);
  std::vector<std::vector<study::IdleKey>> idle;
  for (const std::vector<std::string>& point : grid.settings) {
    const study::Model model = model_at(context, choice, point);
    run::refuse_unbuilt(model);
    refuse_over_budget(model, choice.computing);
    members += model.members;
    grid.values.push_back(kept.add(model, point));
    idle.push_back(model.idle);
  }
  note_idle_axes(idle, grid);
  grid.axes = kept.axes();
  grid.inputs = kept.inputs(model_at(context, choice, kept.settings(over, grid.shown)));
  return grid;
}

/// Runs every point; members of an interrupted sweep are not computed again.
report::SweepTable run_grid(const Context& context, const Choice& choice, const Grid& grid,
                            const storage::WorkFolder& work, std::uint32_t all) {
  report::SweepTable table{grid.title, grid.axes, {}, grid.notes};
  Progress progress(context.options, choice.computing.progress, "members");
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < grid.settings.size(); ++i) {
    const study::Model model = model_at(context, choice, grid.settings[i]);
    storage::Checkpoint checkpoint(work.members / fmt::format("{:04}", i + 1), model.inputs_hash);
    run::RunControl control = control_of(context, choice.computing);
    control.progress = [&](std::uint32_t done, std::uint32_t) { progress.show(before + done, all); };
    control.keep = [&](std::uint32_t member, const std::vector<double>& numbers) { checkpoint.keep(member, numbers); };
    control.recall = [&](std::uint32_t member, std::vector<double>& numbers) {
      return checkpoint.recall(member, numbers);
    };
    control.with_chance = false;
    const run::Record record = run::run(model, control, context.units);
    before += model.members;
    table.points.push_back({grid.values[i], record.results, of_first_session(record.undefined)});
  }
  note_flat_axes(grid.told, table);
  return table;
}

report::SweepTable sweep_into(const Context& context, const Choice& choice, const Grid& grid, const fs::path& out,
                              std::uint32_t members) {
  const storage::WorkFolder work = storage::prepare_work(out, choice.resume, [&](const fs::path& standing) {
    report::refuse_unless_replaceable(standing);
    if (choice.out.empty()) report::refuse_other_inputs(standing, report::FolderKind::sweep, grid.inputs);
  });
  const Stopping stopping([&work] { return storage::stopped_words(work, run::RunControl().when_stopped); });
  report::SweepTable table;
  storage::publish_work(work, [&] {
    report::RunFacts facts = facts_of(context, control_of(context, choice.computing));
    const auto start = std::chrono::steady_clock::now();
    table = run_grid(context, choice, grid, work, members);
    facts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    facts.finished = moment();
    report::write_sweep_folder(table, grid.shown, grid.inputs, facts, work.made);
  });
  return table;
}

int sweep_study(const Context& context, const Choice& choice) {
  std::uint32_t members = 0;
  const Grid grid = read_grid(context, choice, members);
  fs::path out = choice.out;
  if (out.empty()) out = fs::path(choice.study.file).stem().string() + ".sweep";
  for (const std::string& note : grid.notes) say(context.options, note);  // before it takes its time
  const report::SweepTable table = sweep_into(context, choice, grid, out, members);
  print(context.options.json ? report::sweep_json(table)
                             : shown(report::sweep_text(table, report::shown_quantities(table, grid.shown))));
  say(context.options, fmt::format("\nSweep folder  {}", out.string()));
  return 0;
}

std::vector<Option> own_options(Choice& choice) {
  return {{.names = "--over",
           .help = "A key and its values: device.needle.length=0.5..1.5 mm:5 (5 points, both ends in) or key=a,b,c; "
                   "several make a grid (default: the study's [sweep])",
           .target = &choice.over,
           .type = "KEY=VALUES"},
          {.names = "--show",
           .help = "Quantity to print and draw, e.g. insertion.depth_in_place (may be repeated)",
           .target = &choice.show,
           .type = "QUANTITY"},
          {.names = "-o,--out",
           .help = "Folder to write (default: the study's name and .sweep)",
           .target = &choice.out,
           .type = "DIR",
           .offer = Offer::folders},
          {.names = "--resume",
           .help = "Continue an interrupted sweep; ends with the same bytes",
           .target = &choice.resume},
          over_budget_option(choice.computing),
          study_word(choice.study)};
}

}  // namespace

VerbUse sweep_verb() {
  const auto choice = std::make_shared<Choice>();
  return {together(study_options(choice->study), std::vector<Option>{threads_option(choice->computing.threads)},
                   computing_options(choice->computing), own_options(*choice)),
          [choice](Context& context) { return sweep_study(context, *choice); }};
}

}  // namespace percuta::apps
