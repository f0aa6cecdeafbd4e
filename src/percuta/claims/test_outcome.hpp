#pragma once

#include "percuta/claims/arms.hpp"
#include "percuta/claims/claims.hpp"

namespace percuta::claims {

/// One test of a claim whose arms have been run: its numbers, the share of the members on the claim's side, and the
/// assumed inputs inside whose range the answer turns. Throws InputError for what the arms do not tell.
TestOutcome outcome_of(const ClaimTest& test, const ClaimFile& file, const Arms& arms, const Units& units);

}  // namespace percuta::claims
