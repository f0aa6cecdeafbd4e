#pragma once

#include <stdexcept>
#include <string>

#include "percuta/run/run.hpp"
#include "study/experiment_fixture.hpp"

/// Studies that are run from their text.
namespace percuta::study_test {

inline Interval interval_named(const run::Record& record, const std::string& name) {
  for (const run::Result& one : record.results) {
    if (one.name == name) return one.interval;
  }
  throw std::out_of_range(name);
}

inline run::Record run_text(const std::string& text, const run::RunControl& control = {}) {
  return run::run(load_text(text), control, Units());
}

}  // namespace percuta::study_test
