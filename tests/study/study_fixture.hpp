#pragma once

#include <filesystem>
#include <string>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"
#include "percuta/study/study.hpp"
#include "source_folder.hpp"
#include "temporary_folder.hpp"

/// A study in a folder of its own, read with Percuta's own data.
namespace percuta::study_test {

using percuta::tests::TemporaryFolder;

/// A small study that runs in a moment; `more` is appended.
inline std::string small_study(const std::string& more = "") {
  return R"(percuta = 1
title = "A small study"
seed = 7
[person]
age = "42 years"
sex = "female"
[site]
name = "cheek"
area = "2 cm2"
[device]
name = "roller-192"
[technique]
directions = ["0 deg", "90 deg"]
passes = 1
[ensemble]
members = 8
)" + more;
}

/// One for all tests: reading the units' database takes longer than reading a study.
inline const Units& own_units() {
  static const Units units;
  return units;
}

inline DataFolder own_data() {
  return DataFolder({std::filesystem::path(source_folder()) / "data"});
}

inline study::Model load_text(const std::string& text, const study::Overrides& overrides = {}) {
  const TemporaryFolder folder;
  return study::load(folder.write("study.toml", text), overrides, own_data(), own_units());
}

/// The message of the InputError that loading the text ends with; "" when it loads.
inline std::string refusal_of(const std::string& text, const study::Overrides& overrides = {}) {
  try {
    load_text(text, overrides);
    return "";
  } catch (const InputError& error) {
    return error.what();
  }
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace percuta::study_test
