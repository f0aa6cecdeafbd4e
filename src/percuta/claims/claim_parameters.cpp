#include "percuta/claims/claim_file.hpp"

namespace percuta::claims {

void describe(ClaimArm& arm, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What the arm is called"}, arm.name);
  visitor.word({.name = "study", .meaning = "The study it starts from, as `new` writes it"}, arm.study);
  visitor.words({.name = "set", .meaning = "Settings laid over it", .is_optional = true, .default_text = "[]"},
                arm.set);
}

namespace {

/// Which number of a series.
void describe_reading(ClaimTest& test, Visitor& visitor) {
  const auto time = [&](const char* name, const char* meaning, Quantity& member) {
    visitor.quantity({.name = name, .meaning = meaning, .unit = "day", .min = 0, .max = 36600, .is_optional = true},
                     member);
  };
  time("at", "Of a series: when it is read", test.at);
  time("versus_at", "When the other arm's series is read, if at another moment", test.versus_at);
  visitor.flag({.name = "peak", .meaning = "Of a series: its greatest", .default_text = "false"}, test.is_peak);
  visitor.flag({.name = "versus_peak", .meaning = "Of the other arm's series: its greatest", .default_text = "false"},
               test.is_versus_peak);
  visitor.quantity({.name = "below",
                    .meaning = "Of a series: the time at which it falls below this, in its unit",
                    .unit = "1",
                    .min = 0,
                    .max = 1e6,
                    .is_optional = true},
                   test.below);
}

}  // namespace

void describe(ClaimTest& test, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What the test stands for"}, test.name);
  visitor.word({.name = "arm", .meaning = "The arm that is judged"}, test.arm);
  visitor.word({.name = "quantity", .meaning = "Room and name of a result"}, test.quantity);
  visitor.word({.name = "side",
                .meaning = "Which side of the threshold is the claim's",
                .choices = {"above", "below", "between", "rising"}},
               test.side);
  visitor.quantity({.name = "threshold", .meaning = "Where the sides part", .unit = "1", .min = 0, .max = 1e6},
                   test.threshold);
  visitor.word({.name = "part",
                .meaning = "The part of the claim that it judges: the claim holds when all of its parts do",
                .default_text = "\"\""},
               test.part);
  visitor.quantity({.name = "floor",
                    .meaning = "Numbers below it count as it",
                    .unit = "1",
                    .min = -1e6,
                    .max = 1e6,
                    .is_optional = true},
                   test.floor);
  visitor.words({.name = "also",
                 .meaning = "Quantities that must not turn the answer, such as other scales",
                 .is_optional = true,
                 .default_text = "[]"},
                test.also);
  visitor.flag({.name = "beside",
                .meaning = "Whether it is only shown beside the verdict, which it leaves alone",
                .is_optional = true,
                .default_text = "false"},
               test.is_beside);
  describe_reading(test, visitor);
  visitor.quantity({.name = "upper",
                    .meaning = "Of side between: the number's other end",
                    .unit = "1",
                    .min = 0,
                    .max = 1e6,
                    .is_optional = true},
                   test.upper);
  visitor.word({.name = "minus", .meaning = "An arm whose number is taken from the arm's", .default_text = "\"\""},
               test.minus);
  visitor.words({.name = "along",
                 .meaning = "Of side rising: arms in the order in which the number should rise",
                 .is_optional = true,
                 .default_text = "[]"},
                test.along);
  visitor.word({.name = "versus", .meaning = "The arm to compare with", .default_text = "\"\""}, test.versus);
}

void describe(ClaimRefusal& refusal, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "What must be refused"}, refusal.name);
  visitor.word({.name = "study", .meaning = "The study it starts from"}, refusal.study);
  visitor.words({.name = "set", .meaning = "Settings laid over it"}, refusal.set);
  visitor.word({.name = "says", .meaning = "What the refusal must say"}, refusal.says);
}

void describe(ClaimEvidence& evidence, Visitor& visitor) {
  visitor.word({.name = "stance", .meaning = "Which way it speaks", .choices = {"for", "against"}}, evidence.stance);
  visitor.word({.name = "words", .meaning = "What it says"}, evidence.words);
  visitor.word({.name = "source", .meaning = "Its key in sources.bib"}, evidence.source);
}

void describe(ClaimFile& claim, Visitor& visitor) {
  visitor.word({.name = "id", .meaning = "C1 to C20"}, claim.id);
  visitor.word({.name = "form", .meaning = "What of the claim is judged today", .default_text = "\"\""}, claim.form);
  visitor.word({.name = "note", .meaning = "What a reader of the verdict must know", .default_text = "\"\""},
               claim.note);
  visitor.count({.name = "members", .meaning = "Members of each arm's ensemble", .min = 0, .max = 100000},
                claim.members);
  visitor.words(
      {.name = "validation", .meaning = "Published cases that stand near", .is_optional = true, .default_text = "[]"},
      claim.validation);
  visit_tables(visitor, {.name = "arm", .meaning = "What is simulated", .is_optional = true}, claim.arm);
  visit_tables(visitor, {.name = "test", .meaning = "What is compared", .is_optional = true}, claim.test);
  visit_tables(visitor, {.name = "refusal", .meaning = "What must be refused", .is_optional = true}, claim.refusal);
  visit_tables(visitor, {.name = "evidence", .meaning = "What is published on it", .is_optional = true},
               claim.evidence);
}

}  // namespace percuta::claims
