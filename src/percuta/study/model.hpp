#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "percuta/base/files/bibliography.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/course.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/sweep.hpp"

/// A study that is read: plain values, ready to run.
namespace percuta::study {

/// A paper whose values the run used, and for what.
struct UsedSource {
  Citation citation;
  std::vector<std::string> used_for;  ///< parameter paths
};

/// A room the study asks for that this version cannot compute.
struct NotBuilt {
  std::string room;    ///< "closure", "heat", ...
  std::string reason;  ///< one sentence for the user
};

/// A file from outside Percuta's own data that the study read: kept with the run, so that the resolved study finds it.
struct OwnFile {
  std::string name;  ///< in the run folder: "devices/mine.toml", "data/materials/titanium.toml"
  std::string text;
};

/// Who was treated where and with what (first session), for the report's first sentence.
struct Subject {
  double age_years = 0;
  std::string sex;  ///< "female" or "male"
  std::int64_t phototype = 0;
  std::string site_name, site_title;  ///< "cheek", "Cheek"
  double window_area = 0;             ///< [m2]
  std::string device_name, device_title, device_kind, device_setting;
  double needle_length = 0;  ///< [m]
  std::int64_t needles = 0;
  std::vector<std::string> concerns = {};  ///< what the course is meant to improve: "wrinkle", "acne scar"
  std::string product_title = {};          ///< of what is put on, "" = nothing
  std::vector<std::string> product = {};   ///< what is known of it, in sentences: strengths, vehicle, how it is put on
};

/// Where a session is held, with its device, for limits.
safety::LimitPlace limit_place(const Subject& subject, const device::Device& device);

/// What a study says of itself, and where its values came from: a run's record holds it too.
struct Heading {
  std::string title, version, inputs_hash;
  std::uint64_t seed = 0;
  std::uint32_t members = 0;
  Subject subject;
  std::string resolved_toml;             ///< every value spelled out: runs again to the same bytes
  std::vector<ParameterRow> parameters;  ///< every value used, with interval, source, kind
  std::vector<UsedSource> sources;
  std::vector<NotBuilt> not_built;    ///< rooms and kinds the study asks for that cannot run yet
  std::vector<OwnFile> own_files;     ///< devices, tables and data from outside Percuta's own
  std::vector<std::string> warnings;  ///< "tip outside the force data", "research override", ...
};

/// A key that shapes nothing in this study, set or not.
struct IdleKey {
  std::string path;    ///< "outputs.times"
  std::string reason;  ///< "no room that is built reads it"
};

/// What a sweep over such a key is told by.
std::string idle_axis_sentence(const IdleKey& key);

/// A study with everything it names looked up: valid, complete, ready to run.
struct Model : Heading {
  course::Inputs inputs;
  course::Experiment experiment;      ///< a bench test instead of the course, when it is wanted
  double travel = 0;                  ///< to which a press is drawn [m]
  Sweep sweep;                        ///< what the study asks `percuta sweep` to vary
  std::vector<safety::Limit> limits;  ///< rows of data/limits; a bench test has none
  std::vector<ParameterRow> keys;     ///< every key a study may write, set here or not
  std::string inputs_text;            ///< version, resolved study and hashes of its own files, as TOML; hashed
  std::vector<IdleKey> idle;          ///< keys that shape nothing in any session
  bool can_run = true;                ///< false: `not_built` names why
};

/// What the command line adds to a study.
struct Overrides {
  std::vector<std::string> settings;         ///< --set key=value
  std::vector<std::filesystem::path> allow;  ///< folders outside the study's own that it may name
};

}  // namespace percuta::study
