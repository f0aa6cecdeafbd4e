#pragma once

#include <initializer_list>

#include "percuta/numerics/fields/field.hpp"
#include "percuta/numerics/fields/launch.hpp"

namespace percuta::numerics {

struct Term {
  double factor = 1;
  const Field* field = nullptr;
};

/// out = sum of factor x field, in the order given; out may be one of them. At most 4 terms.
void combine(const std::vector<SlabRange>& ranges, Field& out, std::initializer_list<Term> terms);

/// Sum over cells of a x b, and of a alone; fixed order.
double inner(const std::vector<SlabRange>& ranges, const Field& a, const Field& b);
double total(const std::vector<SlabRange>& ranges, const Field& a);

}  // namespace percuta::numerics
