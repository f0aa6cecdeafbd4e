#pragma once

#include <set>
#include <string>
#include <vector>

#include "study/every_key.hpp"
#include "study/experiment_fixture.hpp"

/// Studies in which each key can be set to two values.
namespace percuta::study_test {

/// Studies that together have a use for every key.
inline std::vector<std::string> base_studies() {
  const std::string everything =
      "[product]\nname = \"vitamin-c-15\"\namount = \"2 mg/cm2\"\napply = \"5 min\"\ncover = \"3 h\"\n"
      "every = \"6 h\"\ntimes = 3\nwash = \"5 h\"\n[patch]\nside = \"2 mm\"\n"
      "[rf]\nfrequency = \"1 MHz\"\npower = \"20 W\"\npulse = \"300 ms\"\n[outputs]\ntimes = [\"1 h\"]\n"
      "[sweep]\nover = [\"technique.passes=1..3\"]\n"
      "[course]\nsessions = 2\n[[session]]\nnumber = 2\ndevice.name = \"roller-institute\"\nproduct.cover = \"2 h\"\n";
  const auto with_device = [](const std::string& name, const std::string& more = "") {
    return "percuta = 1\ntitle = \"A study\"\nseed = 7\n[site]\nname = \"cheek\"\narea = \"2 cm2\"\n[ensemble]\n"
           "members = 8\n[device]\nname = \"" +
           name + "\"\n" + more;
  };
  return {
      small_study(),
      small_study("[punctures]\nfrom = \"a.csv\"\n"),
      with_device("pen-12", "[course]\nsessions = 2\n[[session]]\nnumber = 2\ndevice.head.needles = 11\n"),
      with_device("stamp-hand", "[course]\nsessions = 2\n[[session]]\nnumber = 2\ntechnique.passes = 2\n"),
      with_device("patch-ha"),
      with_device("injector-13-30g", "[course]\nsessions = 2\n[[session]]\nnumber = 2\ntechnique.spacing = \"3 mm\"\n"),
      with_device("rf-head"),
      bench_study("displacement = \"1 mm\""),
      bench_study("force = \"1 N\"\nspeed = \"2 mm/s\""),
      bench_study("energy = \"1 mJ\""),
      bench_study("hole_width = \"70 um\"\nhole_depth = \"150 um\"\nhole_density = \"100 1/cm2\"\ncovered_from = "
                  "\"1 h\"\ncovered_until = \"9 h\"\ntimes = [\"1 h\"]",
                  "", "skin = \"human-excised\"\n", "closure"),
      roller_bench("force = \"3 N\""),
      cell_study("sampling_volume = \"0.5 ml\"\ntimes = [\"1 h\", \"2 h\"]\nhole_width = \"70 um\"\n"
                 "hole_depth = \"150 um\"\nhole_density = \"100 1/cm2\"\n"),
      small_study(everything)};
}

inline study::Model load_with_maps(const std::string& text) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "measured");
  for (const char* name : {"a.csv", "b.csv", "measured/a.csv"}) folder.write(name, "x_mm,y_mm\n40,34\n41,34\n");
  return study::load(folder.write("study.toml", text), {}, own_data(), own_units());
}

/// The models of the first two values of the key that a study may have.
inline std::vector<study::Model> two_models(const WholeStudy& base, const std::string& unchanged,
                                            const std::string& key) {
  constexpr std::size_t k_most_values = 24;
  std::size_t idle = 0;
  std::vector<study::Model> models;
  std::set<std::string> texts;
  for (std::size_t choice = 0; choice < k_most_values && models.size() < 2; ++choice) {
    WholeStudy changed = base;
    KeyChanger changer(key, choice);
    changed.walk()(changer);
    if (!changer.is_changed) break;
    const std::string text = changed.text();
    if (text == unchanged && ++idle > 1) return {};  // this study has no use for the key
    if (!texts.insert(text).second) continue;
    try {
      models.push_back(load_with_maps(text));
    } catch (const InputError&) {
      continue;
    }
  }
  return models;
}

}  // namespace percuta::study_test
