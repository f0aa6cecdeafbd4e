#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/claims/judge.hpp"

namespace percuta::claims {
namespace {

std::vector<std::string> chosen(const std::vector<std::string>& ids, const DataFolder& data) {
  std::vector<std::string> all = claims_with_files(data);
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
  Arms arms(data, units);
  std::vector<ClaimFile> files;
  for (const std::string& id : chosen(ids, data)) {
    files.push_back(read_claim(id, data, units));
    arms.add(files.back());
  }
  std::vector<JudgedClaim> judged;
  for (const ClaimFile& file : files) {
    if (calls.begun) calls.begun(file.id, arms.seconds(file, control.threads));
    judged.push_back(judge(file, arms, data, units, control));
    if (calls.judged) calls.judged(judged.back());
  }
  return judged;
}

bool all_supported(const std::vector<JudgedClaim>& judged) {
  return std::all_of(judged.begin(), judged.end(),
                     [](const JudgedClaim& claim) { return claim.verdict == Verdict::supported; });
}

}  // namespace percuta::claims
