#include "percuta/base/files/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace percuta {
namespace {

constexpr std::uintmax_t k_largest_document = 1'000'000;  // bytes
constexpr std::size_t k_longest_echo = 10'000;            // bytes; a longer line is not carried along with each problem

Place place_in(const Node& node, int line, int column, int width) {
  if (!node.source) return {};
  Place place{node.source->name, line, column, width, ""};
  const auto index = static_cast<std::size_t>(line);
  if (line < 1 || index > node.source->lines.size()) return place;
  const std::string& text = node.source->lines[index - 1];
  if (text.size() <= k_longest_echo) place.line_text = text;
  return place;
}

InputError refusal(const std::string& name, const std::string& message, const std::string& hint) {
  return InputError({Problem{message, hint, Place{name}}});
}

[[noreturn]] void throw_unopened(const std::string& name, int reason) {
  throw FileError(fmt::format("{} cannot be opened: {}", name, std::generic_category().message(reason)));
}

/// At most one byte more than a document may have.
std::string read_start(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw_unopened(path.string(), errno);
  std::string text(k_largest_document + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad())
    throw FileError(fmt::format("{} cannot be read: {}", path.string(), std::generic_category().message(errno)));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

bool is_quantity_table(const Node& node) {
  return node.find("value") != nullptr;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const Table* table = std::get_if<Table>(&value);
  if (table == nullptr) return nullptr;
  const auto entry = std::find_if(table->begin(), table->end(), [key](const auto& pair) { return pair.first == key; });
  return entry == table->end() ? nullptr : &entry->second;
}

Place Node::place() const {
  return place_in(*this, line, column, width);
}

Place Node::key_place() const {
  return key_line > 0 ? place_in(*this, key_line, key_column, key_width) : place();
}

std::string Node::type_word() const {
  constexpr std::array k_words = {"a table", "a list", "text", "an integer", "a number", "true or false"};
  return k_words[value.index()];
}

Node read_document(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) throw_unopened(name, error ? error.value() : ENOENT);
  if (std::filesystem::is_directory(status)) throw refusal(name, "is a folder, not a file", "name a .toml file");
  if (!std::filesystem::is_regular_file(status)) throw refusal(name, "is not an ordinary file", "name a .toml file");
  const std::string text = read_start(path);
  if (text.size() > k_largest_document)
    throw refusal(name, "is larger than 1 MB, too large to be a study or data file", "");
  return parse_document(text, name);
}

Node overlaid(Node base, const Node& over) {
  auto* below = std::get_if<Node::Table>(&base.value);
  const auto* above = std::get_if<Node::Table>(&over.value);
  if (below == nullptr || above == nullptr || is_quantity_table(base) || is_quantity_table(over)) return over;
  for (const auto& [key, node] : *above) {
    const auto entry = std::find_if(below->begin(), below->end(), [&](const auto& pair) { return pair.first == key; });
    if (entry == below->end()) {
      below->emplace_back(key, node);
    } else {
      entry->second = overlaid(std::move(entry->second), node);
    }
  }
  return base;
}

Node without(Node node, std::string_view name) {
  if (auto* table = std::get_if<Node::Table>(&node.value)) {
    std::erase_if(*table, [name](const auto& entry) { return entry.first == name; });
  }
  return node;
}

}  // namespace percuta
