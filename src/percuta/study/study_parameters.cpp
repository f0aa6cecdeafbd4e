#include "percuta/study/study_file.hpp"

namespace percuta::study {

namespace {

/// What a research study may override: a state of the skin, or a word of the person's history.
std::vector<std::string> overridable_words() {
  std::vector<std::string> words = skin::history_words();
  words.insert(words.begin(), {"broken", "inflamed"});
  return words;
}

}  // namespace

void describe(DeviceChoice& device, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "A device of `percuta list devices`, or the path of a device file"},
               device.name);
  visit_table(visitor, {.name = "needle", .meaning = "What differs from the device file's needles"}, device.needle);
  visit_table(visitor, {.name = "drum", .meaning = "What differs from the file's drum (rollers)", .is_optional = true},
              device.drum);
  visit_table(visitor,
              {.name = "head", .meaning = "What differs from the file's head (all but rollers)", .is_optional = true},
              device.head);
  visit_table(visitor,
              {.name = "applicator", .meaning = "What drives a stamp, patch or RF head in", .is_optional = true},
              device.applicator);
  visit_table(visitor, {.name = "wear", .meaning = "What use has done to the needles", .is_optional = true},
              device.wear);
  visit_table(visitor,
              {.name = "strength", .meaning = "Of the needles' material (data/materials)", .is_optional = true},
              device.strength);
}

void describe(ProductUse& product, Visitor& visitor) {
  visitor.word(
      {.name = "name", .meaning = "A product of `percuta list products`; empty = none", .default_text = "\"\""},
      product.name);
  course::describe_use(product, product.cover, visitor);
  describe(product.composition, visitor);
}

void describe(RadioFrequency& rf, Visitor& visitor) {
  visitor.quantity({.name = "frequency", .meaning = "Of the current", .unit = "MHz", .min = 0.1, .max = 50},
                   rf.frequency);
  visitor.quantity({.name = "power", .meaning = "Delivered to the needles", .unit = "W", .min = 0.1, .max = 500},
                   rf.power);
  visitor.quantity({.name = "pulse", .meaning = "How long it flows", .unit = "ms", .min = 1, .max = 10000}, rf.pulse);
  visitor.flag({.name = "insulated", .meaning = "Whether only the needles' tips are bare", .default_text = "true"},
               rf.is_insulated);
}

void describe(MeasuredPunctures& measured, Visitor& visitor) {
  visitor.word({.name = "from",
                .meaning = "A table of punctures (x_mm, y_mm, ...) beside the study, instead of strokes",
                .default_text = "\"\""},
               measured.from);
}

void describe(Research& research, Visitor& visitor) {
  visitor.words({.name = "overrides",
                 .meaning = "Refusals that this research study overrides, each by name; printed with every result",
                 .is_optional = true,
                 .choices = overridable_words(),
                 .default_text = "[]"},
                research.overrides);
}

void describe(EnsemblePlan& ensemble, Visitor& visitor) {
  visitor.count(
      {.name = "members", .meaning = "Draws of the uncertain inputs behind every interval", .min = 4, .max = 100000},
      ensemble.members);
  visitor.word(
      {.name = "columns",
       .meaning = "What heals by itself: classes of like pieces of tissue, or all pieces, some hundred times slower",
       .choices = {"classes", "all"},
       .default_text = "\"classes\""},
      ensemble.columns);
  visitor.word(
      {.name = "scale",
       .meaning = "Scale at which members are solved: map = holes by classes, patch = each resolved in [patch]; "
                  "with map a [patch] is of the median, and takes its relative band from the map's members",
       .choices = {"map", "patch"},
       .default_text = "\"map\""},
      ensemble.scale);
}

void describe(PatchChoice& patch, Visitor& visitor) {
  visitor.quantity({.name = "side",
                    .meaning = "Side of a square in the middle of the treated window in which holes are resolved; left "
                               "out, no patch",
                    .unit = "mm",
                    .min = 0,
                    .max = 20,
                    .is_optional = true},
                   patch.side);
  visitor.quantity({.name = "cell", .meaning = "Width of its cells along x and y", .unit = "um", .min = 2, .max = 200},
                   patch.cell);
}

