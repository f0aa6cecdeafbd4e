#include "percuta/claims/assumed_inputs.hpp"

namespace percuta::claims {
namespace {

class Finder : public Visitor {
 public:
  std::vector<AssumedInput> found;

  void quantity(const Spec& spec, Quantity& member) override {
    if (member.kind == Kind::assumed && !member.is_certain()) {
      found.push_back({prefix_ + std::string(spec.name), &member});
    }
  }
  void quantities(const Spec&, std::vector<Quantity>&) override {}
  void count(const Spec&, std::int64_t&) override {}
  void word(const Spec&, std::string&) override {}
  void words(const Spec&, std::vector<std::string>&) override {}
  void flag(const Spec&, bool&) override {}
  void points(const Spec&, std::vector<std::vector<double>>&) override {}
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    const std::string outside = prefix_;
    prefix_ += std::string(spec.name) + ".";
    walk(*this);
    prefix_ = outside;
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    if (size > 0) table(spec, [&](Visitor& inner) { walk(0, inner); });
  }

 private:
  std::string prefix_;
};

}  // namespace

std::vector<AssumedInput> assumed_inputs(const Describe& describe) {
  Finder finder;
  describe(finder);
  return finder.found;
}

}  // namespace percuta::claims
