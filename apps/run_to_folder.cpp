#include <fmt/format.h>

#include <cerrno>
#include <chrono>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/checkpoint.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/work_folder.hpp"
#include "percuta/storage/write_file.hpp"
#include "percuta/study/study.hpp"
#include "run_facts.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// A run under way: its checkpoint, progress and facts.
class Run {
 public:
  Run(Context& context, const study::Model& model, const storage::WorkFolder& work)
      : checkpoint_(work.members, model.inputs_hash),
        progress_(context.options, "members"),
        control_(control_of(context)) {
    control_.progress = [this](std::uint32_t done, std::uint32_t all) { progress_.show(done, all); };
    control_.keep = [this](std::uint32_t member, const std::vector<double>& numbers) {
      checkpoint_.keep(member, numbers);
    };
    control_.recall = [this](std::uint32_t member, std::vector<double>& numbers) {
      return checkpoint_.recall(member, numbers);
    };
    facts_ = facts_of(context, control_);
  }

  run::Record go(const study::Model& model, const Units& units) {
    const auto start = std::chrono::steady_clock::now();
    run::Record record = run::run(model, control_, units);
    facts_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    facts_.finished = moment();
    return record;
  }

  const report::RunFacts& facts() const { return facts_; }

 private:
  storage::Checkpoint checkpoint_;
  Progress progress_;
  run::RunControl control_;
  report::RunFacts facts_;
};

/// Leaves what shapes the results beside the finished members. Throws InputError when members of another study lie
/// there.
void keep_inputs(const study::Model& model, const storage::WorkFolder& work) {
  const fs::path file = work.members / "inputs.toml";
  std::error_code failure;
  if (fs::is_regular_file(file, failure)) {
    const std::string key = study::first_difference(read_file(file), model.inputs_text);
    if (!key.empty()) {
      throw InputError(
          fmt::format("the run that was stopped has another '{}': its members do not belong to this study", key),
          "run it without --resume to begin anew, or choose another folder with -o");
    }
  }
  storage::make_folder(work.members);
  storage::write_file(file, model.inputs_text);
}

void tell(const Context& context, const run::Record& record, const fs::path& out) {
  if (context.options.json) {
    print(report::results_json(record));
  } else {
    print(report::summary_text(record, wants_color(context.options)));
  }
  say(context.options, fmt::format("\nRun folder  {}\nReport      {}", out.string(), (out / "report.html").string()));
}

/// How to name a study that is there, or to have one; "" when neither is known.
std::string hint_for_absent(const fs::path& file, const Context& context) {
  std::error_code failure;
  const fs::path ended = file.string() + ".toml";
  if (fs::is_regular_file(ended, failure)) return fmt::format("did you mean '{}'?", ended.string());
  const fs::path name = file.extension() == ".toml" ? fs::path(file).replace_extension() : file;
  for (const study::System& system : study::load_catalogue(context.data, context.units).system) {
    if (system.id != name || system.study.empty()) continue;
    return fmt::format("`percuta new {0}` writes {0}.toml, a study to start from", system.id);
  }
  return "";
}

}  // namespace

fs::path named_study(const Context& context) {
  const fs::path file = context.options.words.front();
  std::error_code failure;
  if (fs::status(file, failure).type() != fs::file_type::not_found) return file;
  const std::string hint = hint_for_absent(file, context);
  if (hint.empty()) return file;  // reading it tells the rest
  throw FileError(
      fmt::format("{} cannot be opened: {}\n  hint: {}", file.string(), std::generic_category().message(ENOENT), hint));
}

study::Overrides overrides_of(const Options& options) {
  study::Overrides overrides;
  overrides.settings = options.settings;
  if (options.seed) overrides.settings.push_back(fmt::format("seed={}", *options.seed));
  if (options.members) overrides.settings.push_back(fmt::format("ensemble.members={}", *options.members));
  overrides.allow.assign(options.allow.begin(), options.allow.end());
  return overrides;
}

fs::path template_file(const DataFolder& data) {
  for (const fs::path& folder : data.search_path()) {
    const fs::path candidate = folder.parent_path() / "viewer" / "dist" / "report.html";
    if (fs::exists(candidate)) return candidate;
  }
  throw FileError(
      "the report page's template (viewer/dist/report.html) is missing beside the data folder; install Percuta again");
}

run::Record run_to_folder(Context& context, const fs::path& study_file, const fs::path& out) {
  if (!context.options.fail_on.empty()) {
    throw InputError(fmt::format("--fail-on {}: this version judges no {}, so it could not fail on one",
                                 context.options.fail_on, context.options.fail_on == "limits" ? "limits" : "verdicts"),
                     "leave it out; safety refusals end with exit code 2 in any case");
  }
  const study::Model model = study::load(study_file, overrides_of(context.options), context.data, context.units);
  if (!model.can_run) run::run(model, {}, context.units);  // throws with the reason, before any file is touched
  const std::string page_template = read_file(template_file(context.data));
  const storage::WorkFolder work =
      storage::prepare_work(out, context.options.resume, report::refuse_unless_replaceable);
  keep_inputs(model, work);
  run::Record record;
  storage::publish_work(work, [&] {
    Run run(context, model, work);
    record = run.go(model, context.units);
    report::write_run_folder(record, run.facts(), page_template, work.made);
  });
  return record;
}

int run_into(Context& context, const fs::path& study_file, const fs::path& out) {
  const run::Record record = run_to_folder(context, study_file, out);
  tell(context, record, out);
  if (context.options.browser) show_page(out / "report.html");
  return 0;
}

int run_study(Context& context) {
  const fs::path study_file = named_study(context);
  fs::path out = context.options.out;
  if (out.empty()) out = study_file.stem().string() + ".run";
  return run_into(context, study_file, out);
}

}  // namespace percuta::apps
