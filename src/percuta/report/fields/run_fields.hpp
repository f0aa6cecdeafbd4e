#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "percuta/numerics/fields/field_series.hpp"
#include "percuta/numerics/fields/grid.hpp"
#include "percuta/numerics/time/time_step.hpp"

namespace percuta::report {

using numerics::FieldSeries;

/// All that a room needs to go on: where its integrators stand, fields and numbers beside them, each by its name.
struct RoomState {
  std::vector<numerics::TimeCheckpoint> walks;
  std::vector<numerics::Field> fields;
  std::map<std::string, std::vector<double>> numbers;
  std::map<std::string, std::string> words;
};

/// What a room keeps of its fields, on a grid of its own, and where it stands while it is under way.
struct RoomFields {
  std::string room;  ///< "transport"
  numerics::Grid grid;
  std::vector<FieldSeries> series;  ///< each of its own name
  std::optional<RoomState> state;
};

/// What a run keeps of its fields.
struct RunFields {
  std::string inputs_hash;
  std::vector<RoomFields> rooms;  ///< each of its own name
};

}  // namespace percuta::report
