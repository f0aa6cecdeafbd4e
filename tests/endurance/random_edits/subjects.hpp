#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"

/// What is edited, and what must bear it.
namespace percuta::random_edits {

/// Files that belong together; each in its turn is edited. Their main one is a study, or "run.h5".
struct Subject {
  std::string name;
  std::map<std::string, std::string> files;  ///< content by name
};

constexpr const char* k_study = "study.toml";
constexpr const char* k_fields = "run.h5";

/// Examples, the studies that `new` writes, those that users stumbled over, one study for each device file, a measured
/// map packed and not, and a file of fields.
std::vector<Subject> subjects(const DataFolder& data);

/// What an edited subject came to. Anything else that is thrown is a fault.
enum class Outcome { accepted, refused };

/// What a try needs beside the files.
struct Tools {
  DataFolder data;
  Units units;
};

/// Reads the subject in `folder` as `check` does; runs it when `is_run` and it takes but a moment. Throws what no user
/// should meet.
Outcome outcome_of(const std::filesystem::path& folder, const Tools& tools, bool is_run);

/// A file's edited bytes as a reader meets them: the seal of a file of fields fits what it holds.
std::string with_seal(const std::string& name, std::string bytes);

}  // namespace percuta::random_edits
