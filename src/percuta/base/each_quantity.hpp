#pragma once

#include <functional>
#include <string>

#include "percuta/base/parameters.hpp"
#include "percuta/base/reader.hpp"

namespace percuta {

/// Told of a quantity with its path: "hand.bow.novice", "session[0].technique.force", "technique.directions[1]".
using OnQuantity = std::function<void(const std::string& path, const Spec& spec, Quantity& quantity)>;

/// Calls `on_quantity` for every quantity that `describe` walks, those in lists and tables too, in its order. `prefix`
/// stands before every path.
void each_quantity(const Describe& describe, const std::string& prefix, const OnQuantity& on_quantity);

}  // namespace percuta
