#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "percuta/validation/validation.hpp"
#include "study/study_fixture.hpp"

/// A published case in a folder of its own.
namespace percuta::study_test {

inline void write_text(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

inline constexpr const char* k_measured_head = "quantity,unit,value,low,high,spread_kind,n\n";

inline constexpr const char* k_roles =
    "percuta = 1\n"
    "devices = [\n"
    "  { id = \"V1\", role = \"blind\", title = \"One\" },\n"
    "  { id = \"V2\", role = \"calibration\", title = \"Two\" },\n"
    "  { id = \"V3\", role = \"blind\", title = \"Three\", same_data = [\"transport V9\"] },\n"
    "]\nrf = []\nhealing = []\n"
    "transport = [{ id = \"V9\", role = \"calibration\", title = \"Nine\", same_data = [\"devices V3\"] }]\n";

/// validation/ with one case, devices/V01_one, of two variants; `compare` are its comparisons.
inline std::filesystem::path write_case(const std::filesystem::path& root, const std::string& measured,
                                        const std::string& compare) {
  const std::filesystem::path folder = root / "devices" / "V01_one";
  write_text(root / "roles.toml", k_roles);
  write_text(folder / "measured.csv", k_measured_head + measured);
  write_text(folder / "study.toml", small_study());
  write_text(folder / "case.toml",
             "percuta = 1\nid = \"V1\"\nlist = \"devices\"\nroom = \"punctures\"\n"
             "[[variant]]\nname = \"once\"\n"
             "[[variant]]\nname = \"thrice\"\nset = [\"technique.passes=3\"]\n" +
                 compare);
  return folder;
}

inline std::string comparison(const std::string& measured, const std::string& more) {
  return "[[compare]]\nmeasured = \"" + measured + "\"\n" + more + "\n";
}

/// The case's rows, run with four members.
inline std::vector<validation::Judged> judged_rows(const std::string& measured, const std::string& compare) {
  const TemporaryFolder folder;
  const Units units;
  const validation::Case read = validation::read_case(write_case(folder.path(), measured, compare), units);
  const validation::CaseRoles roles = validation::read_roles(folder.path() / "roles.toml", units);
  const auto runs = validation::run_cases({read}, 4, own_data(), units, {});
  std::vector<validation::Judged> judged = validation::judge(read, runs.front(), roles, units);
  validation::add_naive_rule({read}, roles, units, judged);
  return judged;
}

}  // namespace percuta::study_test
