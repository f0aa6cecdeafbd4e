#pragma once

#include <filesystem>
#include <functional>

namespace percuta::storage {

/// Puts the finished folder `made` in the place of `wanted`, in one step. What stands at `wanted` is first shown to
/// `refuse`, which throws FileError unless it may be replaced; it is then left untouched.
void publish_folder(const std::filesystem::path& made, const std::filesystem::path& wanted,
                    const std::function<void(const std::filesystem::path&)>& refuse);

}  // namespace percuta::storage
