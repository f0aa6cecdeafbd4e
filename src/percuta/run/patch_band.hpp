#pragma once

#include <vector>

#include "percuta/base/result_column.hpp"

namespace percuta::run {

/// Brings the members' numbers, which are of the map, to those of the median person's patch: each that hangs on how
/// holes are resolved is multiplied by what makes the members' median the patch's, so that bands stay as wide as they
/// are in relation to it. Where the members' median is 0, or both differ in sign, the difference is added instead; what
/// is nowhere below 0 stays so. Where the patch has no number, no member has.
void rest_on_patch(const std::vector<ResultColumn>& columns, const std::vector<double>& patch,
                   std::vector<std::vector<double>>& members);

}  // namespace percuta::run
