#pragma once

#include <filesystem>
#include <string_view>

namespace percuta::storage {

/// Whether a file must be on the disk before the call returns; a reader that checks what it reads can do without.
enum class Flush { now, later };

/// One file, whole or not at all. Throws FileError with the system's reason.
void write_file(const std::filesystem::path& path, std::string_view bytes, Flush flush = Flush::now);

}  // namespace percuta::storage
