#include "percuta/base/files/data_folder.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "percuta/base/error.hpp"
#include "source_folder.hpp"

using namespace percuta;

namespace {

/// Two data folders, the first hiding files of the second.
class Folders {
 public:
  Folders() : root_(std::filesystem::temp_directory_path() / ("percuta-data-" + std::to_string(getpid()))) {
    write("first/devices/pen.toml", "first");
    write("second/devices/pen.toml", "second");
    write("second/devices/roller-192.toml", "second");
    write("second/devices/notes.txt", "no device");
    write("second/sources.bib", "bib");
  }
  ~Folders() { std::filesystem::remove_all(root_); }
  Folders(const Folders&) = delete;
  Folders& operator=(const Folders&) = delete;

  std::filesystem::path path(const std::string& name) const { return root_ / name; }
  DataFolder data() const { return DataFolder({path("first"), path("second"), path("missing")}); }

 private:
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name)) << text;
  }
  std::filesystem::path root_;
};

/// Sets a variable of the environment for a test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    const char* before = std::getenv(name);
    if (before != nullptr) before_ = before;
    had_value_ = before != nullptr;
    setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (had_value_) {
      setenv(name_, before_.c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::string before_;
  bool had_value_ = false;
};

bool has(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& wanted) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::filesystem::path& path) {
    std::error_code error;
    return path == wanted || std::filesystem::equivalent(path, wanted, error);
  });
}

}  // namespace

TEST_CASE("[unit] names are sorted and stand once") {
  const Folders folders;
  CHECK(folders.data().names("devices") == std::vector<std::string>{"pen", "roller-192"});
  CHECK(folders.data().names("nothing").empty());
}

TEST_CASE("[unit] the first folder that has a file wins") {
  const Folders folders;
  CHECK(read_file(folders.data().find("devices", "pen")) == "first");
  CHECK(read_file(folders.data().find("devices", "roller-192")) == "second");
  CHECK(read_file(folders.data().file("sources.bib")) == "bib");
}

TEST_CASE("[unit] a wrong name is an input error with a suggestion") {
  const Folders folders;
  try {
    folders.data().find("devices", "roler-192");
    FAIL("must not be found");
  } catch (const InputError& error) {
    CHECK(error.problems()[0].message == "'roler-192' is not in devices");
    CHECK(error.problems()[0].hint == "did you mean 'roller-192'?");
  }
}

TEST_CASE("[unit] names cannot climb out of their folder") {
  const Folders folders;
  for (const std::string name : {"../devices/pen", "/etc/passwd", "..", "", ".hidden", "a\\b"}) {
    CHECK_THROWS_AS(folders.data().find("devices", name), InputError);
  }
}

TEST_CASE("[unit] a missing file is a FileError that says where it was sought") {
  const Folders folders;
  try {
    folders.data().file("defaults.toml");
    FAIL("must not be found");
  } catch (const FileError& error) {
    CHECK(std::string(error.what()).find(folders.path("second").string()) != std::string::npos);
  }
  CHECK_THROWS_AS(DataFolder({}).file("x"), FileError);
}

TEST_CASE("[unit] what stands beside a data folder is found by one rule, whether or not the folder ends in a slash") {
  const Folders folders;
  const DataFolder data({folders.path("missing/data"), folders.path("first/devices")});
  CHECK(read_file(data.beside("devices/pen.toml", "a device")) == "first");
  const DataFolder slashed({folders.path("second/devices/")});
  CHECK(read_file(slashed.beside("sources.bib", "the sources")) == "bib");
  const DataFolder both({folders.path("first/devices"), folders.path("second/devices")});
  CHECK(read_file(both.beside("devices/pen.toml", "a device")) == "first");
  CHECK(both.names_beside("devices") == std::vector<std::string>{"pen", "roller-192"});
  CHECK(both.names_beside("nothing").empty());
}

TEST_CASE("[unit] what is missing beside every data folder is a FileError that calls it by its name") {
  const Folders folders;
  try {
    folders.data().beside("viewer/page.html", "the page");
    FAIL("must not be found");
  } catch (const FileError& error) {
    CHECK(std::string(error.what()) ==
          "the page (viewer/page.html) is missing beside the data folder; install Percuta again");
  }
}

