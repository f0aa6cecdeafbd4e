#include "percuta/base/files/unpacked_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "percuta/base/error.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_block = 1 << 16;  // [bytes]

/// A pipe would be waited for and a device never ends: only ordinary files are opened.
void must_be_ordinary(const std::filesystem::path& path) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) throw FileError(fmt::format("cannot open '{}'", path.string()));
  if (std::filesystem::is_directory(status)) {
    throw InputError(fmt::format("'{}' is a folder, not a table", path.string()), "name a .csv file");
  }
  if (!std::filesystem::is_regular_file(status)) {
    throw InputError(fmt::format("'{}' is not an ordinary file", path.string()), "name a .csv file");
  }
}

gzFile opened(const std::filesystem::path& path) {
  must_be_ordinary(path);
  const gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw FileError(fmt::format("cannot open '{}'", path.string()));
  return file;
}

}  // namespace

UnpackedFile::UnpackedFile(const std::filesystem::path& path)
    : path_(path), file_(opened(path), gzclose), block_(k_block, '\0') {}

std::string_view UnpackedFile::piece() {
  const int n = gzread(file_.get(), block_.data(), static_cast<unsigned>(block_.size()));
  int failure = Z_OK;
  const char* reason = gzerror(file_.get(), &failure);
  if (n < 0 || failure < 0) throw FileError(fmt::format("cannot read '{}': {}", path_.string(), reason));
  return std::string_view(block_).substr(0, static_cast<std::size_t>(n));
}

std::optional<std::string_view> UnpackedFile::line(std::size_t longest) {
  line_.clear();
  for (bool has_begun = false;; has_begun = true) {
    if (left_.empty()) left_ = piece();
    if (left_.empty()) return has_begun ? std::optional<std::string_view>(line_) : std::nullopt;
    const std::size_t end = left_.find('\n');
    const std::string_view part = left_.substr(0, end);
    if (line_.size() + part.size() > longest) {
      throw InputError(fmt::format("'{}' has a line of more than {} bytes", path_.string(), longest),
                       "a table has a line of names, then one line a row");
    }
    left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
    if (end != std::string_view::npos && line_.empty()) return part;
    line_ += part;
    if (end != std::string_view::npos) return line_;
  }
}

}  // namespace percuta
