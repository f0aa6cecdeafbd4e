#pragma once

#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/reader.hpp"

namespace percuta::claims {

/// An uncertain input that nobody has measured.
struct AssumedInput {
  std::string path;              ///< "hand.bow.novice"
  Quantity* quantity = nullptr;  ///< in the struct that was walked
};

/// All of them that `describe` walks, in its order; of a list of tables, those of the first.
std::vector<AssumedInput> assumed_inputs(const Describe& describe);

}  // namespace percuta::claims
