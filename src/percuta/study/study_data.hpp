#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/study/model.hpp"

namespace percuta::study {

/// The data folders as one study reads them: notes each file that came from outside Percuta's own, so that it is kept
/// with the run.
class StudyData {
 public:
  explicit StudyData(DataFolder folders) : folders_(std::move(folders)) {}

  std::vector<std::string> names(const std::string& subfolder) const { return folders_.names(subfolder); }
  /// As DataFolder's.
  std::filesystem::path find(const std::string& subfolder, const std::string& name);
  std::filesystem::path file(const std::string& relative);
  Node document(const std::filesystem::path& path) const { return folders_.document(path); }
  std::map<std::string, Citation> bibliography(const std::filesystem::path& path) const {
    return folders_.bibliography(path);
  }

  /// What was read from outside Percuta's own so far, each under k_folder as it stood in its own folder.
  std::vector<OwnFile> kept() const;

  static constexpr const char* k_folder = "data";

 private:
  std::filesystem::path noted(const std::string& relative, std::filesystem::path path);

  DataFolder folders_;
  std::map<std::string, std::filesystem::path> further_;  ///< by path in its data folder
};

}  // namespace percuta::study
