#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "percuta/base/error.hpp"

/// A TOML file as a tree that remembers where everything stood.
namespace percuta {

/// The text a tree was read from.
struct Source {
  std::string name;                ///< path as given, or "--set"
  std::vector<std::string> lines;  ///< for carets
};

struct NodeEntry;

/// A value of a document: table, list, text, integer, number or truth.
struct Node {
  using Table = std::vector<NodeEntry>;  ///< in file order; keys unique
  using List = std::vector<Node>;
  std::variant<Table, List, std::string, std::int64_t, double, bool> value;
  std::shared_ptr<const Source> source;
  int line = 0, column = 0, width = 1;              ///< of the value
  int key_line = 0, key_column = 0, key_width = 1;  ///< of its key (0 for list items and the root)
  std::string path;                                 ///< in its document: "device.needle", "session[0]", "" for the root

  bool is_table() const;
  bool is_list() const;
  const Node* find(std::string_view key) const;  ///< nullptr when absent or not a table
  Place place() const;
  Place key_place() const;
  std::string type_word() const;  ///< "a table", "text", "an integer", ...
};

/// A key of a table and what it holds; `auto& [key, node]` takes it apart.
struct NodeEntry {
  std::string first;
  Node second;
};

inline bool Node::is_table() const {
  return std::holds_alternative<Table>(value);
}
inline bool Node::is_list() const {
  return std::holds_alternative<List>(value);
}

/// Reads a TOML file. Refuses (InputError) folders, files above 1 MB, NUL bytes, text that is not UTF-8, nesting deeper
/// than 64, TOML syntax errors (with place and caret); FileError when it cannot be opened.
Node read_document(const std::filesystem::path& path);

/// The same for text in memory; `name` stands in the messages.
Node parse_document(std::string_view text, const std::string& name);

inline constexpr int k_deepest_nesting = 64;

/// One `--set key=value`, as a tree ("device.needle.length=1.5 mm" needs no quotes). InputError when it has no '='.
Node parse_setting(std::string_view setting);

/// `over` laid on `base`: tables merge key by key, anything else replaces. Places go with the values.
Node overlaid(Node base, const Node& over);

/// `node` without the key `name` (of a table).
Node without(Node node, std::string_view name);

}  // namespace percuta
