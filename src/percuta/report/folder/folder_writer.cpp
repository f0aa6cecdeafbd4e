#include "percuta/report/folder/folder_writer.hpp"

#include <system_error>
#include <vector>

#include "percuta/storage/disk.hpp"
#include "percuta/storage/draft.hpp"
#include "percuta/storage/write_file.hpp"

namespace percuta::report {

namespace fs = std::filesystem;

namespace {

void sweep_drafts(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> drafts;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (!storage::drafted_name(entry.path().filename().string()).empty()) drafts.push_back(entry.path());
  }
  for (const fs::path& draft : drafts) fs::remove(draft, failure);
}

}  // namespace

void FolderWriter::write(const std::string& name, std::string_view bytes) {
  const fs::path file = folder_ / name;
  if (parents_.insert(file.parent_path()).second) {
    storage::make_folder(file.parent_path());
    sweep_drafts(file.parent_path());
  }
  storage::write_file(file, bytes);
  names_.insert(name);
}

void FolderWriter::finish(const std::string& version, const RunFacts& facts) {
  const std::string own = "run.json";
  names_.insert(own);
  write(own, run_json(version, {names_.begin(), names_.end()}, facts));
}

}  // namespace percuta::report
