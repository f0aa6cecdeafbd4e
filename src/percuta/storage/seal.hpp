#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// The first line of a file of Percuta's that another library writes: what it is, and a checksum of all that follows.
namespace percuta::storage {

constexpr std::size_t k_seal_bytes = 512;  ///< HDF5's least user block

/// What an unsealed or foreign file, one of another version and a torn one are called.
enum class SealState { whole, foreign, other_version, torn };

/// The seal to stand before `content`, new lines up to its size; `mark` is like "percuta-run/1".
std::string seal_of(std::string_view content, const std::string& mark);

/// Reads the file to its end. Throws FileError when it cannot be read.
SealState seal_state(const std::filesystem::path& file, const std::string& mark);

/// The same of a file's bytes.
SealState seal_state(std::string_view bytes, const std::string& mark);

}  // namespace percuta::storage
