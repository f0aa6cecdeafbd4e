#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/base/given_walk.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/study/keys/experiment_keys.hpp"
#include "percuta/study/study_file.hpp"
#include "study/study_fixture.hpp"

/// Every key of a study in turn, set to values that its declaration allows.
namespace percuta::study_test {

/// A resolved study as structs.
struct WholeStudy {
  study::StudyFile file;
  std::vector<study::SessionChange> sessions;
  std::vector<std::string> idle;  ///< tables that are not written

  Describe walk() {
    return [this](Visitor& visitor) { study::describe_all(file, sessions, visitor); };
  }
  std::string text() { return to_toml(given_only(walk(), idle), own_units()); }
};

inline WholeStudy whole_study(const study::Model& model) {
  WholeStudy whole;
  const Node root = parse_document(model.resolved_toml, "study.resolved.toml");
  if (root.find("specimen") != nullptr) whole.file.knowledge.specimen.emplace();
  Problems left_out;  // what a bench test does not write
  read_members(root, nullptr, own_units(), whole.walk(), left_out);
  whole.idle = study::idle_tables(model.experiment, model.subject.device_kind);
  return whole;
}

/// Sets the one key called `path`, in the first item of every list, to its `choice`-th value; notes all keys it passes.
class KeyChanger final : public Visitor {
 public:
  KeyChanger(std::string path, std::size_t choice) : path_(std::move(path)), choice_(choice) {}

  std::vector<std::string> keys;
  bool is_changed = false;  ///< false when the key has no such value

  void quantity(const Spec& spec, Quantity& member) override {
    if (is_it(spec)) put(member, numbers(spec, member.value));
  }
  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    if (!is_it(spec)) return;
    std::vector<std::vector<Quantity>> lists;
    for (const Quantity& one : numbers(spec, 0)) lists.push_back({one});
    put(member, lists);
  }
  void count(const Spec& spec, std::int64_t& member) override {
    if (!is_it(spec)) return;
    std::vector<std::int64_t> counts;
    for (const std::int64_t step : {1, -1, 2, 3, 0}) {
      const std::int64_t value = member + step;
      if (static_cast<double>(value) >= spec.min && static_cast<double>(value) <= spec.max) counts.push_back(value);
    }
    put(member, counts);
  }
  void word(const Spec& spec, std::string& member) override {
    if (is_it(spec)) put(member, words_of(spec));
  }
  void words(const Spec& spec, std::vector<std::string>& member) override {
    if (!is_it(spec)) return;
    std::vector<std::vector<std::string>> lists;
    for (const std::string& one : words_of(spec)) lists.push_back({one});
    put(member, lists);
  }
  void flag(const Spec& spec, bool& member) override {
    if (!is_it(spec) || choice_ > 1) return;
    member = choice_ == 0;
    is_changed = true;
  }
  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    if (!is_it(spec)) return;
    std::vector<std::vector<std::vector<double>>> shapes;
    for (const double scale : {1.01, 0.99}) {
      shapes.push_back(member.empty() ? std::vector<std::vector<double>>{{0, 0}, {1e-3, 0}, {0, 1e-3}} : member);
      for (std::vector<double>& point : shapes.back()) {
        for (double& x : point) x *= scale;
      }
    }
    put(member, shapes);
  }
  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    const std::string outside = prefix_;
    prefix_ += std::string(spec.name) + ".";
    walk(*this);
    prefix_ = outside;
  }
  void tables(const Spec& spec, std::size_t size, const std::function<void(std::size_t)>& resize,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    if (size == 0) resize(1);
    const std::string outside = prefix_;
    prefix_ += std::string(spec.name) + "[].";
    walk(0, *this);
    prefix_ = outside;
    if (size == 0) resize(0);
  }

 private:
  bool is_it(const Spec& spec) {
    keys.push_back(prefix_ + std::string(spec.name));
    return keys.back() == path_;
  }

  template <class Member>
  void put(Member& member, const std::vector<Member>& values) {
    if (choice_ >= values.size()) return;
    member = values[choice_];
    is_changed = true;
  }

  /// Near the member's value, else between the bounds.
  static std::vector<Quantity> numbers(const Spec& spec, double value) {
    const double least = own_units().to_si(spec.min, spec.unit), most = own_units().to_si(spec.max, spec.unit);
    std::vector<Quantity> found;
    for (const double share : {0.02, -0.02, 0.04, -0.04}) {
      const double near = value * (1 + share);
      if (value != 0 && near > least && near < most) found.push_back(certain(near));
    }
    for (const double share : {0.1, 0.2, 0.3, 0.02, 0.01}) found.push_back(certain(least + share * (most - least)));
    return found;
  }

  /// The choices; of a free word, names of every kind that a study may write.
  static std::vector<std::string> words_of(const Spec& spec) {
    if (!spec.choices.empty()) return spec.choices;
    return {"seed=1,2", "seed=3,4",    "cheek",        "forehead",        "roller-192",   "roller-540",    "pen-12",
            "pen-14",   "stamp-hand",  "patch-ha",     "needle-tip-test", "array-gap-30", "array-gap-600", "rf-25",
            "rf-49",    "plain-cream", "vitamin-c-15", "human-excised",   "gel",          "a.csv",         "b.csv"};
  }

  std::string path_, prefix_;
  std::size_t choice_;
};

/// Every key that `whole` may write, each once.
inline std::vector<std::string> keys_of(WholeStudy& whole) {
  KeyChanger lister("", 0);
  whole.walk()(lister);
  return lister.keys;
}

}  // namespace percuta::study_test
