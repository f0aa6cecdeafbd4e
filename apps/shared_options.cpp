#include "shared_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/base/files/memory_left.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t k_fewest_members = 4;
constexpr std::uint64_t k_most_members = 100000;
constexpr std::uint64_t k_most_seed = 9007199254740991;  // the largest that a study file keeps exactly
constexpr std::uint64_t k_most_threads = 1024;

constexpr std::array<std::pair<const char*, ProgressStyle>, 4> k_styles = {{{"auto", ProgressStyle::automatic},
                                                                            {"bar", ProgressStyle::bar},
                                                                            {"json", ProgressStyle::json},
                                                                            {"none", ProgressStyle::none}}};

ProgressStyle style_named(const std::string& word) {
  for (const auto& [name, style] : k_styles) {
    if (word == name) return style;
  }
  throw InputError(fmt::format("--progress takes auto, bar, json or none, not '{}'", word));
}

/// How to name a study that is there, or to have one; "" when neither is known.
std::string hint_for_absent(const fs::path& file, const Context& context) {
  std::error_code failure;
  const fs::path ended = file.string() + ".toml";
  if (fs::is_regular_file(ended, failure)) return fmt::format("did you mean '{}'?", ended.string());
  const fs::path name = file.extension() == ".toml" ? fs::path(file).replace_extension() : file;
  for (const study::System& system : study::load_catalogue(context.data, context.units).system) {
    if (system.id != name || system.study.empty()) continue;
    return fmt::format("`percuta new {0}` writes {0}.toml, a study to start from", system.id);
  }
  return "";
}

}  // namespace

std::vector<Option> common_options(Options& options) {
  return {{.names = "--data",
           .help = "Folder with further devices, sites, products (may be repeated)",
           .target = &options.data,
           .type = "DIR",
           .offer = Offer::folders},
          {.names = "--quiet", .help = "Only results and errors", .target = &options.quiet},
          {.names = "!--no-color", .help = "Plain text", .target = &options.color},
          {.names = "--json", .help = "Machine-readable output on stdout", .target = &options.json}};
}

Option study_word(StudyChoice& choice) {
  return {.names = "study",
          .help = "Study file (.toml)",
          .target = &choice.file,
          .count = std::pair{1, 1},
          .offer = Offer::studies};
}

Option members_option(std::optional<std::uint32_t>& members) {
  return {.names = "-n,--members",
          .help = "Ensemble members behind each interval (4 to 100000)",
          .target = &members,
          .range = std::pair{k_fewest_members, k_most_members}};
}

std::vector<Option> study_options(StudyChoice& choice) {
  return {{.names = "--set",
           .help = "Override one key, e.g. --set technique.force=3N (may be repeated)",
           .target = &choice.settings,
           .type = "KEY=VALUE"},
          {.names = "--seed",
           .help = "Seed of all random numbers (whole number)",
           .target = &choice.seed,
           .range = std::pair{std::uint64_t{0}, k_most_seed}},
          members_option(choice.members),
          {.names = "--columns",
           .help = "What heals by itself: classes of like tissue, or all of it (slow; what classes are held against)",
           .target = &choice.columns,
           .values = {"classes", "all"}},
          {.names = "--allow",
           .help = "Folder outside the study's own that it may name files in",
           .target = &choice.allow,
           .type = "DIR",
           .offer = Offer::folders}};
}

study::Overrides overrides_of(const StudyChoice& choice) {
  study::Overrides overrides;
  overrides.settings = choice.settings;
  if (choice.seed) overrides.settings.push_back(fmt::format("seed={}", *choice.seed));
  if (choice.members) overrides.settings.push_back(fmt::format("ensemble.members={}", *choice.members));
  if (!choice.columns.empty()) overrides.settings.push_back(fmt::format("ensemble.columns={}", choice.columns));
  overrides.allow.assign(choice.allow.begin(), choice.allow.end());
  return overrides;
}

fs::path named_study(const StudyChoice& choice, const Context& context) {
  const fs::path file = choice.file;
  std::error_code failure;
  if (fs::status(file, failure).type() != fs::file_type::not_found) return file;
  const std::string hint = hint_for_absent(file, context);
  if (hint.empty()) return file;  // reading it tells the rest
  throw FileError(
      fmt::format("{} cannot be opened: {}\n  hint: {}", file.string(), std::generic_category().message(ENOENT), hint));
}

Option threads_option(int& threads) {
  return {.names = "--threads",
          .help = "Threads (0 = all cores); results do not depend on it",
          .target = &threads,
          .range = std::pair{std::uint64_t{0}, k_most_threads}};
}

Option over_budget_option(Computing& computing) {
  return {.names = "--over-budget",
          .help = "Run even what takes more memory than is free here",
          .target = &computing.is_over_budget};
}

void refuse_over_budget(const study::Model& model, const Computing& computing) {
  if (!computing.is_over_budget) run::refuse_over_budget(model, computing.threads, memory_left());
}

std::vector<Option> computing_options(Computing& computing) {
  return {{.names = "--kernel",
           .help = "auto, baseline, v3 or v4 code; results do not depend on it",
           .target = &computing.kernel,
           .offers = [](const Context&) { return std::vector<std::string>{"auto", "baseline", "v3", "v4"}; }},
          {.names = "--progress",
           .help = "auto, bar, json or none",
           .target = [&computing](const std::string& word) { computing.progress = style_named(word); },
           .type = "STYLE",
           .offers = [](const Context&) { return std::vector<std::string>{"auto", "bar", "json", "none"}; }}};
}

run::RunControl control_of(const Context& context, const Computing& computing) {
  run::RunControl control;
  control.threads = computing.threads;
  control.clone = numerics::clone_by_name(computing.kernel);
  control.stop = context.stop;
  return control;
}

Option no_browser_option(bool& browser) {
  return {.names = "!--no-browser", .help = "Do not open the page", .target = &browser};
}

}  // namespace percuta::apps
