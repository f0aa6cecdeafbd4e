#pragma once

#include <string>

#include "study/study_fixture.hpp"

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

/// A diffusion cell with vitamin C; `more` stands in its [experiment], `tables` after it.
inline std::string cell_study(const std::string& more = "", const std::string& tables = "") {
  return "percuta = 1\ntitle = \"A cell\"\nseed = 7\n[ensemble]\nmembers = 8\n[product]\nname = \"vitamin-c-15\"\n"
         "amount = \"20 mg/cm2\"\n[experiment]\nkind = \"franz-cell\"\nskin = \"human-dermatomed\"\n"
         "cell_area = \"1 cm2\"\nreceptor_volume = \"5 ml\"\n" +
         more + tables;
}

}  // namespace percuta::study_test
