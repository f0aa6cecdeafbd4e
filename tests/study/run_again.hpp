#pragma once

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

namespace percuta::study_test {

/// What a model says of its study besides the numbers: kept files and text.
inline study::Model read_again(const study::Model& model) {
  const TemporaryFolder run;
  for (const study::OwnFile& own : model.own_files) {
    std::filesystem::create_directories((run / own.name).parent_path());
    run.write(own.name, own.text);
  }
  return study::load(run.write("study.resolved.toml", model.resolved_toml), {}, own_data(), own_units());
}

/// Checks that the resolved study, beside what was kept with it, is the same study.
inline void check_same_again(const study::Model& model) {
  const study::Model again = read_again(model);
  CHECK(again.resolved_toml == model.resolved_toml);
  CHECK(again.inputs_hash == model.inputs_hash);
  CHECK(again.warnings == model.warnings);
  CHECK(again.subject.device_name == model.subject.device_name);
}

}  // namespace percuta::study_test
