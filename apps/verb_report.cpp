#include <fmt/format.h>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/report.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// The page's data as it stands in a report.html, "" when there is none.
std::string data_of_page(const fs::path& page) {
  if (!fs::exists(page)) return "";
  const std::string text = read_file(page);
  const std::string opening = "id=\"percuta-data\">";
  const std::size_t start = text.find(opening);
  if (start == std::string::npos) return "";
  const std::size_t from = start + opening.size();
  const std::size_t end = text.find('<', from);  // the data hold no '<'
  return end == std::string::npos ? "" : text.substr(from, end - from);
}

}  // namespace

int write_report(Context& context) {
  const fs::path folder = context.options.words.front();
  if (!report::is_run_folder(folder)) {
    throw InputError(fmt::format("'{}' is not a run folder", folder.string()),
                     "`percuta run` makes one; it holds run.json");
  }
  const fs::path page = folder / "report.html";
  const std::string data = data_of_page(page);
  if (data.empty()) {
    say(context.options, "The page's data are gone: running the study again.");
    return run_into(context, folder / "study.resolved.toml", folder);
  }
  report::write_file(page, report::page(read_file(template_file(context.data)), data));
  print(fmt::format("{}\n", page.string()));
  if (context.options.browser) show_page(page);
  return 0;
}

}  // namespace percuta::apps
