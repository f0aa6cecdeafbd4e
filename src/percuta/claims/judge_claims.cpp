#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/claims/claims.hpp"

namespace percuta::claims {
namespace {

std::vector<std::string> chosen(const std::vector<std::string>& ids, const DataFolder& data) {
  const std::vector<std::string> all = claims_with_files(data);
  if (ids.empty()) return all;
  std::vector<std::string> chosen;
  for (std::string id : ids) {
    if (id.starts_with('c')) id.front() = 'C';
    if (std::find(all.begin(), all.end(), id) == all.end()) {
      throw InputError(fmt::format("the claim '{}' is not judged yet, or is none", id), suggestion(id, all));
    }
    chosen.push_back(std::move(id));
  }
  return chosen;
}

}  // namespace

std::vector<JudgedClaim> judge_claims(const std::vector<std::string>& ids, const DataFolder& data, const Units& units,
                                      const run::RunControl& control, const ClaimCalls& calls) {
  std::vector<JudgedClaim> judged;
  for (const std::string& id : chosen(ids, data)) {
    if (calls.begun) calls.begun(id);
    judged.push_back(judge(id, data, units, control));
    if (calls.judged) calls.judged(judged.back());
  }
  return judged;
}

bool all_supported(const std::vector<JudgedClaim>& judged) {
  return std::all_of(judged.begin(), judged.end(),
                     [](const JudgedClaim& claim) { return claim.verdict == Verdict::supported; });
}

}  // namespace percuta::claims
