#include "percuta/base/each_quantity.hpp"

#include <fmt/format.h>

#include <utility>

namespace percuta {
namespace {

class QuantityWalker final : public Visitor {
 public:
  QuantityWalker(std::string prefix, const OnQuantity& on_quantity)
      : prefix_(std::move(prefix)), on_quantity_(on_quantity) {}

  void quantity(const Spec& spec, Quantity& member) override {
    on_quantity_(prefix_ + std::string(spec.name), spec, member);
  }
  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    for (std::size_t i = 0; i < member.size(); ++i) {
      on_quantity_(fmt::format("{}{}[{}]", prefix_, spec.name, i), spec, member[i]);
    }
  }
  void count(const Spec&, std::int64_t&) override {}
  void word(const Spec&, std::string&) override {}
  void words(const Spec&, std::vector<std::string>&) override {}
  void flag(const Spec&, bool&) override {}
  void points(const Spec&, std::vector<std::vector<double>>&) override {}
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    QuantityWalker inner(fmt::format("{}{}.", prefix_, spec.name), on_quantity_);
    walk(inner);
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    for (std::size_t i = 0; i < size; ++i) {
      QuantityWalker inner(fmt::format("{}{}[{}].", prefix_, spec.name, i), on_quantity_);
      walk(i, inner);
    }
  }

 private:
  std::string prefix_;
  const OnQuantity& on_quantity_;
};

}  // namespace

void each_quantity(const Describe& describe, const std::string& prefix, const OnQuantity& on_quantity) {
  QuantityWalker walker(prefix, on_quantity);
  describe(walker);
}

}  // namespace percuta
