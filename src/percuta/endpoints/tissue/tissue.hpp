#pragma once

#include <functional>
#include <vector>

#include "percuta/endpoints/basis.hpp"

/// What endpoints of the layers lend to each other.
namespace percuta::endpoints {

/// Thickness of a layer of untouched skin [m]; k_undefined in a skin without it.
double epidermis_thickness(const skin::Skin& skin);
double dermis_thickness(const skin::Skin& skin);

/// Thickness of the dermis over that of untouched skin, where its collagen has gained `gain` [1].
double dermis_ratio(double gain, const DermisMap& map);

/// The last of a course; k_undefined of none.
double last_of(const std::vector<double>& course);

/// Each value of a course through a function.
std::vector<double> mapped(std::vector<double> values, const std::function<double(double)>& map);

}  // namespace percuta::endpoints
