#pragma once

#include <filesystem>
#include <string_view>

#include "percuta/storage/draft.hpp"

namespace percuta::storage {

/// One file, whole or not at all. What is flushed later is one of very many, whose folder goes in the end: drafts that
/// a killed process left there stay. Throws FileError with the system's reason.
void write_file(const std::filesystem::path& path, std::string_view bytes, Flush flush = Flush::now);

}  // namespace percuta::storage
