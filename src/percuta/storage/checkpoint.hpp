#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// What a stopped run has done so far, so that `--resume` ends with the same bytes.
namespace percuta::storage {

/// One small text file per finished member in `folder`: hexadecimal doubles (bit for bit), the inputs hash, a count and
/// a checksum. A torn, foreign or older file counts as absent.
class Checkpoint {
 public:
  Checkpoint(std::filesystem::path folder, std::string inputs_hash);

  bool recall(std::uint32_t member, std::vector<double>& values) const;
  /// Throws FileError. One caller at a time.
  void keep(std::uint32_t member, const std::vector<double>& values);
  /// Removes the folder, when the run is finished. Throws FileError.
  void discard();

 private:
  std::filesystem::path file_of(std::uint32_t member) const;

  std::filesystem::path folder_;
  std::string inputs_hash_;
};

/// Whether a member's file stands in the folder or below it.
bool holds_members(const std::filesystem::path& folder);

}  // namespace percuta::storage
