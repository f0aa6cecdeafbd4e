#include "percuta/report/folder/folder_writer.hpp"

#include <system_error>

#include "percuta/storage/disk.hpp"
#include "percuta/storage/write_file.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

void FolderWriter::write(const std::string& name, std::string_view bytes) {
  std::error_code failure;
  const bool stays = standing_ == Standing::stays && fs::exists(fs::symlink_status(folder_ / name, failure));
  if (!stays) replace(name, bytes);
  names_.insert(name);
}

void FolderWriter::replace(const std::string& name, std::string_view bytes) {
  const fs::path file = folder_ / name;
  if (parents_.insert(file.parent_path()).second) storage::make_folder(file.parent_path());
  storage::write_file(file, bytes);
  names_.insert(name);
}

void FolderWriter::finish(const std::string& version, const RunFacts& facts) {
  const std::string own = "run.json";
  names_.insert(own);
  write(own, run_json(version, {names_.begin(), names_.end()}, facts));
}

}  // namespace percuta::report
