#include "percuta/base/files/csv_table.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <zlib.h>

#include "temporary_folder.hpp"

using namespace percuta;
using percuta::tests::TemporaryFolder;

namespace {

std::string refusal(const std::string& text) {
  const TemporaryFolder folder;
  folder.write("table.csv", text);
  try {
    read_csv(folder / "table.csv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("[unit] a table is read by its names, comments and empty lines left out") {
  const TemporaryFolder folder;
  folder.write("table.csv", "# measured on Monday\nx_mm, y_mm\r\n1.5,-2e-3\n\n3,4");
  const CsvTable table = read_csv(folder / "table.csv");
  CHECK(table.names == std::vector<std::string>{"x_mm", "y_mm"});
  REQUIRE(table.rows() == 2);
  CHECK(*table.find("x_mm") == std::vector<double>{1.5, 3});
  CHECK(*table.find("y_mm") == std::vector<double>{-2e-3, 4});
  CHECK(table.find("z_mm") == nullptr);
  CHECK(table.place(1).line == 5);
}

TEST_CASE("[unit] a packed table reads like a plain one") {
  const TemporaryFolder folder;
  const std::string path = (folder / "table.csv.gz").string();
  gzFile file = gzopen(path.c_str(), "wb");
  gzputs(file, "a,b\n1,2\n");
  gzclose(file);
  CHECK(read_csv(path).find("b")->front() == 2);
}

TEST_CASE("[unit] a bad cell is shown with its line and column") {
  const std::string message = refusal("x_mm,y_mm\n1,2\n3,4 mm\n");
  CHECK(holds(message, "table.csv:3:3"));
  CHECK(holds(message, "'4 mm' is not a finite number"));
  CHECK(holds(refusal("a\nnan\n"), "not a finite number"));
  CHECK(holds(refusal("a\n1e999\n"), "not a finite number"));
  CHECK(holds(refusal("a\n\"1\"\n"), "not a finite number"));
}

TEST_CASE("[unit] rows of another length, names given twice and empty tables are refused") {
  CHECK(holds(refusal("a,b\n1\n"), "this row has 1 cells, the line of names 2"));
  CHECK(holds(refusal("a,b\n1,2,3\n"), "this row has 3 cells"));
  CHECK(holds(refusal("a,a\n1,2\n"), "the column 'a' is there twice"));
  CHECK(holds(refusal("a,b\n"), "holds no rows"));
  CHECK(holds(refusal(""), "holds no rows"));
}

TEST_CASE("[unit] all faults of a table are told at once, and no more than a dozen") {
  CHECK(holds(refusal("a\nx\ny\n"), "'y' is not"));
  std::string many = "a\n";
  for (int i = 0; i < 100; ++i) many += "x\n";
  const std::string message = refusal(many);
  CHECK(holds(message, ":13:1"));
  CHECK_FALSE(holds(message, ":14:1"));
}

TEST_CASE("[unit] a folder and a missing file are told apart from a bad table") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(read_csv(folder.path()), InputError);
  CHECK_THROWS_AS(read_csv(folder / "absent.csv"), FileError);
}

TEST_CASE("[unit] a table is read row by row, each with its place") {
  const TemporaryFolder folder;
  CsvRows rows(folder.write("table.csv", "a,b\n1,2\n# a comment\n3,4\n"));
  CHECK(rows.names() == std::vector<std::string>{"a", "b"});
  REQUIRE(rows.next());
  CHECK(rows.cells() == std::vector<double>{1, 2});
  REQUIRE(rows.next());
  CHECK(rows.cells() == std::vector<double>{3, 4});
  CHECK(rows.place().line == 4);
  CHECK_FALSE(rows.next());
}

TEST_CASE("[law] a table is bounded in rows, in lines and in the length of a line, and says so at the first too many") {
  const TemporaryFolder folder;
  const TableBounds bounds{.rows = 3, .lines = 6, .line = 40};
  const auto refusal_beyond = [&](const std::string& text) -> std::string {
    try {
      CsvRows rows(folder.write("table.csv", text), bounds);
      while (rows.next()) continue;
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  CHECK(refusal_beyond("a\n1\n2\n3\n").empty());
  CHECK(holds(refusal_beyond("a\n1\n2\n3\n4\n5\n"),
              "table.csv:5:1: error: '" + (folder / "table.csv").string() + "' has more than 3 rows"));
  CHECK(holds(refusal_beyond("a\n1\n\n\n\n\n\n\n"), "has more than 6 lines"));
  CHECK(holds(refusal_beyond("a\n" + std::string(41, '1') + "\n"), "a line of more than 40 bytes"));
}

TEST_CASE("[unit] a pipe and a device are refused at once") {
  const TemporaryFolder folder;
  const std::filesystem::path pipe = folder / "pipe.csv";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  for (const std::filesystem::path& path : {pipe, std::filesystem::path("/dev/zero")}) {
    try {
      read_csv(path);
      FAIL("no error");
    } catch (const InputError& error) {
      CHECK(holds(error.what(), "is not an ordinary file"));
    }
    CHECK_THROWS_AS(unpacked_text(path), InputError);
  }
}
