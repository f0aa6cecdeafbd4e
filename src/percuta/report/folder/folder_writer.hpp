#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

/// What becomes of a file that is there already.
enum class Standing { goes, stays };

/// A run folder in the making: run.json names each file that is written through it.
class FolderWriter {
 public:
  explicit FolderWriter(std::filesystem::path folder, Standing standing = Standing::goes)
      : folder_(std::move(folder)), standing_(standing) {}

  /// `name` is relative, with '/' between folders, which are made. Throws FileError.
  void write(const std::string& name, std::string_view bytes);
  /// The same, whatever stands there.
  void replace(const std::string& name, std::string_view bytes);
  /// Writes run.json; the folder is then whole. Throws FileError.
  void finish(const std::string& version, const RunFacts& facts);

 private:
  std::filesystem::path folder_;
  Standing standing_;
  std::set<std::filesystem::path> parents_;  ///< Folders that are made.
  std::set<std::string> names_;
};

}  // namespace percuta::report