TEST_CASE("[unit] reading a folder or nothing is a FileError with the system's reason") {
  const Folders folders;
  const auto reason = [](const std::filesystem::path& path) -> std::string {
    try {
      read_file(path);
    } catch (const FileError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(reason(folders.path("first")).ends_with("cannot be read: Is a directory"));
  CHECK(reason(folders.path("none")).ends_with("cannot be read: No such file or directory"));
}

TEST_CASE("[unit] the search path is --data, the user's folder, then Percuta's own; only what exists") {
  const Folders folders;
  std::filesystem::create_directories(folders.path("xdg/percuta"));
  const Variable home("XDG_DATA_HOME", folders.path("xdg").string());
  const DataFolder data = standard_data({folders.path("second"), folders.path("missing"), folders.path("second")});
  const auto& paths = data.search_path();
  REQUIRE(paths.size() >= 3);
  CHECK(paths[0] == folders.path("second"));
  CHECK(paths[1] == folders.path("xdg/percuta"));
  CHECK(has(paths, std::filesystem::path(source_folder()) / "data"));
  CHECK_FALSE(has(paths, folders.path("missing")));
}

TEST_CASE("[unit] Percuta's own data is one folder, that of the checkout named by PERCUTA_ROOT where one is named") {
  const Folders folders;
  std::filesystem::create_directories(folders.path("moved/data"));
  const auto own = [] {
    std::vector<std::filesystem::path> found;
    const DataFolder data = standard_data({});
    for (const auto& path : data.search_path()) {
      if (data.is_own(path / "sources.bib")) found.push_back(path);
    }
    return found;
  };
  CHECK(own().size() == 1);
  const Variable root("PERCUTA_ROOT", folders.path("moved").string());
  CHECK(own() == std::vector{folders.path("moved/data")});
}

TEST_CASE("[unit] a PERCUTA_ROOT without data, or that is no full path, is passed over") {
  const Folders folders;
  for (const std::string& root : {folders.path("missing").string(), std::string("."), std::string()}) {
    CAPTURE(root);
    const Variable variable("PERCUTA_ROOT", root);
    CHECK(has(standard_data({}).search_path(), std::filesystem::path(source_folder()) / "data"));
  }
}

TEST_CASE("[unit] without XDG_DATA_HOME the user's folder is in their home") {
  const Folders folders;
  std::filesystem::create_directories(folders.path("home/.local/share/percuta"));
  const Variable data("XDG_DATA_HOME", "");
  const Variable home("HOME", folders.path("home").string());
  CHECK(has(standard_data({}).search_path(), folders.path("home/.local/share/percuta")));
}

TEST_CASE("[unit] a further folder is looked in first, and what it holds is not Percuta's own") {
  const Folders folders;
  const DataFolder own({folders.path("second")});
  const DataFolder data = own.with_further({folders.path("first")});
  REQUIRE(data.search_path().size() == 2);
  CHECK(data.search_path().front() == folders.path("first"));
  CHECK(data.is_own(folders.path("second") / "devices" / "pen.toml"));
  CHECK_FALSE(data.is_own(folders.path("first") / "devices" / "pen.toml"));
  CHECK_FALSE(data.with_further({folders.path("missing")}).is_own(folders.path("first")));
}

TEST_CASE("[unit] Percuta's own documents are read once for a folder and its copies, others each time") {
  const Folders folders;
  const auto kind = [](const DataFolder& data, const std::filesystem::path& path) {
    return std::get<std::string>(data.document(path).find("kind")->value);
  };
  const auto write = [](const std::filesystem::path& path, const char* word) {
    std::ofstream(path) << "kind = \"" << word << "\"\n";
  };
  const auto own = folders.path("second/devices/pen.toml"), further = folders.path("first/devices/pen.toml");
  const DataFolder data = DataFolder({folders.path("second")}).with_further({folders.path("first")});
  for (const auto& path : {own, further}) write(path, "pen");
  CHECK(kind(data, own) == "pen");
  CHECK(kind(data, further) == "pen");
  for (const auto& path : {own, further}) write(path, "roller");
  CHECK(kind(data.with_further({folders.path("third")}), own) == "pen");
  CHECK(kind(data, further) == "roller");
  CHECK(kind(DataFolder({folders.path("second")}), own) == "roller");
}

TEST_CASE("[unit] a path lies in a folder however it is written") {
  const Folders folders;
  CHECK(is_inside(folders.path("first") / ".." / "first" / "x.toml", folders.path("first")));
  CHECK_FALSE(is_inside(folders.path("first") / ".." / "x.toml", folders.path("first")));
}
