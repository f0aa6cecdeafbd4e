#include "run_to_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "browser.hpp"
#include "console.hpp"
#include "interrupt.hpp"
#include "percuta/report/fields/fields.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/checkpoint.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/work_folder.hpp"
#include "percuta/storage/write_file.hpp"
#include "profile_text.hpp"
#include "run_facts.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// The median's patch under way in a run.h5: written so rarely that writing takes a small share of the time.
class KeptPatch {
 public:
  KeptPatch(fs::path file, std::string inputs_hash) : file_(std::move(file)), hash_(std::move(inputs_hash)) {}

  std::optional<transport::PatchKept> recall() const {
    const std::optional<report::RunFields> kept = report::recall_run_store(file_, hash_);
    if (!kept || kept->rooms.size() != 1) return std::nullopt;
    return report::patch_of(kept->rooms.front());
  }
  bool is_due() const { return std::chrono::steady_clock::now() - last_ >= pause_; }
  void keep(const transport::PatchKept& kept) {
    const auto began = std::chrono::steady_clock::now();
    report::write_run_store({hash_, {report::room_of(kept)}}, file_);
    last_ = std::chrono::steady_clock::now();
    pause_ = std::max<std::chrono::steady_clock::duration>(k_shortest_pause, k_pause_for_writing * (last_ - began));
  }

 private:
  static constexpr auto k_shortest_pause = std::chrono::seconds(2);
  static constexpr int k_pause_for_writing = 10;

  fs::path file_;
  std::string hash_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration pause_{};  ///< The first comes at once.
};

/// A run under way: its checkpoint, progress and facts.
class Run {
 public:
  Run(const Context& context, const Computing& computing, const study::Model& model, const storage::WorkFolder& work,
      StageTimes& times)
      : times_(times),
        checkpoint_(work.members, model.inputs_hash),
        patch_(work.members / "run.h5", model.inputs_hash),
        progress_(context.options, computing.progress, model.inputs.patch.is_wanted() ? "members, patch" : "members"),
        control_(control_of(context, computing)) {
    control_.times = &times;
    control_.progress = [this](std::uint32_t done, std::uint32_t all) { progress_.show(done, all); };
    control_.keep = [this](std::uint32_t member, const std::vector<double>& numbers) {
      checkpoint_.keep(member, numbers);
    };
    control_.recall = [this](std::uint32_t member, std::vector<double>& numbers) {
      return checkpoint_.recall(member, numbers);
    };
    control_.recall_patch = [this] { return patch_.recall(); };
    control_.is_patch_due = [this] { return patch_.is_due(); };
    control_.keep_patch = [this](const transport::PatchKept& kept) { patch_.keep(kept); };
    facts_ = facts_of(context, control_);
  }

  run::Record go(const study::Model& model, const Units& units) {
    const auto start = std::chrono::steady_clock::now();
    run::Record record = run::run(model, control_, units);
    facts_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    facts_.finished = moment();
    facts_.stages = times_.stages();
    return record;
  }

  const report::RunFacts& facts() const { return facts_; }

 private:
  StageTimes& times_;
  storage::Checkpoint checkpoint_;
  KeptPatch patch_;
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
    if (key.empty()) return;
    throw InputError(
        fmt::format("the run that was stopped has another '{}': its members do not belong to this study", key),
        "run it without --resume to begin anew, or choose another folder with -o");
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

}  // namespace

std::vector<Option> run_options(RunChoice& choice) {
  return together(study_options(choice.study), std::vector<Option>{threads_option(choice.computing.threads)},
                  computing_options(choice.computing),
                  std::vector<Option>{
                      {.names = "-o,--out",
                       .help = "Run folder to write",
                       .target = &choice.out,
                       .type = "DIR",
                       .offer = Offer::folders},
                      {.names = "--fail-on",
                       .help = "limits: exit 3 when a limit is passed; verdict: a run judges none, so it is refused",
                       .target = &choice.fail_on,
                       .values = {"limits", "verdict"}},
                      {.names = "--resume",
                       .help = "Continue an interrupted run; ends with the same bytes",
                       .target = &choice.resume},
                      over_budget_option(choice.computing),
                      {.names = "--profile",
                       .help = "Say on stderr where the time went, stage by stage; run.json holds it in any case",
                       .target = &choice.profile},
                      no_browser_option(choice.browser)});
}

run::Record run_to_folder(const Context& context, const RunChoice& choice, const study::Model& model,
                          const fs::path& out, StageTimes& times) {
  if (choice.fail_on == "verdict") {
    throw InputError("--fail-on verdict: a run judges no verdicts, so it could not fail on one",
                     "`percuta claims` and `percuta validate` do; a run takes --fail-on limits");
  }
  run::refuse_unbuilt(model);  // before any file is touched
  refuse_over_budget(model, choice.computing);
  const std::string page = read_file(page_template(context.data));
  const storage::WorkFolder work = storage::prepare_work(out, choice.resume, [&](const fs::path& standing) {
    report::refuse_unless_replaceable(standing);
    if (!choice.replaces) report::refuse_other_inputs(standing, report::FolderKind::run, report::inputs_of(model));
  });
  const Stopping stopping([&work] { return storage::stopped_words(work, run::RunControl().when_stopped); });
  run::Record record;
  storage::publish_work(work, [&] {
    keep_inputs(model, work);
    Run run(context, choice.computing, model, work, times);
    record = run.go(model, context.units);
    const StageTimer timer(&times, "page and files", StageTimer::Of::process);
    report::write_run_folder(record, run.facts(), page, work.made);
  });
  return record;
}

int run_into(const Context& context, const RunChoice& choice, const fs::path& study_file, const fs::path& out) {
  StageTimes times;
  const double began = process_seconds();
  const study::Model model = [&] {
    const StageTimer timer(&times, "study", StageTimer::Of::process);
    return study::load(study_file, overrides_of(choice.study), context.data, context.units);
  }();
  const run::Record record = run_to_folder(context, choice, model, out, times);
  tell(context, record, out);
  if (choice.profile) std::fputs(("\n" + profile_text(times.stages(), process_seconds() - began)).c_str(), stderr);
  if (choice.browser) show_page(out / "report.html");
  return choice.fail_on == "limits" && !run::holds_limits(record) ? 3 : 0;
}

}  // namespace percuta::apps
