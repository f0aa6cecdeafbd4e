#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/run/run.hpp"

/// What will be seen, hours to months after the last session: read off the run's curves, which are told at these times.
namespace percuta::report {

/// Whether people see it: of none, some, most or all of the members.
enum class Sight { no, maybe, likely, yes };
std::string_view to_word(Sight sight);

/// Of an interval over the members, where more than `seen` is seen.
Sight sight_of(const Interval& interval, double seen);

/// One thing to be seen, at the outlook's times.
struct OutlookRow {
  std::string name;                                        ///< "redness"
  std::string unit;                                        ///< "1" for the grade, "1/cm2", "%"
  double seen = std::numeric_limits<double>::quiet_NaN();  ///< in `unit`; not a number = it has no such bound
  std::vector<Interval> values;

  bool has_bound() const { return seen == seen; }
};

struct Outlook {
  std::vector<double> after;  ///< the last session [day]
  std::vector<OutlookRow> rows;

  bool is_empty() const { return after.empty() || rows.empty(); }
};

/// Empty where the run has no endpoints' curves.
Outlook outlook_of(const run::Record& record);

/// "1 hour", "day 3", "3 months".
std::string time_in_words(double days);

/// What an endpoint is, and whether the study asks for it.
struct ToldEndpoint {
  endpoints::Endpoint endpoint;
  bool is_asked = false;
};
/// The endpoints of which the run has a result, those that the study asks for first.
std::vector<ToldEndpoint> told_endpoints(const run::Record& record);

/// What acts on that which is seen and is not in these numbers, a few words each.
std::vector<std::string> not_stated(const run::Record& record);

}  // namespace percuta::report
