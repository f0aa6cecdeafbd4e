#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Where data files live. First match wins: --data folders, the user's XDG data folder, the folder Percuta came with.
namespace percuta {

class DataFolder {
 public:
  explicit DataFolder(std::vector<std::filesystem::path> search_path) : search_path_(std::move(search_path)) {}

  const std::vector<std::filesystem::path>& search_path() const { return search_path_; }
  /// Names (without .toml) in `subfolder`, sorted, duplicates once.
  std::vector<std::string> names(const std::string& subfolder) const;
  /// The path of data/<subfolder>/<name>.toml. InputError with a suggestion when there is none.
  std::filesystem::path find(const std::string& subfolder, const std::string& name) const;
  /// The path of a single file such as "sources.bib" or "defaults.toml"; FileError when missing everywhere.
  std::filesystem::path file(const std::string& relative) const;

 private:
  std::vector<std::filesystem::path> search_path_;
};

/// The standard search path: `extra` (--data), $XDG_DATA_HOME/percuta (or ~/.local/share/percuta), the installed
/// share/percuta/data beside the executable, the source tree Percuta was built from; only folders that exist.
std::vector<std::filesystem::path> data_search_path(const std::vector<std::filesystem::path>& extra);

/// A whole file as bytes; FileError with the system's reason.
std::string read_file(const std::filesystem::path& path);

}  // namespace percuta
