#include <fmt/format.h>

#include <memory>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/compare/compare.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/write_file.hpp"
#include "run_to_folder.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

struct Choice {
  std::string run;
  bool browser = true;
};

int write_report(const Context& context, const Choice& choice) {
  const fs::path folder = choice.run;
  if (!report::is_run_folder(folder)) {
    throw InputError(fmt::format("'{}' is not a run folder", folder.string()),
                     "`percuta run` makes one; it holds run.json");
  }
  const fs::path page = folder / "report.html";
  const std::string data = fs::exists(page) ? report::data_of_page(read_file(page)) : "";
  if (data.empty()) {
    say(context.options, "The page's data are gone: running the study again.");
    RunChoice again;
    again.browser = choice.browser;
    return run_into(context, again, folder / "study.resolved.toml", folder);
  }
  storage::write_file(page, report::page(read_file(page_template(context.data)), data));
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
