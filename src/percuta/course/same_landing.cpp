#include "percuta/course/same_landing.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace percuta::course {
namespace {

/// Every value of what is described, in order.
class Values final : public Visitor {
 public:
  void quantity(const Spec&, Quantity& member) override { numbers_.push_back(member.value); }
  void quantities(const Spec&, std::vector<Quantity>& member) override {
    size(member.size());
    for (const Quantity& one : member) numbers_.push_back(one.value);
  }
  void count(const Spec&, std::int64_t& member) override { words_.push_back(std::to_string(member)); }
  void word(const Spec&, std::string& member) override { words_.push_back(member); }
  void words(const Spec&, std::vector<std::string>& member) override {
    size(member.size());
    words_.insert(words_.end(), member.begin(), member.end());
  }
  void flag(const Spec&, bool& member) override { numbers_.push_back(member ? 1 : 0); }
  void points(const Spec&, std::vector<std::vector<double>>& member) override {
    size(member.size());
    for (const std::vector<double>& point : member) {
      size(point.size());
      numbers_.insert(numbers_.end(), point.begin(), point.end());
    }
  }
  void table(const Spec&, const std::function<void(Visitor&)>& walk) override { walk(*this); }
  void tables(const Spec&, std::size_t n, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    size(n);
    for (std::size_t i = 0; i < n; ++i) walk(i, *this);
  }

  bool operator==(const Values& other) const { return numbers_ == other.numbers_ && words_ == other.words_; }

 private:
  void size(std::size_t n) { numbers_.push_back(static_cast<double>(n)); }

  std::vector<double> numbers_;
  std::vector<std::string> words_;
};

/// By copies, since a walk may change what it walks.
Values values_of(Knowledge known, SessionInputs session) {
  known.guidance.capture_distance.value = capture_distance(known, session.device);
  Values values;
  describe(session.device, values);
  describe(session.technique, values);
  describe(known.hand, values);
  describe(known.injection, values);
  describe(known.guidance, values);
  return values;
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
  return values_of(a.inputs.knowledge, one) == values_of(b.inputs.knowledge, other);
}

}  // namespace percuta::course
