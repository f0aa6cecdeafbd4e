#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "percuta/run/run.hpp"

/// Of what inputs the results in a folder are, so that they are never replaced by others unawares.
namespace percuta::report {

/// What a run or sweep folder keeps of its inputs.
struct KeptInputs {
  std::string version;  ///< Percuta's
  std::string resolved_toml;
  std::vector<study::OwnFile> own_files;
};
KeptInputs inputs_of(const study::Model& model);

enum class FolderKind { run, sweep };
/// Of a folder that has a run.json. Throws FileError.
FolderKind kind_of_folder(const std::filesystem::path& folder);

/// The key at which the inputs of a run or sweep folder differ from others, "" when they do not: "version" is Percuta's
/// own, "kept.<file>" a file that the study names, "study.resolved.toml" what cannot be read.
std::string difference_of_folder(const std::filesystem::path& folder, const KeptInputs& inputs);

/// Throws FileError, which names the key and what to do, unless nothing stands there or an earlier one of the same
/// kind and inputs. What is no folder of Percuta's is for `refuse_unless_replaceable`.
void refuse_other_inputs(const std::filesystem::path& standing, FolderKind kind, const KeptInputs& inputs);

}  // namespace percuta::report
