#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "percuta/run/run.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

/// How a study is run into a folder.
struct RunChoice {
  StudyChoice study;
  Computing computing;
  std::string out, fail_on;
  bool resume = false, browser = true;
  bool profile = false;  ///< says where the time went
  bool replaces = true;  ///< an earlier run of whatever inputs; else only one of the same
};
std::vector<Option> run_options(RunChoice& choice);

/// Runs a study into a folder; `times` is told where the time goes.
run::Record run_to_folder(const Context& context, const RunChoice& choice, const study::Model& model,
                          const std::filesystem::path& out, StageTimes& times);

/// The same with a study's file, and says what came out and where it is.
int run_into(const Context& context, const RunChoice& choice, const std::filesystem::path& study_file,
             const std::filesystem::path& out);

}  // namespace percuta::apps
