#pragma once

#include <string_view>

#include "percuta/skin/skin.hpp"

namespace percuta::insertion {

/// Depth of a layer's upper face; infinite in a skin without it, as on a bench. Its dermis may be one layer, "dermis",
/// and then stands for the papillary one [m].
double top_of(const skin::Skin& skin, std::string_view layer);
double bottom_of(const skin::Skin& skin, std::string_view layer);

}  // namespace percuta::insertion
