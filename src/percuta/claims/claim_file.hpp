#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"

/// claims/<id>.toml: how one claim is put to the test. Data only; the rules of judgement are in claims.hpp.
namespace percuta::claims {

/// One simulated treatment: a study that `new` writes, with settings laid over it.
struct ClaimArm {
  std::string name;   ///< "home roller"
  std::string study;  ///< "S1"
  std::vector<std::string> set;
};
void describe(ClaimArm& arm, Visitor& visitor);

/// A member of the ensemble is on the claim's side when its number is above or below the threshold, or above or below
/// `threshold` times the number of the arm `versus` in the same member; between the threshold and `upper`; or when it
/// rises along several arms. The number is `quantity` of `arm`, or of a series one of its numbers.
struct ClaimTest {
  std::string name;  ///< what it stands for: a system, a site
  std::string arm;
  std::string quantity;   ///< "insertion.reach_dermis"
  std::string side;       ///< "above", "below", "between" or "rising"
  Quantity threshold;     ///< in the number's unit; a factor when `versus` is given; of "rising" a slope an arm [1]
  std::string versus;     ///< another arm, "" = against the threshold itself
  std::string part = {};  ///< of the claim: all parts must hold; tests of one part are its systems or readings
  Quantity floor = {};    ///< numbers below it count as it, in the quantity's unit; without a source: none
  std::vector<std::string> also = {};  ///< other quantities, such as scales, with which the answer must not turn
  bool is_beside = false;              ///< shown beside the verdict, which it leaves alone
  Quantity at = {};                    ///< of a series: when; without a source: not asked [s]
  bool is_peak = false;                ///< of a series: its greatest
  Quantity below = {};          ///< of a series: when it falls below this, in its unit; without a source: not asked
  Quantity upper = {};          ///< of "between", in the number's unit
  std::string minus = {};       ///< an arm whose number is taken from the arm's
  Quantity versus_at = {};      ///< of the other arm's series, when that is another moment [s]
  bool is_versus_peak = false;  ///< of the other arm's series: its greatest
  std::vector<std::string> along = {};  ///< of "rising": the arms, in the order in which the number should rise
};
void describe(ClaimTest& test, Visitor& visitor);

/// A study that must be refused, and what the refusal must say.
struct ClaimRefusal {
  std::string name, study;
  std::vector<std::string> set;
  std::string says;
};
void describe(ClaimRefusal& refusal, Visitor& visitor);

/// What is published on it.
struct ClaimEvidence {
  std::string stance;  ///< "for", "against"
  std::string words;
  std::string source;
};
void describe(ClaimEvidence& evidence, Visitor& visitor);

struct ClaimFile {
  std::string id;
  std::string form;  ///< what of the claim is judged today; "" = all of it
  std::string note;  ///< what the reader of the verdict must know
  std::int64_t members = 0;
  std::vector<std::string> validation;  ///< published cases that stand near, as in `percuta validate`
  std::vector<ClaimArm> arm;
  std::vector<ClaimTest> test;
  std::vector<ClaimRefusal> refusal;
  std::vector<ClaimEvidence> evidence;
};
void describe(ClaimFile& claim, Visitor& visitor);

}  // namespace percuta::claims
