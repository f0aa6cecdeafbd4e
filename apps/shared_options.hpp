#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "console.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"
#include "verb.hpp"

/// Options that several verbs take, in groups.
namespace percuta::apps {

/// What every verb takes.
std::vector<Option> common_options(Options& options);

/// Which study, and what of it is overridden.
struct StudyChoice {
  std::string file;
  std::vector<std::string> settings;  ///< --set
  std::vector<std::string> allow;     ///< --allow
  std::optional<std::uint64_t> seed;
  std::optional<std::uint32_t> members;  ///< -n
  std::string columns;                   ///< "" = as the study says
};
Option study_word(StudyChoice& choice);
std::vector<Option> study_options(StudyChoice& choice);
Option members_option(std::optional<std::uint32_t>& members);

/// The overrides that -n, --seed, --set and --allow ask for.
study::Overrides overrides_of(const StudyChoice& choice);

/// The study file that the command names. Throws FileError when it is not there and a mend is known: a study named
/// without its ending, or a system, whose study `new` writes.
std::filesystem::path named_study(const StudyChoice& choice, const Context& context);

/// How a long computation talks and counts.
struct Computing {
  int threads = 0;  ///< 0 = all cores
  std::string kernel = "auto";
  bool is_over_budget = false;  ///< run what takes more memory than is free
  ProgressStyle progress = ProgressStyle::automatic;
};
std::vector<Option> computing_options(Computing& computing);
Option threads_option(int& threads);
Option over_budget_option(Computing& computing);

/// Throws InputError for a study that takes more memory than is free, unless that is wanted.
void refuse_over_budget(const study::Model& model, const Computing& computing);

/// Threads, kernel and stop flag that the command line asks for.
run::RunControl control_of(const Context& context, const Computing& computing);

Option no_browser_option(bool& browser);

}  // namespace percuta::apps
