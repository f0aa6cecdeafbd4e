#pragma once

#include "percuta/healing/law.hpp"

namespace percuta::healing {

/// The least sY at which myofibroblasts can feed themselves once all alarm and macrophages are gone: where a second
/// steady state of F and Y with T = sY Y appears [1].
double least_self_feeding(const Law& law);

}  // namespace percuta::healing
