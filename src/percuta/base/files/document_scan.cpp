#include "percuta/base/files/document_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta {
namespace {

/// Line and column of a byte, with the text of its line.
Place place_at(std::string_view text, std::size_t at, const std::string& name) {
  Place place;
  place.file = name;
  const std::string_view before = text.substr(0, at);
  const std::size_t begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  place.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  place.column = 1;
  for (std::size_t i = begin; i < at; i += character_at(text, i).bytes) ++place.column;
  place.line_text = std::string(text.substr(begin, text.find('\n', begin) - begin));
  return place;
}

/// Follows the brackets and dots of a TOML text without reading its values.
class NestingScan {
 public:
  explicit NestingScan(std::string_view text) : text_(text) {}

  /// Byte offset where the nesting first gets too deep; npos when it never does.
  std::size_t find_too_deep() {
    while (at_ < text_.size()) {
      const std::size_t here = at_;
      step();
      if (depth() > k_deepest_nesting) return here;
    }
    return std::string_view::npos;
  }

 private:
  int depth() const { return header_ + enclosing_ + static_cast<int>(open_.size()) + dots_; }

  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return skip_text(c);
    if (c == '#') return skip_comment();
    ++at_;
    if (c == '\n') return end_line();
    if (c == '[' && is_line_start_ && open_.empty()) return begin_header();
    if (c == ']' && is_header_) return end_header();
    if (c == '[' || c == '{') return open();
    if (c == ']' || c == '}') return close();
    if (c == '.') ++dots_;
    if (c == '=') end_key();
    if (c == ',') dots_ = key_ = 0;
    if (c != ' ' && c != '\t') is_line_start_ = false;
  }

  void begin_header() {
    if (at_ < text_.size() && text_[at_] == '[') ++at_;
    is_header_ = true;
    is_line_start_ = false;
    header_ = 1;
    dots_ = 0;
  }

  void end_header() {
    header_ += dots_;
    dots_ = 0;
    is_header_ = false;
  }

  void end_key() {
    key_ = dots_;
    dots_ = 0;
  }

  /// A list or inline table begins: its key's dots count for all that it holds.
  void open() {
    open_.push_back(key_);
    enclosing_ += key_;
    dots_ = key_ = 0;
    is_line_start_ = false;
  }

  void close() {
    dots_ = key_ = 0;
    if (open_.empty()) return;
    enclosing_ -= open_.back();
    open_.pop_back();
  }

  void end_line() {
    is_line_start_ = true;
    is_header_ = false;
    dots_ = 0;
    if (open_.empty()) key_ = 0;
  }

  void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void skip_text(char quote) {
    is_line_start_ = false;
    const std::string triple(3, quote);
    const bool is_long = text_.substr(at_).starts_with(triple);
    at_ += is_long ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n' && !is_long) return;
      if (c == '\\' && quote == '"') {
        at_ += 2;
      } else if (c == quote && (!is_long || text_.substr(at_).starts_with(triple))) {
        at_ += is_long ? 3 : 1;
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<int> open_;  // dots of the key that each open bracket is the value of
  int enclosing_ = 0;      // their sum
  int header_ = 0;         // parts of the table header above
  int key_ = 0;            // dots of the key whose value is being read
  int dots_ = 0;           // since the last separator
  bool is_header_ = false;
  bool is_line_start_ = true;
};

}  // namespace

std::optional<Problem> find_unreadable(std::string_view text, const std::string& name) {
  const std::size_t zero = text.find('\0');
  if (zero != std::string_view::npos) {
    return Problem{fmt::format("is not text: byte {} is zero", zero + 1), "a TOML file is needed", {name}};
  }
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    return Problem{
        fmt::format("byte {} (0x{:02x}) is not UTF-8", invalid + 1, static_cast<unsigned char>(text[invalid])),
        "save the file as UTF-8", place_at(text, invalid, name)};
  }
  const std::size_t deep = NestingScan(text).find_too_deep();
  if (deep != std::string_view::npos) {
    return Problem{fmt::format("nested deeper than {} levels", k_deepest_nesting), "", place_at(text, deep, name)};
  }
  return std::nullopt;
}

}  // namespace percuta
