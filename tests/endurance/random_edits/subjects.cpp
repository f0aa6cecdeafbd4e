#include "endurance/random_edits/subjects.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/files/gzip.hpp"
#include "percuta/report/fields/run_store.hpp"
#include "percuta/run/run.hpp"
#include "percuta/storage/seal.hpp"
#include "report/fields/run_fields_fixture.hpp"
#include "source_folder.hpp"
#include "storage/folder_content.hpp"

namespace percuta::random_edits {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t k_largest = 200'000;  // [bytes] of a file that is edited
constexpr double k_quick = 0.02;               // [s] of a run that is worth its time here

/// The folder's files, their folders too; nothing of what cannot be read as one small study.
Subject subject_in(const fs::path& folder) {
  Subject subject{folder.filename().string(), {}};
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.file_size() < k_largest && entry.path().extension() != ".md") {
      subject.files[fs::relative(entry.path(), folder).string()] = content_of(entry.path());
    }
  }
  return subject;
}

void add_folders(const fs::path& root, std::vector<Subject>& all) {
  if (!fs::is_directory(root)) return;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (!entry.is_directory()) continue;
    Subject subject = subject_in(entry.path());
    if (subject.files.contains(k_study)) all.push_back(std::move(subject));
  }
}

/// A short study, so that what is beside it is edited as often as it.
std::string study_of(const std::string& device, const std::string& more) {
  return fmt::format(
      "percuta = 1\ntitle = \"edited\"\n[site]\nname = \"cheek\"\narea = \"1 cm2\"\n[device]\nname = \"{}\"\n"
      "[ensemble]\nmembers = 4\n{}",
      device, more);
}

void add_devices(const DataFolder& data, std::vector<Subject>& all) {
  for (const std::string& name : data.names("devices")) {
    all.push_back(
        {name, {{k_study, study_of("device.toml", "")}, {"device.toml", content_of(data.find("devices", name))}}});
  }
}

/// Thirty strikes with every column that is read.
std::string measured_table() {
  std::string table = "x_mm,y_mm,stroke,needle,force_on_device_N,length_mm,tilt_rad,tip_speed_m_s\n";
  for (int i = 0; i < 30; ++i) {
    table += fmt::format("{},{},{},{},2.5,1.5,0.01,0.2\n", 0.3 * i - 4.5, 0.1 * (i % 7) - 0.3, i / 10, i % 10);
  }
  return table;
}

void add_tables(std::vector<Subject>& all) {
  const auto study = [](const char* table) {
    return study_of("roller-192", fmt::format("[punctures]\nfrom = \"{}\"\n", table));
  };
  all.push_back({"table", {{k_study, study("map.csv")}, {"map.csv", measured_table()}}});
  all.push_back({"packed table", {{k_study, study("map.csv.gz")}, {"map.csv.gz", gzipped(measured_table())}}});
}

void add_fields(std::vector<Subject>& all) {
  const tests::TemporaryFolder folder;
  for (const bool with_checkpoint : {true, false}) {
    report::RunFields run = report::small_run();
    if (!with_checkpoint) run.rooms.back().state.reset();
    report::write_run_store(run, folder / k_fields);
    all.push_back({"fields", {{k_fields, content_of(folder / k_fields)}}});
  }
}

void try_study(const fs::path& study_file, const Tools& tools, bool is_run) {
  study::Model model = study::load(study_file, {}, tools.data, tools.units);
  const run::Cost cost = run::estimate(model);
  if (!is_run || !model.can_run || cost.member_seconds > k_quick) return;
  model.members = std::min(model.members, 4U);
  run::RunControl control;
  control.threads = 1;
  run::run(model, control, tools.units);
}

}  // namespace

std::vector<Subject> subjects(const DataFolder& data) {
  const fs::path root = source_folder();
  std::vector<Subject> all;
  add_folders(root / "examples", all);
  add_folders(root / "tests" / "cases", all);
  for (const auto& entry : fs::directory_iterator(root / "data" / "studies")) {
    if (entry.path().extension() == ".toml") {
      all.push_back({entry.path().stem().string(), {{k_study, content_of(entry.path())}}});
    }
  }
  add_devices(data, all);
  add_tables(all);
  add_fields(all);
  std::sort(all.begin(), all.end(), [](const Subject& a, const Subject& b) { return a.name < b.name; });
  return all;
}

Outcome outcome_of(const fs::path& folder, const Tools& tools, bool is_run) {
  try {
    if (fs::exists(folder / k_fields)) {
      report::read_run_store(folder / k_fields);
    } else {
      try_study(folder / k_study, tools, is_run);
    }
    return Outcome::accepted;
  } catch (const InputError&) {
  } catch (const FileError&) {
  } catch (const SolverError&) {
  }
  return Outcome::refused;
}

std::string with_seal(const std::string& name, std::string bytes) {
  if (name != k_fields || bytes.size() < storage::k_seal_bytes) return bytes;
  const std::string mark = bytes.substr(0, bytes.find('\n'));
  const std::string content = bytes.substr(storage::k_seal_bytes);
  return storage::seal_of(content, mark) + content;
}

}  // namespace percuta::random_edits
