#pragma once

#include <filesystem>
#include <functional>

namespace percuta::storage {

/// Throws FileError unless what stands at a path may be replaced.
using Refusal = std::function<void(const std::filesystem::path& standing)>;

/// Puts the finished folder `made` in the place of `wanted`, in one step. What stands at `wanted` is first shown to
/// `refuse`; when that throws it is left untouched. Where several processes publish at once, the last one's stays,
/// whole.
void publish_folder(const std::filesystem::path& made, const std::filesystem::path& wanted, const Refusal& refuse);

}  // namespace percuta::storage
