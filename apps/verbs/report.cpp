#include <fmt/format.h>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/compare/compare.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/write_file.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

int write_report(Context& context) {
  const fs::path folder = context.options.words.front();
  if (!report::is_run_folder(folder)) {
    throw InputError(fmt::format("'{}' is not a run folder", folder.string()),
                     "`percuta run` makes one; it holds run.json");
  }
  const fs::path page = folder / "report.html";
  const std::string data = fs::exists(page) ? report::data_of_page(read_file(page)) : "";
  if (data.empty()) {
    say(context.options, "The page's data are gone: running the study again.");
    return run_into(context, folder / "study.resolved.toml", folder);
  }
  storage::write_file(page, report::page(read_file(template_file(context.data)), data));
  print(fmt::format("{}\n", page.string()));
  if (context.options.browser) show_page(page);
  return 0;
}

}  // namespace percuta::apps
