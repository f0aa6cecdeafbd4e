#pragma once

#include <string>
#include <vector>

#include "percuta/claims/claims.hpp"

/// What came of judging claims, for people and for programs.
namespace percuta::report {

/// For a terminal: the verdict, the claim's words, each test's numbers, the papers and the cases near.
std::string claim_text(const claims::JudgedClaim& claim);

/// A list of objects with id, verdict, words, numbers, sources and more.
std::string claims_json(const std::vector<claims::JudgedClaim>& judged);

}  // namespace percuta::report
