#include <fmt/format.h>

#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/ros2.hpp"
#include "percuta/numerics/time/ros2_mover.hpp"

namespace percuta::numerics {

TimeCheckpoint Ros2::checkpoint() const {
  TimeCheckpoint now{t_, dt_, count_, {}, {}};
  for (const State& state : fields_) {
    now.fields.push_back(state.value);
    now.ledgers.push_back(state.ledger);
  }
  return now;
}

void Ros2::must_fit(const TimeCheckpoint& from) const {
  if (from.fields.size() != fields_.size() || from.ledgers.size() != fields_.size()) {
    throw InputError(
        fmt::format("the checkpoint holds {} fields and {} ledgers where {} fields react: it is of another problem",
                    from.fields.size(), from.ledgers.size(), fields_.size()));
  }
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    const Field &mine = fields_[f].value, &theirs = from.fields[f];
    if (mine.name() == theirs.name() && mine.unit() == theirs.unit() && mine.layout() == theirs.layout()) continue;
    throw InputError(
        fmt::format("field {} of the checkpoint is '{}' [{}] on {} x {} x {} cells where '{}' [{}] on {} x {} x "
                    "{} is solved for: it is of another problem",
                    f + 1, theirs.name(), theirs.unit(), theirs.layout().nx, theirs.layout().ny, theirs.layout().nz,
                    mine.name(), mine.unit(), mine.layout().nx, mine.layout().ny, mine.layout().nz));
  }
  if (!(std::isfinite(from.time) && std::isfinite(from.step) && from.step > 0)) {
    throw InputError(fmt::format("a checkpoint at {} s with a step of {} s is none", from.time, from.step));
  }
}

void Ros2::restore(const TimeCheckpoint& from) {
  must_fit(from);
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    fields_[f].value = from.fields[f];
    fields_[f].ledger = from.ledgers[f];
    refresh(fields_[f]);
  }
  room_->forget();
  count_cells();
  t_ = done_until_ = from.time;
  dt_ = from.step;
  count_ = from.count;
  next_output_ = 0;
}

}  // namespace percuta::numerics
