#include "percuta/report/compare/compare_folder.hpp"

#include <fmt/format.h>

#include "percuta/base/error.hpp"
#include "percuta/report/compare/compare_json.hpp"
#include "percuta/report/compare/compare_table.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/draft.hpp"
#include "percuta/storage/publish_folder.hpp"
#include "percuta/storage/write_file.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_table = "compare.csv";
constexpr const char* k_page = "compare.html";

/// Only nothing, an empty folder or an earlier comparison may be replaced.
void refuse_foreign(const fs::path& folder) {
  std::error_code failure;
  const fs::file_status status = fs::symlink_status(folder, failure);
  if (status.type() == fs::file_type::not_found) return;
  if (!fs::is_directory(status)) {
    throw FileError(fmt::format("'{}' is there and is no folder: choose another with -o", folder.string()));
  }
  auto entry = fs::directory_iterator(folder, failure);
  if (failure) storage::throw_file_error("look through", folder, failure.value());
  for (; entry != fs::directory_iterator(); entry.increment(failure)) {
    const std::string name = entry->path().filename().string();
    if (name == k_table || name == k_page) continue;
    throw FileError(
        fmt::format("'{}' holds '{}', which is no comparison's: choose another folder with -o", folder.string(), name));
  }
}

/// From the comparison to each run's own page; "" for a run that has none.
std::vector<std::string> links_from(const fs::path& folder, const std::vector<KeptRun>& runs) {
  const fs::path place = fs::weakly_canonical(fs::absolute(folder));
  std::vector<std::string> links;
  for (const KeptRun& run : runs) {
    const fs::path its_page = fs::weakly_canonical(fs::absolute(run.folder)) / "report.html";
    links.push_back(run.page_data.empty() ? "" : its_page.lexically_proximate(place).generic_string());
  }
  return links;
}

}  // namespace

void write_comparison(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                      const std::vector<std::string>& warnings, std::string_view page_template, const fs::path& given) {
  const fs::path folder = storage::named(given);
  refuse_foreign(folder);
  const std::string whole_page =
      page(page_template, comparison_page(runs, differences, warnings, links_from(folder, runs)));
  const storage::DraftFolder draft(folder);
  storage::write_file(draft.path() / k_table, comparison_csv(runs));
  storage::write_file(draft.path() / k_page, whole_page);
  storage::publish_folder(draft.path(), folder, refuse_foreign);
}

void remove_comparison(const fs::path& given) {
  const fs::path folder = storage::named(given);
  refuse_foreign(folder);
  storage::clear_drafts(folder);
  storage::remove_folder(folder);
}

}  // namespace percuta::report
