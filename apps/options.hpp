#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace percuta::apps {

enum class ProgressStyle { automatic, bar, json, none };

/// Everything the command line can say. Each verb reads what it needs.
struct Options {
  std::string verb;
  std::vector<std::string> words;     ///< positional: study file, system, key, ...
  std::string out;                    ///< -o
  std::vector<std::string> settings;  ///< --set
  std::vector<std::string> data;      ///< --data
  std::vector<std::string> allow;     ///< --allow
  std::vector<std::string> over;      ///< --over
  std::vector<std::string> show;      ///< --show
  std::optional<std::uint64_t> seed;
  std::optional<std::uint32_t> members;  ///< -n
  int threads = 0;
  std::string kernel = "auto";
  std::string what, format, tile;  ///< of an export: --what, --format, --tile
  std::string fail_on;             ///< "limits" or "verdict", "" = neither
  ProgressStyle progress = ProgressStyle::automatic;
  bool resume = false, json = false, quiet = false, color = true, browser = true, all = false, markdown = false;
  std::string command_line;  ///< as typed, for run.json
};

/// Reads the command line; nullopt when it was answered already (--help, --version). Throws InputError for a bad one.
std::optional<Options> read_command_line(int argc, char** argv);

/// All verbs of Percuta and whether this version has them, in the order of the help.
struct Verb {
  std::string name, help;
  bool is_built = false;
};
const std::vector<Verb>& verbs();

}  // namespace percuta::apps
