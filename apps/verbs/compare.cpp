#include <fmt/format.h>

#include <memory>
#include <set>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/compare/compare.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_most_runs = 6;

struct Choice {
  std::vector<std::string> runs;
  std::string out;
  bool browser = true;
};

void refuse_count(std::size_t runs) {
  if (runs < 2) throw InputError("compare takes two runs or more", "`percuta compare RUN RUN [RUN ...]`");
  if (runs <= k_most_runs) return;
  throw InputError(fmt::format("compare sets at most {} runs side by side, not {}", k_most_runs, runs),
                   "compare some of them, or stack their summary.csv: its last but one column names the study");
}

std::vector<report::KeptRun> read_runs(const std::vector<std::string>& folders) {
  std::vector<report::KeptRun> runs;
  std::set<fs::path> seen;
  for (const std::string& folder : folders) {
    runs.push_back(report::read_run(folder));
    if (!seen.insert(fs::weakly_canonical(folder)).second) {
      throw InputError(fmt::format("'{}' is named twice", folder), "name each run once");
    }
  }
  return runs;
}

int compare_runs(const Context& context, const Choice& choice) {
  const Options& options = context.options;
  refuse_count(choice.runs.size());
  const std::vector<report::KeptRun> runs = read_runs(choice.runs);
  const auto differences = report::differences_of(runs);
  const auto warnings = report::comparison_warnings(runs);
  const fs::path out = choice.out.empty() ? "comparison" : choice.out;
  report::write_comparison(runs, differences, warnings, read_file(page_template(context.data)), out);
  print(options.json ? report::comparison_json(runs, differences, warnings)
                     : report::comparison_text(runs, differences, warnings, wants_color(options)));
  say(options,
      fmt::format("\nTable   {}\nPage    {}", (out / "compare.csv").string(), (out / "compare.html").string()));
  if (choice.browser) show_page(out / "compare.html");
  return 0;
}

}  // namespace

VerbUse compare_verb() {
  const auto choice = std::make_shared<Choice>();
  return {{no_browser_option(choice->browser),
           {.names = "runs",
            .help = "Run folders, two to six",
            .target = &choice->runs,
            .count = std::pair{1, -1},
            .offer = Offer::folders},
           {.names = "-o,--out",
            .help = "Folder for compare.csv and compare.html (default: comparison)",
            .target = &choice->out,
            .type = "DIR",
            .offer = Offer::folders}},
          [choice](Context& context) { return compare_runs(context, *choice); }};
}

}  // namespace percuta::apps
