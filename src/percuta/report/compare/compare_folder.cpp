#include "percuta/report/compare/compare_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "percuta/base/error.hpp"
#include "percuta/report/compare/compare_json.hpp"
#include "percuta/report/compare/compare_table.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/storage/disk.hpp"
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

std::string draft_prefix(const fs::path& wanted) {
  return fmt::format(".{}.part-", wanted.filename().string());
}

/// A folder under a temporary name beside the wanted one; gone again unless it was moved there.
class DraftFolder {
 public:
  explicit DraftFolder(const fs::path& wanted)
      : path(storage::folder_of(wanted) / fmt::format("{}{}", draft_prefix(wanted), ::getpid())) {
    storage::make_folder(storage::folder_of(wanted));
    storage::remove_folder(path);
    storage::make_folder(path);
  }
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;
  ~DraftFolder() {
    std::error_code failure;
    fs::remove_all(path, failure);
  }
  fs::path path;
};

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
  const DraftFolder draft(folder);
  storage::write_file(draft.path / k_table, comparison_csv(runs));
  storage::write_file(draft.path / k_page, whole_page);
  storage::publish_folder(draft.path, folder, refuse_foreign);
}

void remove_comparison(const fs::path& given) {
  const fs::path folder = storage::named(given);
  refuse_foreign(folder);
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(storage::folder_of(folder), failure)) {
    if (entry.path().filename().string().starts_with(draft_prefix(folder))) storage::remove_folder(entry.path());
  }
  storage::remove_folder(folder);
}

}  // namespace percuta::report
