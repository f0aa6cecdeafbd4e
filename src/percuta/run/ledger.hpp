#pragma once

#include <vector>

#include "percuta/run/record.hpp"

namespace percuta::run {

/// Counts every strike of the drawn course from its own tally: struck, outside, new holes, re-entries, pierced, not
/// pierced, and the mismatch of both sums; then what collagen was made, lost and cleared. Throws SolverError when a
/// mismatch is not 0, or that of collagen more than rounding.
std::vector<LedgerRow> ledger_of(const course::Course& course);

}  // namespace percuta::run
