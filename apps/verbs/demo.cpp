#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/report/compare/compare.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/folder_lock.hpp"
#include "run_to_folder.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

/// From the shortest needles to the longest; data/studies/demo holds them, each a study that can be run by itself.
constexpr std::array<const char*, 4> k_studies = {"home-roller", "institute-roller", "medical-roller", "pen"};
constexpr const char* k_comparison = "comparison";
/// What the terminal tells of each device: how far in, how dense and even, how long open. The page tells the rest.
constexpr std::array<std::string_view, 9> k_told = {"density",        "evenness",      "largest_gap",
                                                    "depth_in_place", "pierced_share", "reach_dermis",
                                                    "reach_fat",      "barrier_time",  "pore_time"};

/// The current folder, or a temporary one when nothing can be written there (a read-only checkout).
fs::path demo_folder(const RunChoice& choice) {
  if (!choice.out.empty()) return choice.out;
  if (access(".", W_OK) == 0) return "percuta-demo";
  return fs::temp_directory_path() / "percuta-demo";
}

/// A part of a demo: whole, in the making ("pen.part", ".comparison.part-123") or about to go (".pen.percuta-old-123").
bool is_of_a_demo(const fs::path& entry) {
  std::string name = entry.filename().string();
  if (name == storage::FolderLock::k_name) return true;
  if (name.starts_with('.')) name.erase(0, 1);
  name = name.substr(0, name.find('.'));
  return name == k_comparison || std::find(k_studies.begin(), k_studies.end(), name) != k_studies.end();
}

/// The folder holds nothing, or an earlier demo; what its runs hold is looked at when they are replaced.
void refuse_foreign(const fs::path& out) {
  std::error_code failure;
  if (!fs::exists(fs::symlink_status(out, failure))) return;
  auto entry = fs::directory_iterator(out, failure);
  if (failure) storage::throw_file_error("look through", out, failure.value());
  for (; entry != fs::directory_iterator(); entry.increment(failure)) {
    if (is_of_a_demo(entry->path())) continue;
    throw FileError(fmt::format("'{}' holds '{}', which is no demo's: choose another folder with -o", out.string(),
                                entry->path().filename().string()));
  }
}

/// A device's study, and the name that its file and its folder have.
struct Device {
  std::string name;
  study::Model study;
};

std::vector<Device> load_devices(const Context& context, const RunChoice& choice) {
  std::vector<Device> devices;
  devices.reserve(k_studies.size());
  for (const char* name : k_studies) {
    const fs::path file = context.data.find("studies/demo", name);
    devices.push_back(
        {file.stem().string(), study::load(file, overrides_of(choice.study), context.data, context.units)});
  }
  return devices;
}

/// Runs each study into its folder. With `resume` a run that is there and is of the same inputs is kept.
std::vector<report::KeptRun> run_all(const Context& context, const RunChoice& choice,
                                     const std::vector<Device>& devices, const fs::path& out) {
  std::vector<report::KeptRun> runs;
  for (const auto& [name, model] : devices) {
    const fs::path folder = out / name;
    say(context.options, fmt::format("{} of {}: {}", runs.size() + 1, k_studies.size(), model.title));
    const bool is_kept =
        choice.resume && report::is_run_folder(folder) && report::read_run(folder).inputs_hash == model.inputs_hash;
    if (!is_kept) {
      StageTimes times;
      run_to_folder(context, choice, model, folder, times);
    }
    runs.push_back(report::read_run(folder));
  }
  return runs;
}

/// The runs with only what the terminal tells.
std::vector<report::KeptRun> in_short(std::vector<report::KeptRun> runs) {
  for (report::KeptRun& run : runs) {
    std::erase_if(run.quantities, [](const report::KeptQuantity& one) {
      return std::find(k_told.begin(), k_told.end(), one.name) == k_told.end();
    });
  }
  return runs;
}

int run_demo(const Context& context, const RunChoice& choice) {
  const Options& options = context.options;
  if (!choice.fail_on.empty()) {
    throw InputError("--fail-on: a demo shows its runs and fails on none", "`percuta run` takes --fail-on limits");
  }
  const fs::path out = storage::named(demo_folder(choice)), comparison = out / k_comparison;
  const std::vector<Device> devices = load_devices(context, choice);
  for (const Device& device : devices) {  // what is wrong with one is told before any file is touched
    refuse_over_budget(device.study, choice.computing);
  }
  refuse_foreign(out);
  const storage::FolderLock lock(out);
  report::remove_comparison(comparison);  // it would tell of runs that are gone
  const std::vector<report::KeptRun> runs = run_all(context, choice, devices, out);
  const auto differences = report::differences_of(runs);
  const auto warnings = report::comparison_warnings(runs);
  report::write_comparison(runs, differences, warnings, read_file(page_template(context.data)), comparison);
  const fs::path page = comparison / "compare.html";
  print(options.json ? report::comparison_json(runs, differences, warnings)
                     : report::comparison_text(in_short(runs), differences, warnings, wants_color(options)));
  say(options,
      fmt::format("\nSide by side  {}\nEach alone    {}", page.string(), (out / "*" / "report.html").string()));
  if (choice.browser) show_page(page);
  return 0;
}

}  // namespace

VerbUse demo_verb() {
  const auto choice = std::make_shared<RunChoice>();
  return {run_options(*choice), [choice](Context& context) { return run_demo(context, *choice); }};
}

}  // namespace percuta::apps
