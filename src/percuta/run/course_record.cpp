#include "percuta/run/course_record.hpp"

namespace percuta::run {

CourseRecord course_record_of(const study::Model& model, const course::Course& median_run) {
  if (median_run.endpoints.times.empty()) return {};
  const endpoints::Maps& maps = model.inputs.knowledge.endpoints;
  CourseRecord record;
  record.session_times = course::session_times(model.inputs);
  record.redness_seen = maps.redness.seen;
  record.red_dots_seen = maps.bleeding.dots_seen;
  record.crust_seen = maps.bleeding.crust_seen;
  record.places = course::outcome_map(model.inputs, median_run);
  return record;
}

}  // namespace percuta::run
