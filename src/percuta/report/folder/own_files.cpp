#include <fmt/format.h>

#include <set>
#include <string>
#include <system_error>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/publish_folder.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

bool is_our_name(const fs::path& name) {
  static const std::set<fs::path> known = {"study.resolved.toml",
                                           "results.json",
                                           "run.json",
                                           "summary.csv",
                                           "series.csv",
                                           "punctures.csv",
                                           "punctures.csv.gz",
                                           "report.html",
                                           "figures/puncture_map.svg",
                                           "figures/depth_histogram.svg",
                                           "figures/layer_reach.svg",
                                           "figures/force_displacement.svg",
                                           "figures/closure_course.svg",
                                           "figures/against_chance.svg",
                                           "sweep.csv",
                                           "run.h5",
                                           "fields/fields.vtr.series"};
  const std::string last = name.filename().string();
  const bool is_draft = last.starts_with('.') && last.find(".part-") != std::string::npos;
  const bool is_in_place = name == last || name.parent_path() == "figures" || name.parent_path() == "fields";
  const bool is_chart = name.parent_path() == "figures" && last.starts_with("sweep_") && last.ends_with(".svg");
  const bool is_field = name.parent_path() == "fields" && last.starts_with("fields_") && last.ends_with(".vtr");
  return known.contains(name) || is_chart || is_field || (is_draft && is_in_place);
}

/// Where files of the user's own are kept.
bool is_kept_folder(const fs::path& name) {
  return name == "devices" || name == "measured";
}

/// A file of the user's own kept with the run: its resolved study names it.
bool is_kept_file(const fs::path& name, const std::string& resolved_study) {
  return is_kept_folder(name.parent_path()) && resolved_study.find(name.string()) != std::string::npos;
}

std::string resolved_study_of(const fs::path& folder) {
  const fs::path file = folder / "study.resolved.toml";
  std::error_code failure;
  return fs::is_regular_file(file, failure) ? read_file(file) : "";
}

void refuse_unless_replaceable(const fs::path& wanted) {
  std::error_code failure;
  const fs::file_status status = fs::symlink_status(wanted, failure);
  const bool is_ours = fs::is_directory(status) && (fs::is_empty(wanted, failure) || is_run_folder(wanted));
  if (!is_ours) {
    throw FileError("'" + wanted.string() +
                    "' is not a Percuta run folder and will not be replaced: choose another output folder");
  }
  const fs::path foreign = foreign_in_run_folder(wanted);
  if (!foreign.empty()) {
    throw FileError("'" + wanted.string() + "' also holds '" + foreign.string() +
                    "', which is not Percuta's, and will not be replaced: choose another output folder");
  }
}

}  // namespace

fs::path foreign_in_run_folder(const fs::path& folder) {
  const std::string resolved = resolved_study_of(folder);
  fs::path first;
  std::error_code failure;
  auto entry = fs::recursive_directory_iterator(folder, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    const fs::path name = entry->path().lexically_relative(folder);
    const bool is_folder = entry->symlink_status().type() == fs::file_type::directory;
    const bool is_ours = is_folder ? name == "figures" || name == "fields" || is_kept_folder(name)
                                   : is_our_name(name) || is_kept_file(name, resolved);
    if (!is_ours && (first.empty() || name < first)) first = name;
  }
  if (failure) storage::throw_file_error("look through", folder, failure.value());
  return first;
}

void publish_run_folder(const fs::path& made, const fs::path& wanted) {
  storage::publish_folder(made, wanted, refuse_unless_replaceable);
}

}  // namespace percuta::report
