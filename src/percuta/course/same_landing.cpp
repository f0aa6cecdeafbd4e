#include "percuta/course/same_landing.hpp"

#include <algorithm>
#include <vector>

#include "percuta/base/described_values.hpp"

namespace percuta::course {
namespace {

/// By copies, since a walk may change what it walks.
DescribedValues landing_values(Knowledge known, SessionInputs session) {
  known.guidance.capture_distance.value = capture_distance(known, session.device);
  return values_of([&](Visitor& visitor) {
    describe(session.device, visitor);
    describe(session.technique, visitor);
    describe(known.hand, visitor);
    describe(known.injection, visitor);
    describe(known.guidance, visitor);
  });
}

bool are_same(const std::vector<numerics::Point>& a, const std::vector<numerics::Point>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](numerics::Point p, numerics::Point q) { return p.x == q.x && p.y == q.y; });
}

bool are_drawn_alike(const skin::Skin& a, const skin::Skin& b) {
  return are_same(a.outline, b.outline) && are_same(a.window, b.window) &&
         std::equal(a.expression_lines.begin(), a.expression_lines.end(), b.expression_lines.begin(),
                    b.expression_lines.end(), are_same);
}

}  // namespace

bool lands_alike(const OnSkin& a, const OnSkin& b, std::uint32_t number) {
  const SessionInputs &one = a.inputs.sessions.at(number - 1), &other = b.inputs.sessions.at(number - 1);
  const bool asks_for_depths = !one.technique.endpoint.empty() || !other.technique.endpoint.empty();
  if (asks_for_depths || !one.measured.empty() || !other.measured.empty() || !are_drawn_alike(a.skin, b.skin))
    return false;
  return landing_values(a.inputs.knowledge, one) == landing_values(b.inputs.knowledge, other);
}

}  // namespace percuta::course
