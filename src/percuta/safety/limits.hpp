#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/parameters.hpp"
#include "percuta/base/units.hpp"
#include "percuta/device/device.hpp"
#include "percuta/strokes/strokes.hpp"

/// What a treatment should not pass, by site and by setting (data/limits), and how near it comes.
namespace percuta::safety {

/// A row of data/limits: one bound of one quantity, and where it holds. An empty list of places means all of them.
struct Limit {
  std::string quantity;               ///< "device.reach", or a result: "coverage.density"
  std::vector<std::string> sites;     ///< "under-eye"
  std::vector<std::string> settings;  ///< "home"
  std::vector<std::string> kinds;     ///< of device: "roller"
  Quantity at_most, at_least;         ///< one of the two; the other names no source
  std::string reason;                 ///< what the bound rests on, for people

  bool is_at_most() const { return !at_most.source.empty(); }
  const Quantity& bound() const { return is_at_most() ? at_most : at_least; }
};
void describe(Limit& limit, Visitor& visitor);

/// One file of data/limits.
struct LimitFile {
  std::vector<Limit> limit;
};
void describe(LimitFile& file, Visitor& visitor);

/// Something that limits can be set for.
struct LimitedQuantity {
  std::string name, unit, meaning;
};
/// How far the needles can reach, and every result of a course.
const std::vector<LimitedQuantity>& limited_quantities();
inline constexpr std::string_view k_reach = "device.reach";

/// Where a session is held, with what kind of device.
struct LimitPlace {
  std::string site, site_title, setting, kind;
};

/// Whether the row holds there.
bool applies(const Limit& limit, const LimitPlace& place);

/// What a session comes to.
struct Measured {
  std::string quantity;
  Interval si;
};

/// Worst first.
enum class Nearness { beyond, near, inside, no_limit };
/// "inside", "near", "beyond", "no published limit"
std::string to_word(Nearness nearness);

/// Beyond: the median is past the bound; near: an end of the interval is; inside: nothing is.
Nearness nearness_of(const Interval& interval, double bound, bool is_at_most);

/// A quantity held against the tightest limit of a kind that applies.
struct JudgedLimit {
  std::string quantity, unit, meaning;
  Interval value;  ///< in `unit`
  Nearness nearness = Nearness::no_limit;
  bool is_at_most = true;
  double bound = 0, distance = 0;  ///< in `unit`; what is left up to the bound, below 0 beyond it
  std::string source, reason;      ///< "" without a limit
  std::string where;               ///< "under the eye, at home": what the row names
  std::uint32_t session = 1;
  bool is_our_rule() const { return source == "PercutaRule"; }
};

/// Holds what was measured against the rows that apply: of several bounds of one quantity the tightest. A quantity that
/// rows limit elsewhere, but none here, has no published limit. In the order of the rows.
std::vector<JudgedLimit> judge(const std::vector<Limit>& limits, const LimitPlace& place,
                               const std::vector<Measured>& measured, const Units& units);

/// Of several sessions, for each bound the one that comes nearest to it; the worst word first.
std::vector<JudgedLimit> nearest_of(const std::vector<JudgedLimit>& all);

/// "How far the needles can reach: 1.5 mm [1.45, 1.55]; at most 0.35 mm (under the eye): beyond by 1.15 mm. No longer
/// needles were looked at there (Arepagorn2024)."
std::string sentence_of(const JudgedLimit& judged);

/// How far below the surface needles get that go in as far as they can: their length, or less when they are set to a
/// depth or go in aslant [m]. `bound` takes all inputs there.
double needle_reach(const device::Device& device, const strokes::Technique& technique,
                    const strokes::InjectionPatterns& injection, double Quantity::* bound);
/// Of the medians, and of all low and all high ends.
Measured reach_of(const device::Device& device, const strokes::Technique& technique,
                  const strokes::InjectionPatterns& injection);

}  // namespace percuta::safety
