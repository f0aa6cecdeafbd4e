#include "percuta/base/files/data_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>

#include "percuta/base/error.hpp"
#include "percuta/base/files/read_once.hpp"

namespace percuta {
namespace {

bool is_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

bool is_file(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

/// A name that stays inside its folder.
bool is_plain_name(const std::string& name) {
  return !name.empty() && name.find_first_of("/\\") == std::string::npos && name.front() != '.';
}

std::string searched(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::string> names;
  names.reserve(paths.size());
  for (const std::filesystem::path& path : paths) names.push_back(path.string());
  return names.empty() ? "nowhere: no data folder was found" : fmt::format("{}", fmt::join(names, ", "));
}

std::optional<std::filesystem::path> from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value != '/') return std::nullopt;
  return std::filesystem::path(value);
}

/// $XDG_DATA_HOME, else ~/.local/share.
std::optional<std::filesystem::path> user_data() {
  if (const auto data = from_environment("XDG_DATA_HOME")) return *data / "percuta";
  if (const auto home = from_environment("HOME")) return *home / ".local/share/percuta";
  return std::nullopt;
}

/// The data of the checkout whose folder `build` holds the program; "" when none does.
std::filesystem::path data_of_checkout(const std::filesystem::path& program) {
  for (std::filesystem::path folder = program.parent_path(); folder.has_relative_path();
       folder = folder.parent_path()) {
    const std::filesystem::path root = folder.parent_path();
    if (folder.filename() == "build" && is_file(root / "src/percuta/floors.txt")) return root / "data";
  }
  return {};
}

/// Where Percuta's own data may stand: in the checkout that the wrapper `percuta` names; beside the program, where it
/// was installed or built; in the checkout it was built from.
std::vector<std::filesystem::path> places_of_own_data() {
  std::vector<std::filesystem::path> places;
  if (const auto root = from_environment("PERCUTA_ROOT")) places.push_back(*root / "data");
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    places.push_back((program.parent_path() / "../share/percuta/data").lexically_normal());
    places.push_back(data_of_checkout(program));
  }
  places.emplace_back(PERCUTA_SOURCE_DIR "/data");
  return places;
}

/// Those that exist, each once.
std::vector<std::filesystem::path> distinct_folders(const std::vector<std::filesystem::path>& wanted) {
  std::vector<std::filesystem::path> result;
  for (const std::filesystem::path& path : wanted) {
    if (is_folder(path) && std::find(result.begin(), result.end(), path) == result.end()) result.push_back(path);
  }
  return result;
}

void add_names(const std::filesystem::path& folder, std::set<std::string>& names) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".toml" && is_file(entry->path())) names.insert(entry->path().stem().string());
  }
}

/// The folder that `root`, with or without a slash at its end, stands in; "" = the current one.
std::filesystem::path folder_around(const std::filesystem::path& root) {
  return (root.has_filename() ? root : root.parent_path()).parent_path();
}

}  // namespace

struct DataFolder::Read {
  ReadOnce<Node> documents;
  ReadOnce<std::map<std::string, Citation>> bibliographies;
};

DataFolder::DataFolder(std::vector<std::filesystem::path> own)
    : search_path_(own), own_(std::move(own)), read_(std::make_shared<Read>()) {}

Node DataFolder::document(const std::filesystem::path& path) const {
  return is_own(path) ? read_->documents.at(path, read_document) : read_document(path);
}

std::map<std::string, Citation> DataFolder::bibliography(const std::filesystem::path& path) const {
  const auto read = [](const std::filesystem::path& file) {
    return parse_bibliography(read_file(file), file.string());
  };
  return is_own(path) ? read_->bibliographies.at(path, read) : read(path);
}

std::vector<std::string> DataFolder::names(const std::string& subfolder) const {
  std::set<std::string> found;
  for (const std::filesystem::path& root : search_path_) add_names(root / subfolder, found);
  return {found.begin(), found.end()};
}

std::filesystem::path DataFolder::find(const std::string& subfolder, const std::string& name) const {
  if (is_plain_name(name)) {
    for (const std::filesystem::path& root : search_path_) {
      const std::filesystem::path path = root / subfolder / (name + ".toml");
      if (is_file(path)) return path;
    }
  }
  throw InputError(fmt::format("'{}' is not in {}", name, subfolder), suggestion(name, names(subfolder)));
}

std::filesystem::path DataFolder::file(const std::string& relative) const {
  for (const std::filesystem::path& root : search_path_) {
    if (is_file(root / relative)) return root / relative;
  }
  throw FileError(fmt::format("the data file {} is missing; searched {}", relative, searched(search_path_)));
}

std::filesystem::path DataFolder::beside(const std::string& relative, const std::string& what) const {
  for (const std::filesystem::path& root : search_path_) {
    const std::filesystem::path path = folder_around(root) / relative;
    if (is_file(path)) return path;
  }
  throw FileError(fmt::format("{} ({}) is missing beside the data folder; install Percuta again", what, relative));
}

std::vector<std::string> DataFolder::names_beside(const std::string& folder) const {
  std::set<std::string> found;
  for (const std::filesystem::path& root : search_path_) add_names(folder_around(root) / folder, found);
  return {found.begin(), found.end()};
}

DataFolder DataFolder::with_further(std::vector<std::filesystem::path> folders) const {
  DataFolder result = *this;
  folders.insert(folders.end(), search_path_.begin(), search_path_.end());
  result.search_path_ = std::move(folders);
  return result;
}

bool DataFolder::is_own(const std::filesystem::path& file) const {
  return std::any_of(own_.begin(), own_.end(), [&](const auto& folder) { return is_inside(file, folder); });
}

bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder) {
  std::error_code no_path, no_folder;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(path, no_path);
  const std::filesystem::path relative = whole.lexically_relative(std::filesystem::weakly_canonical(folder, no_folder));
  return !no_path && !no_folder && !relative.empty() && *relative.begin() != "..";
}

DataFolder standard_data(const std::vector<std::filesystem::path>& extra) {
  std::vector<std::filesystem::path> own = distinct_folders(places_of_own_data()), further = extra;
  if (own.size() > 1) own.resize(1);  // a copy of a checkout reads nothing of the original
  if (const auto data = user_data()) further.push_back(*data);
  return DataFolder(std::move(own)).with_further(distinct_folders(further));
}

std::string read_file(const std::filesystem::path& path) {
  const auto fail = [&path](int reason) {
    return FileError(fmt::format("{} cannot be read: {}", path.string(), std::generic_category().message(reason)));
  };
  if (is_folder(path)) throw fail(EISDIR);
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw fail(errno);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) throw fail(errno);
  return text;
}

}  // namespace percuta
