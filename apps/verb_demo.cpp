#include <unistd.h>

#include <fmt/format.h>

#include <cstdlib>

#include "console.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// The current folder, or a temporary one when nothing can be written there (a read-only checkout).
fs::path demo_folder(const Options& options) {
  if (!options.out.empty()) return options.out;
  if (access(".", W_OK) == 0) return "percuta-demo";
  return fs::temp_directory_path() / "percuta-demo";
}

}  // namespace

int demo(Context& context) {
  const fs::path study_file = context.data.find("studies", "demo");
  say(context.options, fmt::format("The example study: {}", study_file.string()));
  return run_into(context, study_file, demo_folder(context.options));
}

}  // namespace percuta::apps
