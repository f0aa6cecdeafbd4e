#pragma once

#include <string>

#include "percuta/claims/arms.hpp"
#include "percuta/claims/claims.hpp"

namespace percuta::claims {

/// Reads claims/<id>.toml. Throws FileError, InputError.
ClaimFile read_claim(const std::string& id, const DataFolder& data, const Units& units);

/// Judges a claim whose arms are known to `arms`; those that have not been run yet are.
JudgedClaim judge(const ClaimFile& file, Arms& arms, const DataFolder& data, const Units& units,
                  const run::RunControl& control);

}  // namespace percuta::claims
