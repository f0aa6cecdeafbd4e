#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "percuta/base/error.hpp"
#include "percuta/numerics/time/tr_bdf2.hpp"

namespace percuta::numerics {

/// Rates leave in the units of the problem, whatever a stored 1 is then; a power of two: nothing is rounded.
TimeCheckpoint TrBdf2::checkpoint() const {
  TimeCheckpoint made{t_, dt_, count_, {begin_.value}, {ledger_}};
  if (!is_begun_) return made;
  made.fields.emplace_back("rate", begin_.value.unit(), begin_.value.layout());
  combine(ranges(), made.fields.back(), {{problem_.matrix->scale(), &begin_.rate}});
  made.ledgers.push_back({begin_.gains});
  return made;
}

void TrBdf2::restore(const TimeCheckpoint& from) {
  const auto is_alike = [&](const Field& field) { return field.layout() == begin_.value.layout(); };
  const bool fits = (from.fields.size() == 1 || from.fields.size() == 2) && from.fields.size() == from.ledgers.size() &&
                    std::all_of(from.fields.begin(), from.fields.end(), is_alike) &&
                    from.fields[0].name() == begin_.value.name() && from.step > 0 && std::isfinite(from.time);
  if (!fits) {
    throw InputError(fmt::format("this checkpoint is not one of {} on {} x {} x {} cells; start from the beginning",
                                 begin_.value.name(), begin_.value.layout().nx, begin_.value.layout().ny,
                                 begin_.value.layout().nz));
  }
  t_ = restored_ = from.time;
  dt_ = from.step;
  count_ = from.count;
  ledger_ = from.ledgers[0];
  begin_.value = from.fields[0];
  next_output_ = 0;
  std::erase_if(events_, [&](const TimeEvent& event) { return event.time <= restored_; });
  is_begun_ = is_balanced_ = from.fields.size() == 2;
  if (!is_begun_) {
    follow_capacities();
    return remember_capacities();
  }
  if (before_ != nullptr) follow_chain(before_->begin_);
  move_to(t_);
  remember_capacities();
  take_turned(begin_);
  combine(ranges(), begin_.rate, {{1 / problem_.matrix->scale(), &from.fields[1]}});
  begin_.gains = from.ledgers[1].rows;
}

}  // namespace percuta::numerics
