#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "percuta/base/error.hpp"
#include "percuta/base/text/utf8.hpp"

namespace percuta::apps {

namespace {

constexpr int k_bar_width = 32;
constexpr auto k_shortest_pause = std::chrono::milliseconds(100);

void to_stderr(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

ProgressStyle resolved(const Options& options, ProgressStyle style) {
  if (style != ProgressStyle::automatic) return style;
  const bool shows = !options.quiet && isatty(STDERR_FILENO) != 0;
  return shows ? ProgressStyle::bar : ProgressStyle::none;
}

/// A reader that has seen enough (`| head`) is no trouble; a full disk is.
void check_stdout(bool is_written) {
  if (!is_written && errno != EPIPE)
    throw FileError(fmt::format("cannot write to standard output: {}", std::strerror(errno)));
}

}  // namespace

void print(std::string_view text) {
  check_stdout(std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
}

void flush_stdout() {
  check_stdout(std::fflush(stdout) == 0);
}

std::string shown(std::string_view text) {
  std::string result;
  while (true) {
    const std::size_t end = text.find('\n');
    result += printable(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    result += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string as_called(std::string text) {
  const char* called = std::getenv("PERCUTA_CALLED");
  if (called == nullptr || *called == '\0') return text;
  const std::string word = "`percuta ", replacement = fmt::format("`{} ", called);
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + replacement.size())) {
    text.replace(at, word.size(), replacement);
  }
  return text;
}

void complain(std::string_view text) {
  to_stderr(fmt::format("percuta: {}\n", shown(as_called(std::string(text)))));
}

void say(const Options& options, std::string_view text) {
  if (!options.quiet) to_stderr(fmt::format("{}\n", shown(as_called(std::string(text)))));
}

bool wants_color(const Options& options) {
  return options.color && std::getenv("NO_COLOR") == nullptr && isatty(STDOUT_FILENO) != 0;
}

Progress::Progress(const Options& options, ProgressStyle style, std::string what)
    : style_(resolved(options, style)),
      what_(std::move(what)),
      start_(std::chrono::steady_clock::now()),
      last_(start_) {}

Progress::~Progress() {
  if (has_bar_) to_stderr("\n");
}

void Progress::show(std::uint32_t done, std::uint32_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (style_ == ProgressStyle::none || (now - last_ < k_shortest_pause && done < all)) return;
  last_ = now;
  const double spent = std::chrono::duration<double>(now - start_).count();
  const double left = spent / done * (all - done);
  if (style_ == ProgressStyle::json) {
    to_stderr(fmt::format("{{\"progress\": \"{}\", \"done\": {}, \"all\": {}, \"seconds_left\": {:.1f}}}\n", what_,
                          done, all, left));
    return;
  }
  show_bar(done, all, left);
  has_bar_ = true;
}

void Progress::show_bar(std::uint32_t done, std::uint32_t all, double seconds_left) const {
  const auto filled = static_cast<std::size_t>(static_cast<std::uint64_t>(k_bar_width) * done / all);
  to_stderr(fmt::format("\r{} [{}{}] {}/{}  {:.0f} s left ", what_, std::string(filled, '#'),
                        std::string(k_bar_width - filled, '.'), done, all, seconds_left));
}

}  // namespace percuta::apps
