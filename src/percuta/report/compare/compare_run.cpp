#include "percuta/report/compare/compare_run.hpp"

#include <fmt/format.h>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/report/compare/compare_json.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/disk.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

void refuse_foreign(const fs::path& folder) {
  std::error_code failure;
  const std::string name = folder.string();
  if (!fs::exists(folder, failure)) throw InputError(fmt::format("there is no folder '{}'", name));
  if (!is_run_folder(folder)) {
    throw InputError(fmt::format("'{}' is not a run folder", name), "`percuta run` makes one; it holds run.json");
  }
  if (!fs::is_regular_file(folder / "results.json", failure)) {
    throw InputError(fmt::format("'{}' holds no results.json", name),
                     fmt::format("`percuta run {}/study.resolved.toml -o DIR` makes the run again", name));
  }
}

/// What only the page keeps of a run: its maps, histogram and curves as they are drawn, and what its results mean.
std::string page_data_of(const fs::path& folder) {
  std::error_code failure;
  const fs::path page = folder / "report.html";
  return fs::is_regular_file(page, failure) ? data_of_page(read_file(page)) : "";
}

}  // namespace

KeptRun read_run(const fs::path& given) {
  const fs::path folder = storage::named(given);
  refuse_foreign(folder);
  KeptRun run = read_results(read_file(folder / "results.json"), (folder / "results.json").string());
  run.folder = folder.string();
  run.resolved_toml = read_file(folder / "study.resolved.toml");
  run.page_data = page_data_of(folder);
  if (!run.page_data.empty() && page_hash(run.page_data) != run.inputs_hash) {
    throw InputError(fmt::format("the page in '{}' is not of the run beside it: report.html and results.json name "
                                 "different inputs",
                                 run.folder),
                     fmt::format("remove {0}/report.html, then `percuta report {0}` makes it again", run.folder));
  }
  return run;
}

std::string data_of_page(const std::string& page) {
  const std::string opening = "id=\"percuta-data\">";
  const std::size_t start = page.find(opening);
  if (start == std::string::npos) return "";
  const std::size_t from = start + opening.size();
  const std::size_t end = page.find('<', from);  // the data hold no '<'
  return end == std::string::npos ? "" : page.substr(from, end - from);
}

}  // namespace percuta::report
