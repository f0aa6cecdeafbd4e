#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/course/bench.hpp"
#include "percuta/course/course.hpp"
#include "percuta/study/sweep.hpp"

/// The study file as a struct: each member is a key a user may write, each key declared once (study_parameters.cpp).
namespace percuta::study {

/// [device]: a file of data/devices (or a path) and what overrides it.
struct DeviceChoice {
  std::string name;
  std::string kind;  ///< of the device file; not a key of the study
  device::Needle needle;
  device::Drum drum;
  device::Head head;
  device::Applicator applicator;
  device::Wear wear;
  device::Strength strength;
};
void describe(DeviceChoice& device, Visitor& visitor);

/// [product]: a file of data/products and what overrides it; how much, when and for how long.
struct ProductUse : course::ProductInputs {
  Quantity cover;  ///< occluded for so long after each time [s]
};
void describe(ProductUse& product, Visitor& visitor);

/// [rf]: radio frequency through the needles. Used once the heat room is built.
struct RadioFrequency {
  Quantity frequency;  ///< [Hz]
  Quantity power;      ///< [W]
  Quantity pulse;      ///< [s]
  bool is_insulated = true;
};
void describe(RadioFrequency& rf, Visitor& visitor);

/// [punctures]: where the needles landed, when that is known.
struct MeasuredPunctures {
  std::string from;  ///< a table of punctures, "" = traced from strokes
};
void describe(MeasuredPunctures& measured, Visitor& visitor);

/// [research]: refusals that a research study overrides, each by name.
struct Research {
  std::vector<std::string> overrides;  ///< words of person.history, "broken", "inflamed"
};
void describe(Research& research, Visitor& visitor);

/// [ensemble]
struct EnsemblePlan {
  std::int64_t members = 32;
  std::string columns = "classes";  ///< or "all": whether every piece of tissue heals by itself
  std::string scale = "map";        ///< or "patch": whether the holes of every member are resolved

  bool has_all_columns() const { return columns == "all"; }
  bool has_patches() const { return scale == "patch"; }
};
void describe(EnsemblePlan& ensemble, Visitor& visitor);

/// [patch]: a square of the treated window in which holes are resolved, in place of ring cells.
struct PatchChoice {
  Quantity side;  ///< 0 = none [m]
  Quantity cell;  ///< along x and y [m]

  transport::PatchPlan plan() const { return {side, cell}; }
};
void describe(PatchChoice& patch, Visitor& visitor);

/// [outputs]
struct Outputs {
  std::vector<Quantity> times;  ///< since the last pass of the last session [s]
};
void describe(Outputs& outputs, Visitor& visitor);

/// The whole file. The tables of `knowledge` come from data/ and may be overridden key by key.
struct StudyFile {
  std::int64_t percuta = 1;  ///< version of the study format
  std::string title;
  std::int64_t seed = 0;
  std::string data;  ///< a folder of data files beside the study, "" = none
  skin::Person person;
  skin::SiteChoice site;
  DeviceChoice device;
  strokes::Technique technique;
  ProductUse product;
  RadioFrequency rf;
  course::CoursePlan course;
  EnsemblePlan ensemble;
  PatchChoice patch;
  Outputs outputs;
  MeasuredPunctures measured;
  Research research;
  course::Experiment experiment;
  Sweep sweep;
  course::Knowledge knowledge;
};
void describe(StudyFile& file, Visitor& visitor);
/// The part that needs no file of data/ looked up: all but the device and what data/ says of skin and hand.
void describe_choices(StudyFile& file, Visitor& visitor);

/// [[session]]: what differs in one session.
struct SessionChange {
  std::int64_t number = 1;
  DeviceChoice device;
  strokes::Technique technique;
  ProductUse product;
};
void describe(SessionChange& session, Visitor& visitor);

/// Everything a user may write, for the schema: the file and its list of sessions.
void describe_all(StudyFile& file, std::vector<SessionChange>& sessions, Visitor& visitor);

}  // namespace percuta::study
