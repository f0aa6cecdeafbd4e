#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/error.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"

/// A published measurement and the study that repeats it: validation/<list>/<case>/.
namespace percuta::validation {

/// The lists of validation/roles.toml, in the order in which their cases are told.
const std::vector<std::string>& case_lists();

/// One row of measured.csv.
struct Measured {
  std::string quantity;  ///< name of the row
  std::string unit;
  std::optional<double> value, low, high;  ///< in `unit`
  /// "none", "sd" (low and high are one standard deviation off), "range", "fit_error", "equal" (no difference found);
  /// "bound", "order" (of a ratio), "binary".
  std::string spread_kind;
  std::int64_t people = 0;  ///< behind the value, 0 = not known
};

/// Reads measured.csv. Throws InputError with the line for a row that is not as described.
std::vector<Measured> read_measured(const std::filesystem::path& path);

/// One run of the case: its study with what differs.
struct CaseVariant {
  std::string name;
  std::string study;             ///< a study file beside the case
  std::vector<std::string> set;  ///< as --set
};
void describe(CaseVariant& variant, Visitor& visitor);

/// One measured row against one number of ours: (`quantity` - `less`) of the variant `of`, less the same of `minus`,
/// over the same of `over`, over the length `per`. Of a series one of `at`, `peak` and `below` says which number; with
/// `minus_at` or `over_at` the other variant's is read at that moment instead.
struct Comparison {
  std::string measured;         ///< a row of measured.csv
  std::string quantity, less;   ///< "insertion.depth_in_place"; `less` may be empty
  std::string of, minus, over;  ///< names of variants; `of` empty = the first
  Quantity per;                 ///< a length to divide by; unset = none [m]
  Quantity at;                  ///< of a series: when; unset = not asked [s]
  Quantity minus_at, over_at;   ///< of the series of `minus`, of `over`: when, if at another moment [s]
  bool peak = false;            ///< of a series: its greatest value
  Quantity below;               ///< of a series: when it falls below that, in its unit; unset = not asked
  std::string not_stated;       ///< why this version says nothing of it; then the rest is empty

  std::map<std::string, Place, std::less<>> places = {};  ///< of its keys' values in case.toml, "" = of itself

  /// Of the key's value, or of the comparison where the key is not written.
  const Place& place(std::string_view key) const;
};
void describe(Comparison& comparison, Visitor& visitor);

struct Case {
  std::filesystem::path folder;
  std::string name;  ///< of the folder
  std::string id, list, room, title, note, not_stated;
  std::vector<CaseVariant> variants;
  std::vector<Comparison> comparisons;
  std::vector<Measured> measured;

  const Measured& row(const std::string& quantity) const;  ///< throws std::out_of_range
};

/// Reads case.toml and measured.csv of a folder. Throws InputError: unknown keys, variants or rows that are not there,
/// measured rows that nothing is compared with.
Case read_case(const std::filesystem::path& folder, const Units& units);

/// What validation/roles.toml says of a case.
struct CaseRole {
  std::string id, role, since, reason, title;
  std::vector<std::string> same_data;  ///< "transport V26"
};
void describe(CaseRole& role, Visitor& visitor);

struct CaseRoles {
  std::vector<CaseRole> devices, rf, transport, healing;

  /// nullptr when the lists do not hold it.
  const CaseRole* find(const std::string& list, const std::string& id) const;
  /// A blind case whose measurement is no calibration case under any name, nor counted already in an earlier list.
  bool counts_as_blind(const std::string& list, const std::string& id) const;
};
CaseRoles read_roles(const std::filesystem::path& path, const Units& units);

}  // namespace percuta::validation
