#include "percuta/base/described_values.hpp"

#include <functional>

namespace percuta {
namespace {

/// Every value of what is described, in order.
class Values final : public Visitor {
 public:
  explicit Values(DescribedValues& values) : values_(values) {}
  void quantity(const Spec&, Quantity& member) override { values_.numbers.push_back(member.value); }
  void quantities(const Spec&, std::vector<Quantity>& member) override {
    size(member.size());
    for (const Quantity& one : member) values_.numbers.push_back(one.value);
  }
  void count(const Spec&, std::int64_t& member) override { values_.words.push_back(std::to_string(member)); }
  void word(const Spec&, std::string& member) override { values_.words.push_back(member); }
  void words(const Spec&, std::vector<std::string>& member) override {
    size(member.size());
    values_.words.insert(values_.words.end(), member.begin(), member.end());
  }
  void flag(const Spec&, bool& member) override { values_.numbers.push_back(member ? 1 : 0); }
  void points(const Spec&, std::vector<std::vector<double>>& member) override {
    size(member.size());
    for (const std::vector<double>& point : member) {
      size(point.size());
      values_.numbers.insert(values_.numbers.end(), point.begin(), point.end());
    }
  }
  void table(const Spec&, const std::function<void(Visitor&)>& walk) override { walk(*this); }
  void tables(const Spec&, std::size_t n, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    size(n);
    for (std::size_t i = 0; i < n; ++i) walk(i, *this);
  }

 private:
  void size(std::size_t n) { values_.numbers.push_back(static_cast<double>(n)); }

  DescribedValues& values_;
};

}  // namespace

DescribedValues values_of(const Describe& describe) {
  DescribedValues values;
  Values visitor(values);
  describe(visitor);
  return values;
}

}  // namespace percuta
