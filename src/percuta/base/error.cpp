#include "percuta/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "percuta/base/text/utf8.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_longest_line = 120;  // columns echoed before the line is windowed round the caret
constexpr std::size_t k_longest_message = 500;
constexpr std::size_t k_most_echoed = 1000;  // problems gathered with their line
constexpr std::size_t k_most_shown = 50;     // problems spelled out in what()

/// Characters first .. last - 1 of a line, each as it is shown.
std::vector<std::string> shown_characters(std::string_view line, std::size_t first, std::size_t last) {
  std::vector<std::string> result;
  std::size_t index = 0;
  for (std::size_t at = 0; at < line.size() && index < last; ++index) {
    const std::size_t bytes = character_at(line, at).bytes;
    if (index >= first) result.push_back(printable(line.substr(at, bytes)));
    at += bytes;
  }
  return result;
}

std::size_t width_of(const std::string& shown) {
  return shown.size() > 4 || shown[0] == '\\' ? shown.size() : 1;
}

/// First and one-past-last character to show so that the caret stays in sight.
std::pair<std::size_t, std::size_t> window(std::size_t characters, std::size_t caret) {
  if (characters <= k_longest_line) return {0, characters};
  const std::size_t half = k_longest_line / 2;
  std::size_t first = caret > half ? caret - half : 0;
  first = std::min(first, characters - k_longest_line);
  return {first, first + k_longest_line};
}

/// The line and, below it, the caret.
std::string echo(const Place& place) {
  const std::size_t length = count_characters(place.line_text);
  const auto caret = static_cast<std::size_t>(std::max(place.column, 1) - 1);
  const auto [first, last] = window(length, caret);
  const std::vector<std::string> characters = shown_characters(place.line_text, first, last);
  const auto caret_end = std::min(last, caret + static_cast<std::size_t>(std::max(place.width, 1)));
  std::string line = first > 0 ? "..." : "";
  std::size_t before = line.size();
  std::size_t under = 0;
  for (std::size_t i = first; i < last; ++i) {
    const std::string& shown = characters[i - first];
    line += shown;
    if (i < caret) before += width_of(shown);
    if (i >= caret && i < caret_end) under += width_of(shown);
  }
  if (last < length) line += "...";
  if (place.column <= 0) return line;
  const std::size_t tail = under > 1 ? under - 1 : 0;
  return fmt::format("{}\n{}^{}", line, std::string(before, ' '), std::string(tail, '~'));
}

std::string position(const Place& place) {
  if (place.file.empty()) return "";
  const std::string name = printable(place.file);
  if (place.line <= 0 || name.starts_with("--")) return name + ": ";
  if (place.column <= 0) return fmt::format("{}:{}: ", name, place.line);
  return fmt::format("{}:{}:{}: ", name, place.line, place.column);
}

std::string format_all(const std::vector<Problem>& problems) {
  std::string text;
  const std::size_t shown = std::min(problems.size(), k_most_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += '\n';
    text += format_problem(problems[i]);
  }
  if (shown < problems.size()) text += fmt::format("\nand {} more", problems.size() - shown);
  return text;
}

}  // namespace

std::string format_problem(const Problem& problem) {
  std::string message = printable(problem.message);
  if (message.size() > k_longest_message) message.replace(k_longest_message, std::string::npos, "...");
  std::string text = fmt::format("{}error: {}", position(problem.place), message);
  if (!problem.place.line_text.empty()) text.append("\n").append(echo(problem.place));
  if (!problem.hint.empty()) text.append("\n  hint: ").append(printable(problem.hint));
  return text;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(format_all(problems)), problems_(std::move(problems)) {}

InputError::InputError(const std::string& message, const std::string& hint)
    : InputError(std::vector<Problem>{Problem{message, hint, {}}}) {}

void Problems::add(Problem problem) {
  if (list_.size() >= k_most_echoed) problem.place.line_text.clear();
  list_.push_back(std::move(problem));
}

void Problems::throw_if_any() const {
  if (list_.empty()) return;
  std::vector<Problem> sorted = list_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
  });
  throw InputError(std::move(sorted));
}

}  // namespace percuta
