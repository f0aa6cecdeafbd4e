#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "percuta/base/files/bibliography.hpp"
#include "percuta/base/files/document.hpp"

/// Where data files live. First match wins: --data folders, the user's XDG data folder, the folder Percuta came with.
namespace percuta {

/// Copies share what they have read of Percuta's own files, which are read once for all of them.
class DataFolder {
 public:
  /// Folders of Percuta's own, the first match wins.
  explicit DataFolder(std::vector<std::filesystem::path> own);

  /// The same with `folders` looked in first: they are somebody's, not Percuta's own.
  DataFolder with_further(std::vector<std::filesystem::path> folders) const;

  const std::vector<std::filesystem::path>& search_path() const { return search_path_; }
  /// Names (without .toml) in `subfolder`, sorted, duplicates once.
  std::vector<std::string> names(const std::string& subfolder) const;
  /// The path of data/<subfolder>/<name>.toml. InputError with a suggestion when there is none.
  std::filesystem::path find(const std::string& subfolder, const std::string& name) const;
  /// The path of a single file such as "sources.bib" or "defaults.toml"; FileError when missing everywhere.
  std::filesystem::path file(const std::string& relative) const;
  /// The TOML file at `path`, as read_document; one of Percuta's own as it stood when it was read first.
  Node document(const std::filesystem::path& path) const;
  /// The papers in a BibTeX file, likewise.
  std::map<std::string, Citation> bibliography(const std::filesystem::path& path) const;
  /// Whether a file lies in a folder of Percuta's own.
  bool is_own(const std::filesystem::path& file) const;
  /// The path of what stands beside a data folder, such as "viewer/dist/report.html"; FileError, which calls it `what`,
  /// when it is beside none.
  std::filesystem::path beside(const std::string& relative, const std::string& what) const;
  /// Names (without .toml) in the folders called `folder` beside the data folders, sorted, duplicates once.
  std::vector<std::string> names_beside(const std::string& folder) const;

 private:
  struct Read;  ///< what was read of Percuta's own files

  std::vector<std::filesystem::path> search_path_, own_;
  std::shared_ptr<Read> read_;
};

/// Whether `path` lies in `folder`, symbolic links followed.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// The standard data folders: `extra` (--data), $XDG_DATA_HOME/percuta (or ~/.local/share/percuta), then Percuta's
/// own, which is the first that exists of: data of the checkout $PERCUTA_ROOT, share/percuta/data beside the installed
/// program, data of the checkout whose `build` holds the program, data of the checkout it was built from. Only folders
/// that exist.
DataFolder standard_data(const std::vector<std::filesystem::path>& extra);

/// A whole file as bytes; FileError with the system's reason.
std::string read_file(const std::filesystem::path& path);

}  // namespace percuta
