#include "percuta/base/files/memory_left.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>

namespace percuta {

namespace {

namespace fs = std::filesystem;

constexpr double k_unlimited = std::numeric_limits<double>::infinity();
constexpr double k_bytes_per_kb = 1024;

/// The number that a file begins with; nothing for "max" and for a file that is not there.
std::optional<double> number_in(const fs::path& file) {
  double value = 0;
  return std::ifstream(file) >> value ? std::optional(value) : std::nullopt;
}

/// The number after `word` at the start of a line.
std::optional<double> number_after(const fs::path& file, const std::string& word) {
  std::ifstream text(file);
  for (std::string line; std::getline(text, line);) {
    std::istringstream parts(line);
    std::string name;
    double value = 0;
    if (parts >> name >> value && name == word) return value;
  }
  return std::nullopt;
}

double free_of_machine(const fs::path& root) {
  const auto available = number_after(root / "proc/meminfo", "MemAvailable:");
  return available ? *available * k_bytes_per_kb : k_unlimited;
}

/// What one control group leaves; pages of files that it can let go count as free.
double free_of_group(const fs::path& folder, const char* limit, const char* used, const char* pages) {
  const auto most = number_in(folder / limit), now = number_in(folder / used);
  if (!most || !now) return k_unlimited;
  return *most - *now + number_after(folder / "memory.stat", pages).value_or(0);
}

/// The group of this process, and those above it, down from `mounted`.
template <class Free>
double least_of_groups(const fs::path& mounted, const fs::path& group, Free free) {
  double left = free(mounted);
  fs::path folder = mounted;
  for (const fs::path& part : group) {
    folder /= part;
    left = std::min(left, free(folder));
  }
  return left;
}

double free_of_groups(const fs::path& root) {
  double left = k_unlimited;
  std::ifstream text(root / "proc/self/cgroup");
  for (std::string line; std::getline(text, line);) {
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    const fs::path group = fs::path(line.substr(second + 1)).relative_path();
    if (controllers.empty()) {
      left = std::min(left, least_of_groups(root / "sys/fs/cgroup", group, [](const fs::path& folder) {
                        return free_of_group(folder, "memory.max", "memory.current", "inactive_file");
                      }));
    } else if (controllers == "memory") {
      left = std::min(left, least_of_groups(root / "sys/fs/cgroup/memory", group, [](const fs::path& folder) {
                        return free_of_group(folder, "memory.limit_in_bytes", "memory.usage_in_bytes",
                                             "total_inactive_file");
                      }));
    }
  }
  return left;
}

double free_of_address_space(const fs::path& root) {
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return k_unlimited;
  const double pages = number_in(root / "proc/self/statm").value_or(0);
  return static_cast<double>(limit.rlim_cur) - pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

double memory_left(const fs::path& root) {
  return std::max(0.0, std::min({free_of_machine(root), free_of_groups(root), free_of_address_space(root)}));
}

}  // namespace percuta
