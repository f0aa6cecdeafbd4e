#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <system_error>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/draft.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

/// A run.json without a list of files is of a run from before there was one; those wrote these files, and any that
/// their resolved study names in `devices` and `measured`. What is new goes into the list of run.json, never in here.
bool is_of_unlisted_run(const fs::path& folder, const fs::path& name) {
  static const std::set<fs::path> known = {"study.resolved.toml",
                                           "results.json",
                                           "run.json",
                                           "summary.csv",
                                           "series.csv",
                                           "sweep.csv",
                                           "punctures.csv",
                                           "punctures.csv.gz",
                                           "report.html",
                                           "figures/puncture_map.svg",
                                           "figures/depth_histogram.svg",
                                           "figures/layer_reach.svg",
                                           "figures/force_displacement.svg",
                                           "figures/closure_course.svg",
                                           "figures/against_chance.svg"};
  const fs::path parent = name.parent_path();
  const std::string last = name.filename().string();
  if (known.contains(name)) return true;
  if (parent == "figures") return last.starts_with("sweep_") && last.ends_with(".svg");
  if (parent != "devices" && parent != "measured") return false;
  const fs::path study = folder / "study.resolved.toml";
  return fs::is_regular_file(study) && read_file(study).find(name.string()) != std::string::npos;
}

/// What a run folder may hold.
class OwnFiles {
 public:
  explicit OwnFiles(const fs::path& folder)
      : folder_(folder), listed_(files_in_run_json(read_file(folder / "run.json"))) {}

  /// A file that the run wrote, whole or in the making.
  bool holds(const fs::path& name) const {
    const std::string drafted = storage::drafted_name(name.filename().string());
    return is_own(name) || (!drafted.empty() && is_own(name.parent_path() / drafted));
  }

 private:
  bool is_own(const fs::path& name) const {
    if (!listed_) return is_of_unlisted_run(folder_, name);
    return std::binary_search(listed_->begin(), listed_->end(), name.generic_string());
  }

  fs::path folder_;
  std::optional<std::vector<std::string>> listed_;  ///< Sorted.
};

}  // namespace

bool is_run_folder(const fs::path& folder) {
  try {
    return is_run_json(read_file(folder / "run.json"));
  } catch (const FileError&) {
    return false;
  }
}

fs::path foreign_in_run_folder(const fs::path& folder) {
  const OwnFiles own(folder);
  fs::path first;
  std::error_code failure;
  auto entry = fs::recursive_directory_iterator(folder, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const fs::path name = entry->path().lexically_relative(folder);
    const bool is_folder = entry->symlink_status().type() == fs::file_type::directory;
    if (!is_folder && !own.holds(name) && (first.empty() || name < first)) first = name;
  }
  if (failure) storage::throw_file_error("look through", folder, failure.value());
  return first;
}

void refuse_unless_replaceable(const fs::path& standing) {
  std::error_code failure;
  const bool is_folder = fs::symlink_status(standing, failure).type() == fs::file_type::directory;
  if (is_folder && fs::is_empty(standing, failure)) return;
  if (!is_folder || !is_run_folder(standing)) {
    throw FileError(fmt::format(
        "'{}' is there and is not a run folder of Percuta's; it will not be replaced: choose another with -o",
        standing.string()));
  }
  const fs::path foreign = foreign_in_run_folder(standing);
  if (foreign.empty()) return;
  throw FileError(
      fmt::format("'{}' also holds '{}', which is not Percuta's and would be lost: choose another folder with -o",
                  standing.string(), foreign.string()));
}

}  // namespace percuta::report
