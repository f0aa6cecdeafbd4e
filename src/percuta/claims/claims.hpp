#pragma once

#include <functional>
#include <string>
#include <vector>

#include "percuta/base/files/bibliography.hpp"
#include "percuta/claims/claim_file.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

/// Judges what is claimed for micro-needling, each claim by data alone.
/// Model    share of the ensemble on the claim's side: at least 80 % supported, at most 20 % not supported; undecidable
///          between, when the answer flips inside the range of an assumed input, when fewer than 80 % of the members
///          have the numbers, or when no published case stands near; a claim of several parts holds when all do
/// In       claims/<id>.toml, the studies that `new` writes       Out  a verdict with its numbers and sources
/// Throws   InputError for a claim's file that does not hold      Checked  tests/study, tests/cli/test_claims.py
namespace percuta::claims {

enum class Verdict { supported, partly, not_supported, undecidable };
std::string to_word(Verdict verdict);

/// Of one test.
struct TestOutcome {
  std::string name, quantity, unit;
  std::string part;                ///< of the claim
  double share = 0;                ///< of the members on the claim's side, of those where both numbers exist [1]
  Interval value;                  ///< of the arm, in `unit`
  Interval versus;                 ///< of the other arm, or the threshold thrice
  std::string side;                ///< "above" or "below"
  std::string versus_name;         ///< of the other arm; "" = the threshold
  std::vector<std::string> flips;  ///< assumed inputs inside whose range the answer turns
  std::vector<std::string> turns;  ///< other quantities, such as scales, with which the answer turns
  std::string undefined;           ///< in how many members a number is missing, and what it needs; "" = in none
  bool is_judged = true;           ///< false: too few members have the numbers
  bool is_beside = false;          ///< shown beside the claim's verdict, which it leaves alone
  Verdict verdict = Verdict::undecidable;
};

struct JudgedClaim {
  std::string id, words, form, note;
  Verdict verdict = Verdict::undecidable;
  std::string why;  ///< one or two sentences
  std::vector<TestOutcome> tests;
  std::vector<std::string> refused, not_refused;  ///< of a claim about refusals
  std::vector<std::string> validation;
  std::vector<ClaimEvidence> evidence;
  std::vector<study::UsedSource> sources;  ///< papers whose values the arms used
};

/// Ids of the claims that have a file, in their order.
std::vector<std::string> claims_with_files(const DataFolder& data);

/// Reads and judges one claim. `control` gives threads, clone, stop and progress over all members of all arms.
JudgedClaim judge(const std::string& id, const DataFolder& data, const Units& units, const run::RunControl& control);

/// What the caller hears between the claims; either may be empty.
struct ClaimCalls {
  std::function<void(const std::string& id, double seconds)> begun;  ///< and how long it takes at most [s]
  std::function<void(const JudgedClaim&)> judged;
};

/// Reads and judges the claims asked for, "c7" as "C7"; all that have a file when none is. Progress counts each claim's
/// members anew. Throws InputError with a suggestion for an id that has no file, before any claim is judged.
std::vector<JudgedClaim> judge_claims(const std::vector<std::string>& ids, const DataFolder& data, const Units& units,
                                      const run::RunControl& control, const ClaimCalls& calls = {});

/// Whether each claim is supported.
bool all_supported(const std::vector<JudgedClaim>& judged);

/// Whether `defined` of `members` that have a test's numbers are enough to judge by.
bool are_enough(std::size_t defined, std::size_t members);

/// The verdict that a test's numbers give, before published cases are asked for.
Verdict verdict_of(double share, bool flips);

/// The claim's verdict from its tests', those beside it left out. Within a part: all alike, or partly where some
/// support, or undecidable. Over the parts: not supported where one is not, supported where all are, partly where all
/// are at least partly.
Verdict joint_verdict(const std::vector<TestOutcome>& tests);

}  // namespace percuta::claims
