#pragma once

#include <stdexcept>
#include <string>

#include "percuta/course/bench.hpp"
#include "study_fixture.hpp"

/// Small bench tests.
namespace percuta::study_test {

/// One needle pressed into a specimen; `how` are keys of [experiment], `more` further tables.
inline std::string bench_study(const std::string& how, const std::string& more = "",
                               const std::string& skin = "skin = \"human-excised\"\n",
                               const std::string& kind = "insertion-test") {
  return "percuta = 1\ntitle = \"A bench\"\nseed = 5\n[device]\nname = \"needle-tip-test\"\n[ensemble]\nmembers = 8\n" +
         more + "[experiment]\nkind = \"" + kind + "\"\n" + skin + how + "\n";
}

/// A roller on a rat's skin.
inline std::string roller_bench(const std::string& how, const std::string& kind = "insertion-test") {
  return "percuta = 1\ntitle = \"A bench\"\nseed = 5\n[device]\nname = \"roller-rat-770\"\n[site]\narea = \"1 cm2\"\n"
         "[ensemble]\nmembers = 8\n[experiment]\nkind = \"" +
         kind + "\"\nskin = \"hairless-rat\"\n" + how + "\n";
}

inline Interval interval_named(const study::Record& record, const std::string& name) {
  for (const study::Result& one : record.results) {
    if (one.name == name) return one.interval;
  }
  throw std::out_of_range(name);
}

inline study::Record run_text(const std::string& text, const study::RunControl& control = {}) {
  return study::run(load_text(text), control, Units());
}

}  // namespace percuta::study_test
