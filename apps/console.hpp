#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "options.hpp"

/// What a person sees: data on stdout, everything else on stderr.
namespace percuta::apps {

enum class ProgressStyle { automatic, bar, json, none };

/// Writes data to stdout. Throws FileError when it cannot be written.
void print(std::string_view text);
/// Makes sure that stdout took everything. Throws FileError.
void flush_stdout();
/// `text` for a terminal: what would steer it (titles and names of files may hold that) is written out; lines stay
/// lines.
std::string shown(std::string_view text);
/// `text` with the commands that it suggests, each in backticks, as the user calls Percuta: "`./percuta run`". The
/// wrapper `percuta` tells by $PERCUTA_CALLED; without, they stay as they are.
std::string as_called(std::string text);
/// "percuta: ..." on stderr, whatever --quiet says.
void complain(std::string_view text);
/// A message on stderr, not with --quiet.
void say(const Options& options, std::string_view text);
/// Whether stdout is a terminal that wants colour.
bool wants_color(const Options& options);

/// Progress on stderr: a bar with the time left on a terminal, one JSON object per line, or nothing.
class Progress {
 public:
  Progress(const Options& options, ProgressStyle style, std::string what);
  ~Progress();
  void show(std::uint32_t done, std::uint32_t all);

 private:
  void show_bar(std::uint32_t done, std::uint32_t all, double seconds_left) const;

  ProgressStyle style_;
  std::string what_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
  bool has_bar_ = false;
};

}  // namespace percuta::apps
