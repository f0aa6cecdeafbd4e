#include "endurance/random_edits/text_edits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

namespace percuta::random_edits {

namespace {

std::size_t below(std::size_t n, Stream& chance) {
  return n == 0 ? 0 : chance.below(static_cast<std::uint32_t>(std::min<std::size_t>(n, UINT32_MAX)));
}

/// Mostly one: of many edits the first that is refused hides the others.
std::size_t edit_count(Stream& chance) {
  return below(2, chance) == 0 ? 1 : 1 + below(4, chance);
}

template <class List>
const auto& one_of(const List& list, Stream& chance) {
  return list[below(list.size(), chance)];
}

/// A piece of text: where it begins, and how long it is.
struct Piece {
  std::size_t from = 0, length = 0;
};

/// Pieces of `text` that begin where `begins` says so and go on while `goes_on` does.
template <class Test>
std::vector<Piece> pieces_of(const std::string& text, Test goes_on) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && goes_on(text[end])) ++end;
    if (end > at) pieces.push_back({at, end - at});
    at = end + 1;
  }
  return pieces;
}

std::vector<Piece> numbers_of(const std::string& text) {
  auto pieces = pieces_of(text, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) || c == '.'; });
  std::erase_if(pieces, [&](const Piece& piece) { return piece.length == 1 && text[piece.from] == '.'; });
  return pieces;
}

std::vector<Piece> words_of(const std::string& text) {
  return pieces_of(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-'; });
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const Piece& piece : pieces_of(text, [](char c) { return c != '\n'; })) {
    lines.push_back(text.substr(piece.from, piece.length));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

const std::array<const char*, 26> k_numbers = {
    "0",    "-1",     "1",      "-0.0",       "1e308",      "-1e308", "1e-320",     "1e-9",
    "1e9",  "nan",    "inf",    "-inf",       "2147483648", "0x7f",   "4294967296", "9223372036854775807",
    "1e18", "100000", "100001", "0.00000001", "1.0.0",      "1_000",  "1,5",        "99999999999999999999999999",
    "\"\"", "[]"};

void set_number(std::string& text, Stream& chance) {
  const std::vector<Piece> numbers = numbers_of(text);
  if (numbers.empty()) return;
  const Piece piece = one_of(numbers, chance);
  text.replace(piece.from, piece.length, one_of(k_numbers, chance));
}

void scale_number(std::string& text, Stream& chance) {
  const std::vector<Piece> numbers = numbers_of(text);
  if (numbers.empty()) return;
  const Piece piece = one_of(numbers, chance);
  const int power = static_cast<int>(below(13, chance)) - 6;
  text.insert(piece.from + piece.length, "e" + std::to_string(power));
}

void swap_word(std::string& text, const std::vector<std::string>& others, Stream& chance) {
  const std::vector<Piece> words = words_of(text);
  const std::string& other = one_of(others, chance);
  const std::vector<Piece> theirs = words_of(other);
  if (words.empty() || theirs.empty()) return;
  const Piece word = one_of(words, chance), their = one_of(theirs, chance);
  text.replace(word.from, word.length, other.substr(their.from, their.length));
}

void edit_lines(std::string& text, const std::vector<std::string>& others, Stream& chance) {
  std::vector<std::string> lines = lines_of(text);
  const std::vector<std::string> theirs = lines_of(one_of(others, chance));
  if (lines.empty() || theirs.empty()) return;
  const auto at = [&] { return lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size(), chance)); };
  switch (below(5, chance)) {
    case 0:
      lines.erase(at());
      break;
    case 1:
      lines.insert(at(), one_of(lines, chance));
      break;
    case 2:
      std::iter_swap(at(), at());
      break;
    case 3:
      lines.insert(at(), one_of(theirs, chance));
      break;
    default:
      *at() = one_of(theirs, chance);
  }
  text = joined(lines);
}

void put_in(std::string& text, Stream& chance) {
  static const std::array<std::string, 16> strange = {std::string(1, '\0'),
                                                      "\xEF\xBB\xBF",
                                                      "\xC2\xA0",
                                                      "\xE2\x80\x8B",
                                                      "\xFF",
                                                      "\x80",
                                                      "\r",
                                                      "\t",
                                                      "\"",
                                                      "'''",
                                                      "[[",
                                                      "]",
                                                      "{",
                                                      "\\u0000",
                                                      "=",
                                                      "#"};
  text.insert(below(text.size() + 1, chance), one_of(strange, chance));
}

void flip(std::string& bytes, Stream& chance) {
  if (bytes.empty()) return;
  char& byte = bytes[below(bytes.size(), chance)];
  byte = static_cast<char>(byte ^ (1 << below(8, chance)));
}

void cut(std::string& bytes, Stream& chance) {
  bytes.resize(below(bytes.size() + 1, chance));
}

void repeat(std::string& bytes, Stream& chance) {
  if (bytes.empty()) return;
  const std::size_t from = below(bytes.size(), chance);
  const std::string piece = bytes.substr(from, 1 + below(40, chance));
  const std::size_t times = std::size_t{1} << below(13, chance);
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  bytes.insert(from, all);
}

void set_bytes(std::string& bytes, Stream& chance) {
  static const std::array<std::uint64_t, 12> extremes = {
      0,       1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, UINT64_MAX, UINT64_MAX - 7,
      0x100000};
  const std::size_t width = std::size_t{1} << below(4, chance);
  if (bytes.size() < width) return;
  const std::size_t from = below(bytes.size() - width + 1, chance);
  std::uint64_t value = one_of(extremes, chance);
  if (below(4, chance) == 0) value = below(bytes.size() + 64, chance);  // an address that may lie in the file
  for (std::size_t i = 0; i < width; ++i) bytes[from + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}

void copy_over(std::string& bytes, Stream& chance) {
  if (bytes.empty()) return;
  const std::string piece = bytes.substr(below(bytes.size(), chance), 1 + below(64, chance));
  const std::size_t to = below(bytes.size(), chance);
  bytes.replace(to, std::min(piece.size(), bytes.size() - to), piece, 0, std::min(piece.size(), bytes.size() - to));
}

void lengthen(std::string& bytes, Stream& chance) {
  bytes.append(1 + below(4096, chance), static_cast<char>(below(256, chance)));
}

}  // namespace

std::string edited_text(std::string text, const std::vector<std::string>& others, Stream& chance) {
  const std::size_t edits = edit_count(chance);
  for (std::size_t i = 0; i < edits; ++i) {
    const std::size_t kind = below(20, chance);
    if (kind < 6) {
      set_number(text, chance);
    } else if (kind < 9) {
      scale_number(text, chance);
    } else if (kind < 12) {
      swap_word(text, others, chance);
    } else if (kind < 16) {
      edit_lines(text, others, chance);
    } else if (kind == 16) {
      put_in(text, chance);
    } else if (kind == 17) {
      flip(text, chance);
    } else if (kind == 18) {
      repeat(text, chance);
    } else if (below(4, chance) == 0) {
      cut(text, chance);
    }
  }
  return text;
}

std::string edited_bytes(std::string bytes, Stream& chance) {
  static const std::array<std::function<void(std::string&, Stream&)>, 8> ways = {
      flip, flip, set_bytes, set_bytes, set_bytes, copy_over, cut, lengthen};
  const std::size_t edits = edit_count(chance);
  for (std::size_t i = 0; i < edits; ++i) one_of(ways, chance)(bytes, chance);
  return bytes;
}

}  // namespace percuta::random_edits
