#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/course/course.hpp"
#include "percuta/run/result_table.hpp"
#include "percuta/study/study.hpp"

/// What a finished run hands to the report: plain values, nothing of HTML or files.
namespace percuta::run {

/// An uncertain input that a result follows over the ensemble.
struct Driver {
  std::string key;      ///< of the study: "healing.signal_reach"
  std::string meaning;  ///< a few words
  double correlation;   ///< of their ranks, below 0 where the result falls as the input rises
};

/// One quantity of results.json.
struct Result {
  std::string room;                  ///< top-level key: "coverage", "insertion"
  std::string name;                  ///< "depth_in_place"
  std::string unit;                  ///< of the interval
  std::string meaning;               ///< one sentence
  Interval interval;                 ///< in `unit`, over the members that have it
  std::string note = {};             ///< "defined in 5 of 8 members"; "" = nothing to add
  std::vector<Driver> drivers = {};  ///< what its interval comes from most; empty = nothing stands out

  /// The meaning, and what is to be added.
  std::string in_words() const { return note.empty() ? meaning : meaning + "; " + note; }
};

/// A quantity or curve that no member has: it is shown nowhere, but for the reason.
struct UndefinedResult {
  std::string room, name;
  std::string reason;         ///< "needs two holes, one of them in the window"
  std::uint32_t session = 1;  ///< which session it is of; 0 = the whole course
};

/// One printed row of the ledger; a closed ledger has `mismatch` 0.
struct LedgerRow {
  std::string name;  ///< "punctures.struck"
  double value = 0;
  std::string unit;
};

/// The window's punctures by depth, with intervals over the ensemble. Members differ more from each other than needles
/// within one, so the bins' medians can all be 0: draw `mean` and `deeper`.
struct DepthHistogram {
  std::vector<double> edges;      ///< [m]
  std::vector<Interval> density;  ///< per bin [1/m2]
  std::vector<double> mean;       ///< per bin, averaged over the members: what to expect of one session [1/m2]
  std::vector<Interval>
      deeper;  ///< per edge: share of the strikes that get deeper than it [1]; at the surface: that pierce
  Interval not_pierced_share;  ///< of the window's strikes [1]
};

/// One drawn quantity along an axis, with its interval over the ensemble.
struct Curve {
  std::string name;     ///< "barrier"
  std::string unit;     ///< of the values
  std::string meaning;  ///< one sentence
  std::vector<Interval> values;
};

/// What a band of chance is made of.
struct ChanceBand {
  std::size_t holes = 0;          ///< of the drawn run, in the window
  std::size_t asked = 0;          ///< of them, a random part of very many
  std::uint32_t simulations = 0;  ///< 0 = too few holes to tell, and no curve
  double level = 0;               ///< share of random patterns whose whole curve stays within [1]
  double p_value = 1;             ///< [1]
};

/// Curves over one axis: how leak and hole fade with time, force against displacement, a swept key.
struct CurveSet {
  std::string name;             ///< "closure_course", "force_displacement"
  std::string axis, axis_unit;  ///< "time", "h"
  std::vector<double> at;       ///< along the axis, ascending, in `axis_unit`
  std::vector<Curve> curves;
  /// When set: values are of the run with every input at its median, low and high the bounds of chance round it.
  std::optional<ChanceBand> chance = std::nullopt;
};

/// A layer with the intervals of its faces over the ensemble [m].
struct LayerBand {
  std::string name;
  Interval top, bottom;
};

/// A course that was healed: when its sessions were, from what on a thing is seen, and what each place comes to.
struct CourseRecord {
  std::vector<double> session_times;           ///< since the first [s]; empty = nothing was healed
  double redness_seen = 0;                     ///< grade above which redness is seen [1]
  double red_dots_seen = 0;                    ///< fewer are not seen [1/m2]
  double crust_seen = 0;                       ///< share of the surface, less is not seen [1]
  std::vector<endpoints::PlaceValues> places;  ///< of the median run's `healing.places`, in their order
};

/// What a bench test was; its curves stand with all others.
struct ExperimentRecord {
  std::string kind;    ///< "insertion-test", "closure"; "" = a course was simulated
  std::string manner;  ///< "pressed", "struck", "moved over the skin", "given holes"
  std::string skin;    ///< a site or specimen by name
  double travel = 0;   ///< to which the press is drawn [m]
};

/// A finished run: the study's heading, every member's numbers, and what people are shown of them.
struct Record : study::Heading {
  ExperimentRecord experiment;
  ResultTable table;
  std::vector<Result> results;                 ///< of the first session, then of the whole course
  std::vector<Result> of_course;               ///< of the whole course alone
  std::vector<std::vector<Result>> sessions;   ///< per session that was traced, only when more than one
  std::vector<std::uint32_t> session_numbers;  ///< of those, in the course
  std::vector<UndefinedResult> undefined;      ///< of all sessions, what none of their members has
  std::vector<safety::JudgedLimit> limits;     ///< how near the sessions come to what they should not pass
  std::vector<std::string> findings;           ///< what the needles do, in sentences
  bool has_landed = true;                      ///< whether a needle lands in the window in any member
  std::vector<LedgerRow> ledger;
  DepthHistogram histogram;
  std::vector<LayerBand> layers;
  std::vector<CurveSet> curves;  ///< series.csv
  CourseRecord course;
  course::Pictures pictures;  ///< of the median run's first session; empty = nothing known is put on
  course::Course median_run;  ///< the course with every input at its median
};

}  // namespace percuta::run
