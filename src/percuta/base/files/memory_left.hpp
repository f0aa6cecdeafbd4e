#pragma once

#include <filesystem>

namespace percuta {

/// Memory that this process may still take: the least of what the machine has free, what its control groups leave, and
/// the limit of its address space (ulimit -v) [B]; infinite where none of them is told. `root` holds proc and sys.
double memory_left(const std::filesystem::path& root = "/");

}  // namespace percuta
