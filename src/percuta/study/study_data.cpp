#include "percuta/study/study_data.hpp"

#include <fmt/format.h>

namespace percuta::study {

std::filesystem::path StudyData::find(const std::string& subfolder, const std::string& name) {
  return noted(fmt::format("{}/{}.toml", subfolder, name), folders_.find(subfolder, name));
}

std::filesystem::path StudyData::file(const std::string& relative) {
  return noted(relative, folders_.file(relative));
}

std::vector<OwnFile> StudyData::kept() const {
  std::vector<OwnFile> files;
  for (const auto& [relative, path] : further_) {
    files.push_back({fmt::format("{}/{}", k_folder, relative), read_file(path)});
  }
  return files;
}

std::filesystem::path StudyData::noted(const std::string& relative, std::filesystem::path path) {
  if (!folders_.is_own(path)) further_.emplace(relative, path);
  return path;
}

}  // namespace percuta::study
