#include <algorithm>
#include <numeric>

#include "percuta/base/error.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_longest_word = 64;  // longer words are no slips of the pen
constexpr std::size_t k_most_listed = 12;

std::string lowered(std::string_view word) {
  std::string result(word);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

/// Damerau-Levenshtein distance, adjacent swaps counting once (optimal string alignment).
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> two_back(b.size() + 1), back(b.size() + 1), row(b.size() + 1);
  std::iota(back.begin(), back.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, change});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

/// The only candidate that begins with `word`, "" when there is none or more than one.
std::string only_completion(const std::string& word, const std::vector<std::string>& candidates) {
  std::string found;
  for (const std::string& candidate : candidates) {
    if (!lowered(candidate).starts_with(word)) continue;
    if (!found.empty()) return "";
    found = candidate;
  }
  return found;
}

}  // namespace

std::string nearest_word(std::string_view given, const std::vector<std::string>& candidates) {
  if (given.empty() || given.size() > k_longest_word) return "";
  const std::string word = lowered(given);
  std::string nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 2 * k_longest_word) continue;
    const std::size_t steps = distance(word, lowered(candidate));
    const bool shares_something = steps < std::max(word.size(), candidate.size());
    if (steps < least && shares_something) {
      least = steps;
      nearest = candidate;
    }
  }
  if (nearest.empty() && word.size() > 2) nearest = only_completion(word, candidates);
  return nearest;
}

std::string suggestion(std::string_view given, const std::vector<std::string>& candidates) {
  const std::string near = nearest_word(given, candidates);
  if (!near.empty()) return "did you mean '" + near + "'?";
  if (candidates.empty()) return "";
  std::string text = "one of: ";
  for (std::size_t i = 0; i < std::min(candidates.size(), k_most_listed); ++i)
    text += (i > 0 ? ", " : "") + candidates[i];
  return candidates.size() > k_most_listed ? text + ", ..." : text;
}

}  // namespace percuta
