#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "context.hpp"

/// A verb of the command line: what may be said after it, and what is done then. A verb is a file of verbs/ that gives
/// a VerbUse, and a row of verb_table.cpp.
namespace percuta::apps {

/// Where an option's value is put; a function is called with the text and throws InputError for a bad one.
using Target = std::variant<bool*, int*, std::string*, std::vector<std::string>*, std::optional<std::uint32_t>*,
                            std::optional<std::uint64_t>*, std::function<void(const std::string&)>>;

/// What a shell offers where a value is typed.
enum class Offer { nothing, files, folders, studies };

/// An option or a word of a verb, for the command line, the help and the shells.
struct Option {
  std::string names;  ///< "-o,--out"; "!--no-color" clears its flag; without dashes it is a word, "study"
  std::string help;
  Target target;
  std::string type{};                                              ///< how the help names the value; "" = by the target
  std::vector<std::string> values{};                               ///< all that may be typed; empty = anything
  std::optional<std::pair<std::uint64_t, std::uint64_t>> range{};  ///< of a whole number, both ends allowed
  std::optional<std::pair<int, int>> count{};  ///< how many of a word, -1 = any number; {1, 1} and more are required
  Offer offer = Offer::nothing;
  std::function<std::vector<std::string>(const Context&)> offers{};  ///< words that a shell offers; may be empty
};

/// How a verb is used.
struct VerbUse {
  std::vector<Option> options;
  std::function<int(Context&)>
      run;  ///< gives the exit code and throws the four errors; data on stdout, messages on stderr
};

/// Groups of options one after the other.
template <class... Groups>
std::vector<Option> together(std::vector<Option> first, const Groups&... groups) {
  (first.insert(first.end(), groups.begin(), groups.end()), ...);
  return first;
}

}  // namespace percuta::apps
