#include "percuta/base/text/escape.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

std::string series_csv(const run::Record& record) {
  std::string csv = "figure,axis,axis_unit,at,quantity,unit,value,low,high\n";
  for (const run::CurveSet& set : record.curves) {
    const std::string head = csv_text(set.name) + ',' + csv_text(set.axis) + ',' + csv_text(set.axis_unit) + ',';
    for (const run::Curve& curve : set.curves) {
      for (std::size_t i = 0; i < set.at.size() && i < curve.values.size(); ++i) {
        const Interval& interval = curve.values[i];
        csv += head + six_digit_text(set.at[i]) + ',' + csv_text(curve.name) + ',' + csv_text(curve.unit) + ',';
        csv += six_digit_text(interval.value) + ',' + six_digit_text(interval.low) + ',' +
               six_digit_text(interval.high) + '\n';
      }
    }
  }
  return csv;
}

}  // namespace percuta::report
