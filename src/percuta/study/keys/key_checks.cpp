#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "percuta/study/study_file.hpp"
#include "percuta/study/study_tree.hpp"

namespace percuta::study {

namespace {

/// Notes the names at the top of what it walks, and looks at nothing else.
class TopKeys : public Visitor {
 public:
  std::vector<std::string> names;

  void quantity(const Spec& spec, Quantity&) override { note(spec); }
  void quantities(const Spec& spec, std::vector<Quantity>&) override { note(spec); }
  void count(const Spec& spec, std::int64_t&) override { note(spec); }
  void word(const Spec& spec, std::string&) override { note(spec); }
  void words(const Spec& spec, std::vector<std::string>&) override { note(spec); }
  void flag(const Spec& spec, bool&) override { note(spec); }
  void points(const Spec& spec, std::vector<std::vector<double>>&) override { note(spec); }
  void table(const Spec& spec, const std::function<void(Visitor&)>&) override { note(spec); }
  void tables(const Spec& spec, std::size_t, const std::function<void(std::size_t)>&,
              const std::function<void(std::size_t, Visitor&)>&) override {
    note(spec);
  }

 private:
  void note(const Spec& spec) { names.emplace_back(spec.name); }
};

std::vector<std::string> known_keys() {
  StudyFile file;
  std::vector<SessionChange> sessions;
  TopKeys keys;
  describe_all(file, sessions, keys);
  return keys.names;
}

std::vector<std::string> session_keys() {
  SessionChange session;
  TopKeys keys;
  describe(session, keys);
  return keys.names;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Node with_known_keys(Node root, Problems& problems) {
  const std::vector<std::string> known = known_keys();
  std::vector<std::string> unknown;
  for (const auto& [key, value] : std::get<Node::Table>(root.value)) {
    if (holds(known, key)) continue;
    problems.add({fmt::format("'{}' is not a key of a study", key), suggestion(key, known), value.key_place()});
    unknown.push_back(key);
  }
  for (const std::string& key : unknown) root = without(std::move(root), key);
  return root;
}

void check_session_keys(const Node& root, Problems& problems) {
  const Node* list = root.find("session");
  if (list == nullptr || !list->is_list()) return;
  const std::vector<std::string> known = session_keys();
  std::set<std::int64_t> numbers;
  for (const Node& entry : std::get<Node::List>(list->value)) {
    if (!entry.is_table()) continue;
    for (const auto& [key, value] : std::get<Node::Table>(entry.value)) {
      if (holds(known, key)) continue;
      problems.add({fmt::format("'{}' cannot differ in one session", key), suggestion(key, known), value.key_place()});
    }
    const Node* number = entry.find("number");
    const auto* given = number == nullptr ? nullptr : std::get_if<std::int64_t>(&number->value);
    if (given != nullptr && !numbers.insert(*given).second) {
      problems.add({fmt::format("session {} is described twice", *given), "put both changes into one [[session]]",
                    number->place()});
    }
  }
}

}  // namespace percuta::study
