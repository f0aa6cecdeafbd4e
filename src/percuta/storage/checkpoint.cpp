#include "percuta/storage/checkpoint.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/random.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/write_file.hpp"

namespace percuta::storage {

namespace {

constexpr std::size_t k_longest_double = 40;
constexpr const char* k_ending = ".txt";  // of a member's file, after its number

std::string hex_text(double value) {
  char buffer[k_longest_double];
  const auto end = std::to_chars(buffer, buffer + k_longest_double, value, std::chars_format::hex);
  return {buffer, end.ptr};
}

std::string head(std::uint32_t member, const std::string& inputs_hash, std::size_t count) {
  return fmt::format("percuta-member/2\ninputs {}\nmember {}\ncount {}\n", inputs_hash, member, count);
}

std::string checksum_line(std::string_view body) {
  return fmt::format("checksum {:016x}\n", hash_text(body));
}

/// The line that begins `text`, taken off it; nullopt when no newline is left.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

/// The values of `body`, all lines of which must be hexadecimal doubles.
std::optional<std::vector<double>> parse_values(std::string_view body) {
  std::vector<double> values;
  while (!body.empty()) {
    const auto line = take_line(body);
    double value = 0;
    if (!line) return std::nullopt;
    const std::string digits(*line);
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, std::chars_format::hex);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    values.push_back(value);
  }
  return values;
}

std::optional<std::string> read_if_there(const std::filesystem::path& path) {
  try {
    return read_file(path);
  } catch (const FileError&) {
    return std::nullopt;
  }
}

}  // namespace

Checkpoint::Checkpoint(std::filesystem::path folder, std::string inputs_hash)
    : folder_(std::move(folder)), inputs_hash_(std::move(inputs_hash)) {}

std::filesystem::path Checkpoint::file_of(std::uint32_t member) const {
  return folder_ / fmt::format("{:04}{}", member, k_ending);
}

bool Checkpoint::recall(std::uint32_t member, std::vector<double>& values) const {
  const auto text = read_if_there(file_of(member));
  if (!text) return false;
  const std::size_t sum_at = text->rfind("checksum ");
  if (sum_at == std::string::npos) return false;
  const std::string_view body = std::string_view(*text).substr(0, sum_at);
  if (text->substr(sum_at) != checksum_line(body)) return false;

  std::string_view values_text = body;
  for (int line = 0; line < 4; ++line) {
    if (!take_line(values_text)) return false;
  }
  auto read = parse_values(values_text);
  if (!read) return false;
  const std::string expected = head(member, inputs_hash_, read->size());
  if (body.substr(0, body.size() - values_text.size()) != expected) return false;
  values = std::move(*read);
  return true;
}

void Checkpoint::keep(std::uint32_t member, const std::vector<double>& values) {
  make_folder(folder_);
  std::string text = head(member, inputs_hash_, values.size());
  for (const double value : values) text += hex_text(value) + "\n";
  text += checksum_line(text);
  write_file(file_of(member), text, Flush::later);  // the checksum finds what a power cut tore
}

void Checkpoint::discard() {
  remove_folder(folder_);
}

bool holds_members(const std::filesystem::path& folder) {
  std::error_code failure;
  auto entry = std::filesystem::recursive_directory_iterator(folder, failure);
  for (; !failure && entry != std::filesystem::recursive_directory_iterator(); entry.increment(failure)) {
    const std::filesystem::path name = entry->path().filename();
    const bool is_number = name.stem().string().find_first_not_of("0123456789") == std::string::npos;
    if (is_number && name.extension() == k_ending) return true;
  }
  return false;
}

}  // namespace percuta::storage
