#include "percuta/report/folder/kept_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/toml_text.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_study = "study.resolved.toml";
constexpr const char* k_sweep_table = "sweep.csv";

/// As study::first_difference takes it.
std::string document_of(const std::string& version, const std::string& resolved_toml) {
  return fmt::format("version = {}\n{}", toml_string(version), resolved_toml);
}

bool holds(const fs::path& folder, const study::OwnFile& own) {
  try {
    return read_file(folder / own.name) == own.text;
  } catch (const FileError&) {
    return false;
  }
}

std::string whose(FolderKind kind, const std::string& key) {
  const std::string one = kind == FolderKind::sweep ? "a sweep" : "the run";
  if (key == "version") return one + " of another version of Percuta";
  if (key == k_study) return one + " of a study that cannot be read";
  return fmt::format("{} of another '{}'", one, key);
}

}  // namespace

KeptInputs inputs_of(const study::Model& model) {
  return {model.version, model.resolved_toml, model.own_files};
}

FolderKind kind_of_folder(const fs::path& folder) {
  const auto files = files_in_run_json(read_file(folder / "run.json"));
  std::error_code failure;
  const bool has_table = files ? std::find(files->begin(), files->end(), k_sweep_table) != files->end()
                               : fs::exists(folder / k_sweep_table, failure);
  return has_table ? FolderKind::sweep : FolderKind::run;
}

std::string difference_of_folder(const fs::path& folder, const KeptInputs& inputs) {
  try {
    const std::string version = version_in_run_json(read_file(folder / "run.json"));
    std::string key = study::first_difference(document_of(version, read_file(folder / k_study)),
                                              document_of(inputs.version, inputs.resolved_toml));
    if (!key.empty()) return key;
  } catch (const FileError&) {
    return k_study;
  } catch (const InputError&) {
    return k_study;
  }
  for (const study::OwnFile& own : inputs.own_files) {
    if (!holds(folder, own)) return "kept." + own.name;
  }
  return "";
}

void refuse_other_inputs(const fs::path& standing, FolderKind kind, const KeptInputs& inputs) {
  if (!is_run_folder(standing)) return;
  const FolderKind found = kind_of_folder(standing);
  const std::string key = difference_of_folder(standing, inputs);
  if (found == kind && key.empty()) return;
  const std::string what = found == kind                ? whose(kind, key)
                           : found == FolderKind::sweep ? "a sweep"
                                                        : "the run of a study";
  throw FileError(
      fmt::format("'{0}' holds {1}, which would be lost\n  hint: -o {0} replaces it, -o with another name keeps both",
                  standing.string(), what));
}

}  // namespace percuta::report