void describe(Outputs& outputs, Visitor& visitor) {
  visitor.quantities({.name = "times",
                      .meaning = "When to report, counted from the last pass of the last session",
                      .unit = "h",
                      .min = 0,
                      .max = 87840,
                      .default_text = "[]"},
                     outputs.times);
}

void describe_choices(StudyFile& file, Visitor& visitor) {
  visitor.count({.name = "percuta", .meaning = "Version of the study format", .min = 1, .max = 1}, file.percuta);
  visitor.word({.name = "title", .meaning = "A line for people"}, file.title);
  visitor.count({.name = "seed", .meaning = "Fixes every random number", .min = 0, .max = 9007199254740991.0},
                file.seed);
  visitor.word({.name = "data",
                .meaning = "A folder of data files beside the study, looked in before Percuta's own",
                .is_optional = true},
               file.data);
  visit_table(visitor, {.name = "person", .meaning = "A virtual adult"}, file.person);
  visit_table(visitor, {.name = "site", .meaning = "Where on the body, and how much of it"}, file.site);
  visit_table(visitor, {.name = "technique", .meaning = "What the operator does"}, file.technique);
  visit_table(visitor, {.name = "product", .meaning = "What is put on the skin", .is_optional = true}, file.product);
  visit_table(visitor, {.name = "rf", .meaning = "Radio frequency through the needles", .is_optional = true}, file.rf);
  visit_table(visitor, {.name = "course", .meaning = "Sessions and aftercare"}, file.course);
  visit_table(visitor, {.name = "outputs", .meaning = "What to report", .is_optional = true}, file.outputs);
  visit_table(visitor, {.name = "punctures", .meaning = "Where needles landed, when measured", .is_optional = true},
              file.measured);
  visit_table(visitor, {.name = "ensemble", .meaning = "How intervals are made"}, file.ensemble);
  visit_table(visitor, {.name = "patch", .meaning = "Where holes are resolved in three dimensions"}, file.patch);
  visit_table(visitor, {.name = "research", .meaning = "Refusals that a research study overrides", .is_optional = true},
              file.research);
  visit_table(visitor, {.name = "experiment", .meaning = "A bench test instead of a course", .is_optional = true},
              file.experiment);
  visit_table(visitor, {.name = "sweep", .meaning = "What `percuta sweep` varies", .is_optional = true}, file.sweep);
}

void describe(StudyFile& file, Visitor& visitor) {
  describe_choices(file, visitor);
  visit_table(visitor, {.name = "device", .meaning = "What pierces"}, file.device);
  describe(file.knowledge, visitor);
}

void describe(Sweep& sweep, Visitor& visitor) {
  visitor.words(
      {.name = "over", .meaning = "Keys and values, each as `--over` takes them: key=from..to:steps or key=a,b"},
      sweep.over);
  visitor.words(
      {.name = "show", .meaning = "Quantities to draw, such as insertion.depth_in_place", .default_text = "[]"},
      sweep.show);
}

void describe(SessionChange& session, Visitor& visitor) {
  visitor.count({.name = "number", .meaning = "Which session differs, from 1", .min = 1, .max = 400}, session.number);
  visit_table(visitor, {.name = "device", .meaning = "What pierces in this session", .is_optional = true},
              session.device);
  visit_table(visitor, {.name = "technique", .meaning = "What the operator does in it", .is_optional = true},
              session.technique);
  visit_table(visitor, {.name = "product", .meaning = "What is put on in it", .is_optional = true}, session.product);
}

void describe_all(StudyFile& file, std::vector<SessionChange>& sessions, Visitor& visitor) {
  describe(file, visitor);
  if (!file.knowledge.specimen) {
    skin::Specimen none;
    visit_table(visitor,
                {.name = "specimen", .meaning = "What differs from the experiment's specimen", .is_optional = true},
                none);
  }
  visit_tables(visitor, {.name = "session", .meaning = "What only one session does differently", .is_optional = true},
               sessions);
}

}  // namespace percuta::study
