#pragma once

#include <filesystem>
#include <string>

/// Calls to the disk that say what went wrong.
namespace percuta::storage {

/// Throws FileError: "cannot <action> '<path>': <the system's reason>".
[[noreturn]] void throw_file_error(const std::string& action, const std::filesystem::path& path, int system_error);

/// `path` without a trailing slash, so that it has a file name and a parent ("." when none is named).
std::filesystem::path named(const std::filesystem::path& path);
std::filesystem::path folder_of(const std::filesystem::path& path);

/// Makes the folder and those above it; nothing when it is there. Throws FileError.
void make_folder(const std::filesystem::path& folder);

/// Has the folder's entries on the disk before returning. File systems that cannot do it are let pass. Throws
/// FileError.
void flush_folder(const std::filesystem::path& folder);

/// Removes a folder and all in it; nothing when it is absent. Throws FileError.
void remove_folder(const std::filesystem::path& folder);

}  // namespace percuta::storage
