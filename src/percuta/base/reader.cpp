#include "percuta/base/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/quantity_reader.hpp"
#include "percuta/base/text/quantity_text.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_most_unknown = 50;  // unknown keys of one table spelled out

/// "[technique]", "item 2 of [[session]]", "the file".
std::string table_name(const std::string& path) {
  if (path.empty()) return "the file's top level";
  const std::size_t bracket = path.rfind('[');
  if (!path.ends_with(']') || bracket == std::string::npos) return "[" + path + "]";
  const std::string number = path.substr(bracket + 1, path.size() - bracket - 2);
  return fmt::format("item {} of [[{}]]", std::stoul(number) + 1, path.substr(0, bracket));
}

/// The path of the table that a key stands in.
std::string parent_path(const Node& node, const std::string& key) {
  if (node.path.size() <= key.size() || !node.path.ends_with(key)) return "";
  return node.path.substr(0, node.path.size() - key.size() - 1);
}

/// A table being read: the user's, the defaults' (either may be absent), and where to point when a key is missing.
struct Table {
  const Node* given = nullptr;
  const Node* defaults = nullptr;
  std::string path;
  Place place;
};

/// A value with who wrote it; `node` is null when there is none.
struct Found {
  const Node* node = nullptr;
  Author author = Author::user;
};

class TableReader final : public Visitor {
 public:
  TableReader(Table table, const Units& units, Problems& problems)
      : table_(std::move(table)), units_(units), problems_(problems), quantities_(units, problems) {}

  void quantity(const Spec& spec, Quantity& member) override {
    const Found found = find(spec);
    if (found.node == nullptr) return;
    if (auto read = quantities_.read(*found.node, spec, found.author)) member = std::move(*read);
  }

  void quantities(const Spec& spec, std::vector<Quantity>& member) override {
    std::vector<Quantity> result;
    const Found found = find(spec);
    const bool is_read = each_item(found.node, spec, "quantities", [&](const Node& item) {
      auto read = quantities_.read(item, spec, found.author);
      if (read) result.push_back(std::move(*read));
      return read.has_value();
    });
    if (is_read) member = std::move(result);
  }

  void count(const Spec& spec, std::int64_t& member) override {
    const Node* node = find(spec).node;
    if (node == nullptr) return;
    const auto* number = std::get_if<std::int64_t>(&node->value);
    if (number == nullptr) return refuse_type(*node, spec, "an integer");
    const auto value = static_cast<double>(*number);
    if (has_bounds(spec) && (value < spec.min || value > spec.max)) {
      return refuse(node->place(), fmt::format("'{}' is {}; allowed is {}", spec.name, *number, range_text(spec)), "");
    }
    member = *number;
  }

  void word(const Spec& spec, std::string& member) override {
    const Node* node = find(spec).node;
    if (node == nullptr) return;
    if (const auto text = word_of(*node, spec)) member = *text;
  }

  void words(const Spec& spec, std::vector<std::string>& member) override {
    std::vector<std::string> result;
    const bool is_read = each_item(find(spec).node, spec, "texts", [&](const Node& item) {
      const auto text = word_of(item, spec);
      if (text) result.push_back(*text);
      return text.has_value();
    });
    if (is_read) member = std::move(result);
  }

  void flag(const Spec& spec, bool& member) override {
    const Node* node = find(spec).node;
    if (node == nullptr) return;
    const bool* truth = std::get_if<bool>(&node->value);
    if (truth == nullptr) return refuse_type(*node, spec, "true or false");
    member = *truth;
  }

  void points(const Spec& spec, std::vector<std::vector<double>>& member) override {
    std::vector<std::vector<double>> result;
    const bool is_read = each_item(find(spec).node, spec, "points [x, y]", [&](const Node& item) {
      const auto* pair = std::get_if<Node::List>(&item.value);
      if (pair == nullptr || pair->size() != 2) {
        refuse(item.place(), fmt::format("a point of '{}' must be a pair of numbers", spec.name),
               fmt::format("for example [1, 2], in {}", spec.unit));
        return false;
      }
      const auto x = quantities_.read_bare((*pair)[0], spec);
      const auto y = quantities_.read_bare((*pair)[1], spec);
      if (x && y) result.push_back({*x, *y});
      return x && y;
    });
    if (is_read) member = std::move(result);
  }

  void table(const Spec& spec, const std::function<void(Visitor&)>& walk) override {
    known_.emplace_back(spec.name);
    Table inner{find_in(table_.given, spec), find_in(table_.defaults, spec), path_of(spec), table_.place};
    if (inner.given == nullptr && inner.defaults == nullptr && spec.is_optional) return;
    for (const Node* node : {inner.given, inner.defaults}) {
      if (node != nullptr && !node->is_table())
        return refuse_type(*node, spec, fmt::format("a table [{}]", inner.path));
    }
    if (inner.given != nullptr) inner.place = inner.given->place();
    TableReader reader(std::move(inner), units_, problems_);
    walk(reader);
    reader.refuse_unknown_keys();
  }

