#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/files/document.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta {
namespace {

bool is_bare_key(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

/// A key part of a setting and where it stands.
struct KeyPart {
  std::string name;
  int column = 1;
};

std::vector<KeyPart> key_parts(std::string_view key) {
  std::vector<KeyPart> parts;
  std::size_t begin = 0;
  while (begin <= key.size()) {
    const std::size_t end = std::min(key.find('.', begin), key.size());
    parts.push_back({std::string(key.substr(begin, end - begin)), static_cast<int>(begin) + 1});
    begin = end + 1;
  }
  return parts;
}

Node plain_text(const std::string& text) {
  Node node;
  node.value = text;
  return node;
}

/// The value of a setting: TOML when it reads as a TOML value, else the text itself.
Node setting_value(const std::string& text) {
  if (text.find_first_of("\n\r") == std::string::npos) {
    try {
      const Node line = parse_document("value = " + text, "--set");
      if (const Node* value = line.find("value")) return *value;
    } catch (const InputError&) {
      return plain_text(text);
    }
  }
  return plain_text(text);
}

/// Gives a tree its place in the text of a setting; all of it is underlined as one.
void settle(Node& node, const std::shared_ptr<const Source>& source, const std::string& path, int column, int width) {
  node.source = source;
  node.path = path;
  node.line = 1;
  node.column = column;
  node.width = width;
  if (node.key_line > 0) {
    node.key_line = 1;
    node.key_column = column;
    node.key_width = width;
  }
  if (auto* table = std::get_if<Node::Table>(&node.value)) {
    for (auto& [key, child] : *table) settle(child, source, fmt::format("{}.{}", path, key), column, width);
  }
  if (auto* list = std::get_if<Node::List>(&node.value)) {
    for (std::size_t i = 0; i < list->size(); ++i)
      settle((*list)[i], source, fmt::format("{}[{}]", path, i), column, width);
  }
}

int width_of(std::string_view text) {
  return static_cast<int>(count_characters(text));
}

/// A setting that cannot be one.
InputError refusal(std::string_view setting, const std::string& message, int width = 1) {
  return InputError({Problem{message, "write key=value, for example device.needle.length=1.5 mm",
                             Place{"--set", 1, 1, std::max(1, width), std::string(setting)}}});
}

/// The key of a setting, part by part.
std::vector<KeyPart> checked_key(std::string_view setting, std::string_view key) {
  std::vector<KeyPart> parts = key_parts(key);
  if (parts.size() > k_deepest_nesting) {
    throw refusal(setting, fmt::format("nested deeper than {} levels", k_deepest_nesting));
  }
  for (const KeyPart& part : parts) {
    if (!is_bare_key(part.name)) throw refusal(setting, fmt::format("'{}' is not a key", key), width_of(key));
  }
  return parts;
}

/// The table that holds `node` under the key `part`.
Node enclosed(Node node, const KeyPart& part, std::string_view key) {
  node.key_line = 1;
  node.key_column = part.column;
  node.key_width = static_cast<int>(part.name.size());
  Node outer;
  outer.source = node.source;
  outer.path = part.column > 1 ? std::string(key.substr(0, static_cast<std::size_t>(part.column) - 2)) : "";
  outer.line = 1;
  outer.column = part.column;
  outer.width = node.key_width;
  outer.value = Node::Table{{part.name, std::move(node)}};
  return outer;
}

}  // namespace

Node parse_setting(std::string_view setting) {
  if (find_invalid_utf8(setting) != std::string_view::npos) throw refusal(setting, "a setting must be UTF-8 text");
  const std::size_t equals = setting.find('=');
  if (equals == std::string_view::npos) throw refusal(setting, "a setting has no '='", width_of(setting));
  std::string_view key = setting.substr(0, equals);
  while (key.ends_with(' ')) key.remove_suffix(1);
  const std::vector<KeyPart> parts = checked_key(setting, key);
  const std::size_t begin = std::min(setting.find_first_not_of(' ', equals + 1), setting.size());
  std::string_view text = setting.substr(begin);
  while (text.ends_with(' ')) text.remove_suffix(1);
  Node node = setting_value(std::string(text));
  const auto source = std::make_shared<const Source>(Source{"--set", {std::string(setting)}});
  settle(node, source, std::string(key), width_of(setting.substr(0, begin)) + 1, std::max(1, width_of(text)));
  for (std::size_t i = parts.size(); i-- > 0;) node = enclosed(std::move(node), parts[i], key);
  return node;
}

}  // namespace percuta
