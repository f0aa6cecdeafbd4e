#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"
#include "percuta/validation/case.hpp"

/// Published experiments against the models: runs the cases, compares, scores.
/// Band     of a mean of n people: what we do not know of the inputs, and people / n where their spread was measured
/// Inside   the measured value lies in the band; of an order, a bound or a yes the median obeys it
/// Naive    the mean of the calibration cases' measured values of that quantity; without one, no change
namespace percuta::validation {

/// One measured row, judged.
struct Judged {
  std::string case_name, id, list, room, title;
  std::string role;           ///< "calibration", "blind"
  bool is_counted = false;    ///< as blind: its measurement is no calibration case under another name
  std::string quantity;       ///< of measured.csv
  std::string naive_subject;  ///< the plain quantity that calibration cases may speak of; "" = none
  bool is_ratio = false;
  std::string ours_quantity;  ///< "insertion.depth_in_place", with what it is divided by in words
  std::string unit;
  Measured measured;
  std::string not_stated;  ///< why there is nothing of ours; then what follows is empty
  Interval ours;           ///< knowledge interval, in `unit`
  double band_low = 0, band_high = 0;
  double share = 0;  ///< of the members that obey an order, a bound or a yes [1]
  bool is_inside = false;
  double naive = 0;
  bool is_naive_inside = false;
};

/// How a set of judged rows fared.
struct Score {
  int rows = 0, inside = 0, naive_inside = 0, not_stated = 0;
  double sharpness = 0;                 ///< median of high over low of the rows with a value; 0 = none, inf = low at 0
  double factor = 0, naive_factor = 0;  ///< median factor between ours (the naive rule's) and the measured value
};
Score score_of(const std::vector<Judged>& judged);

/// validation/roles.toml beside the data, among the published cases. Throws FileError when it is nowhere.
std::filesystem::path roles_file(const DataFolder& data);

/// Cases whose list, room, id ("V9"), "list/id" or folder is one of `words` (all when empty), in the order of lists and
/// folders. Throws InputError for a word that fits none.
std::vector<Case> find_cases(const std::filesystem::path& validation, const std::vector<std::string>& words,
                             const Units& units);

/// What every variant of a case gave, member by member, of what is compared with it.
struct VariantRun {
  std::string name;
  run::ResultTable table;
};

/// Runs the variants of each case, none of a case that says nothing of ours. `members` overrides the studies'
/// ensembles. Progress counts the variants.
std::vector<std::vector<VariantRun>> run_cases(const std::vector<Case>& cases, std::optional<std::uint32_t> members,
                                               const DataFolder& data, const Units& units,
                                               const run::RunControl& control);

/// Compares a case's rows with its runs.
std::vector<Judged> judge(const Case& read, const std::vector<VariantRun>& runs, const CaseRoles& roles,
                          const Units& units);

/// A comparison's quantity, with what is read off a series, when it is neither a difference, a ratio nor a share, of
/// which no two are alike; else "".
std::string plain_quantity(const Comparison& comparison, const Units& units);

/// Whether `value` obeys a bound, an order or a yes.
bool obeys_sign(const Measured& row, double value);

/// Fills in the naive rule, once all rows are judged; `cases` are all there are, not only those that ran.
void add_naive_rule(const std::vector<Case>& cases, const CaseRoles& roles, const Units& units,
                    std::vector<Judged>& judged);

/// What came of a validation.
struct Validation {
  std::vector<Judged> judged;
  bool holds = true;  ///< whether every row that counts as blind, and has a value of ours, is inside
};

/// Runs and judges the cases that `words` name (all when empty), as find_cases reads them; `members` overrides the
/// studies' ensembles. Progress counts the variants run. Throws FileError when there are no cases beside the data.
Validation validate(const std::vector<std::string>& words, std::optional<std::uint32_t> members, const DataFolder& data,
                    const Units& units, const run::RunControl& control);

/// Every word that names a case, in the order of the alphabet.
std::vector<std::string> case_words(const DataFolder& data, const Units& units);

}  // namespace percuta::validation
