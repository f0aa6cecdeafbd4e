#include <fmt/format.h>

#include <memory>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/compare/compare.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/write_file.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

struct Choice {
  std::string run;
  bool browser = true;
};

void refuse_what_has_no_page(const fs::path& folder) {
  if (!report::is_run_folder(folder)) {
    throw InputError(fmt::format("'{}' is not a run folder", folder.string()),
                     "`percuta run` makes one; it holds run.json");
  }
  if (report::kind_of_folder(folder) == report::FolderKind::run) return;
  throw InputError(fmt::format("'{}' is the folder of a sweep, which has no page", folder.string()),
                   "its numbers are in sweep.csv, its charts in figures");
}

/// Only the same study gives the same results: what others left cannot be made again here.
void refuse_other_results(const fs::path& folder, const study::Model& model) {
  std::string key = report::difference_of_folder(folder, report::inputs_of(model));
  std::error_code failure;
  const fs::path results = folder / "results.json";
  if (key.empty() && fs::is_regular_file(results, failure) &&
      report::read_results(read_file(results), results.string()).inputs_hash != model.inputs_hash) {
    key = "study.resolved.toml";
  }
  if (key.empty()) return;
  throw InputError(
      fmt::format("the page in '{}' cannot be made again: its results are of another '{}'", folder.string(), key),
      fmt::format("`percuta run {} -o DIR` runs the study as it is now into a folder of its own",
                  (folder / "study.resolved.toml").string()));
}

/// Runs the study again for a page whose data are gone; whatever else is in the folder stays.
void make_again(const Context& context, const fs::path& folder) {
  const study::Model model = study::load(folder / "study.resolved.toml", {}, context.data, context.units);
  refuse_other_results(folder, model);
  say(context.options, "The page's data are gone: running the study again.");
  const Computing computing;
  run::RunControl control = control_of(context, computing);
  Progress progress(context.options, computing.progress, "members");
  control.progress = [&progress](std::uint32_t done, std::uint32_t all) { progress.show(done, all); };
  const run::Record record = run::run(model, control, context.units);
  report::complete_run_folder(record, read_file(page_template(context.data)), folder);
}

int write_report(const Context& context, const Choice& choice) {
  const fs::path folder = choice.run, page = folder / "report.html";
  refuse_what_has_no_page(folder);
  const std::string data = fs::exists(page) ? report::data_of_page(read_file(page)) : "";
  if (data.empty()) {
    make_again(context, folder);
  } else {
    storage::write_file(page, report::page(read_file(page_template(context.data)), data));
  }
  print(fmt::format("{}\n", page.string()));
  if (choice.browser) show_page(page);
  return 0;
}

}  // namespace

VerbUse report_verb() {
  const auto choice = std::make_shared<Choice>();
  return {{no_browser_option(choice->browser),
           {.names = "run",
            .help = "Run folder",
            .target = &choice->run,
            .count = std::pair{1, 1},
            .offer = Offer::folders}},
          [choice](Context& context) { return write_report(context, *choice); }};
}

}  // namespace percuta::apps
