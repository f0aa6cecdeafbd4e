#include "percuta/run/session_limits.hpp"

namespace percuta::run {

namespace {

/// What one session comes to, of what limits are set for.
std::vector<safety::Measured> measured_of(const study::Model& model, const ResultTable& table, std::uint32_t session) {
  const course::SessionInputs& own = model.inputs.sessions[session - 1];
  std::vector<safety::Measured> all{safety::reach_of(own.device, own.technique, model.inputs.knowledge.injection)};
  if (table.members() == 0) return all;
  for (const safety::Limit& limit : model.limits) {
    if (limit.quantity == safety::k_reach || table.defined(limit.quantity, session).empty()) continue;
    all.push_back({limit.quantity, table.interval(limit.quantity, session)});
  }
  return all;
}

}  // namespace

std::vector<safety::JudgedLimit> session_limits(const study::Model& model, const ResultTable& table,
                                                const Units& units) {
  std::vector<safety::JudgedLimit> all;
  if (model.limits.empty()) return all;
  for (std::uint32_t session = 1; session <= model.inputs.sessions.size(); ++session) {
    const safety::LimitPlace place = study::limit_place(model.subject, model.inputs.sessions[session - 1].device);
    for (safety::JudgedLimit& judged : safety::judge(model.limits, place, measured_of(model, table, session), units)) {
      judged.session = session;
      all.push_back(std::move(judged));
    }
  }
  return safety::nearest_of(all);
}

}  // namespace percuta::run
