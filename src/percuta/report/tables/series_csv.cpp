#include "percuta/report/escape.hpp"
#include "percuta/report/number.hpp"
#include "percuta/report/folder/folder.hpp"

namespace percuta::report {

std::string series_csv(const study::Record& record) {
  std::string csv = "figure,axis,axis_unit,at,quantity,unit,value,low,high\n";
  for (const study::CurveSet& set : record.curves) {
    const std::string head = csv_text(set.name) + ',' + csv_text(set.axis) + ',' + csv_text(set.axis_unit) + ',';
    for (const study::Curve& curve : set.curves) {
      for (std::size_t i = 0; i < set.at.size() && i < curve.values.size(); ++i) {
        const Interval& interval = curve.values[i];
        csv += head + number_text(set.at[i]) + ',' + csv_text(curve.name) + ',' + csv_text(curve.unit) + ',';
        csv += number_text(interval.value) + ',' + number_text(interval.low) + ',' + number_text(interval.high) + '\n';
      }
    }
  }
  return csv;
}

}  // namespace percuta::report