  void tables(const Spec& spec, std::size_t /*size*/, const std::function<void(std::size_t)>& resize,
              const std::function<void(std::size_t, Visitor&)>& walk) override {
    const Node* node = find(spec).node;
    if (node == nullptr) return;
    const auto* list = std::get_if<Node::List>(&node->value);
    if (list == nullptr) return refuse_type(*node, spec, fmt::format("a list of tables [[{}]]", spec.name));
    resize(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) {
      const Node& item = (*list)[i];
      if (!item.is_table()) {
        refuse_type(item, spec, "a list of tables");
        continue;
      }
      TableReader reader({&item, nullptr, fmt::format("{}[{}]", path_of(spec), i), item.place()}, units_, problems_);
      walk(i, reader);
      reader.refuse_unknown_keys();
    }
  }

  void refuse_unknown_keys() const {
    for (const Node* node : {table_.given, table_.defaults}) {
      if (node != nullptr) refuse_unknown_keys_of(std::get<Node::Table>(node->value));
    }
  }

 private:
  static const Node* find_in(const Node* table, const Spec& spec) {
    return table != nullptr ? table->find(spec.name) : nullptr;
  }

  std::string path_of(const Spec& spec) const {
    return table_.path.empty() ? std::string(spec.name) : fmt::format("{}.{}", table_.path, spec.name);
  }

  /// The user's value, else the data's, else the declaration's; a problem when there is none and one is needed.
  Found find(const Spec& spec) {
    known_.emplace_back(spec.name);
    if (const Node* node = find_in(table_.given, spec)) return {node, Author::user};
    if (const Node* node = find_in(table_.defaults, spec)) return {node, Author::data};
    if (!spec.default_text.empty()) return {declared_default(spec), Author::code};
    if (!spec.is_optional) {
      refuse(table_.place, fmt::format("missing key '{}' in {}", spec.name, table_name(table_.path)), key_hint(spec));
    }
    return {};
  }

  static std::string key_hint(const Spec& spec) {
    const std::string range = range_text(spec);
    return range.empty() ? std::string(spec.meaning) : fmt::format("{} ({})", spec.meaning, range);
  }

  const Node* declared_default(const Spec& spec) {
    const std::string line = fmt::format("{} = {}", spec.name, spec.default_text);
    declared_.push_back(std::make_unique<Node>(parse_document(line, fmt::format("the default of '{}'", spec.name))));
    return declared_.back()->find(spec.name);
  }

  /// Calls `read` for each item of a list; false when the node is absent, no list, or an item was refused.
  template <class Read>
  bool each_item(const Node* node, const Spec& spec, std::string_view items, const Read& read) {
    if (node == nullptr) return false;
    const auto* list = std::get_if<Node::List>(&node->value);
    if (list == nullptr) {
      refuse_type(*node, spec, fmt::format("a list of {}", items));
      return false;
    }
    bool is_read = true;
    for (const Node& item : *list) is_read = read(item) && is_read;
    return is_read;
  }

  std::optional<std::string> word_of(const Node& node, const Spec& spec) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (text == nullptr) {
      refuse_type(node, spec, "text");
      return std::nullopt;
    }
    const bool is_allowed =
        spec.choices.empty() || std::find(spec.choices.begin(), spec.choices.end(), *text) != spec.choices.end();
    if (!is_allowed) {
      refuse(node.place(), fmt::format("'{}' is not a value of '{}'", *text, spec.name),
             suggestion(*text, spec.choices));
      return std::nullopt;
    }
    return *text;
  }

  void refuse_unknown_keys_of(const Node::Table& table) const {
    std::size_t unknown = 0;
    for (const auto& [key, node] : table) {
      if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
      if (++unknown > k_most_unknown) return;
      refuse(node.key_place(), fmt::format("'{}' is not a key of {}", key, table_name(parent_path(node, key))),
             suggestion(key, known_));
    }
  }

  void refuse_type(const Node& node, const Spec& spec, const std::string& needed) const {
    refuse(node.place(), fmt::format("'{}' is {}, but {} is needed", spec.name, node.type_word(), needed),
           key_hint(spec));
  }

  void refuse(const Place& place, std::string message, std::string hint) const {
    problems_.add({std::move(message), std::move(hint), place});
  }

  Table table_;
  const Units& units_;
  Problems& problems_;
  QuantityReader quantities_;
  std::vector<std::string> known_;
  std::vector<std::unique_ptr<Node>> declared_;  // parsed defaults, alive while they are read
};

}  // namespace

void read_members(const Node& table, const Node* defaults, const Units& units, const Describe& describe,
                  Problems& problems) {
  for (const Node* node : {&table, defaults}) {
    if (node != nullptr && !node->is_table()) {
      problems.add({fmt::format("{} is found where a table is needed", node->type_word()), "", node->place()});
      return;
    }
  }
  TableReader reader({&table, defaults, table.path, table.place()}, units, problems);
  describe(reader);
  reader.refuse_unknown_keys();
}

}  // namespace percuta
