#include "percuta/report/fields/vtr_grid.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <cstdint>
#include <cstring>

#include "report/xml_check.hpp"

using namespace percuta::report;

namespace {

VtrGrid two_cells(const std::vector<double>& values) {
  const auto array = [](const char* name, const std::vector<double>& numbers) {
    return vtr_array(name, numbers, VtrNumbers::full);
  };
  VtrGrid grid;
  grid.cells = {2, 1, 1};
  grid.edges = {array("x_mm", {0, 1, 2}), array("y_mm", {0, 1}), array("z_mm", {0, 0.5})};
  grid.values = {array("c <1>", values)};
  grid.time = 60;
  return grid;
}

std::uint64_t whole_at(const std::string& bytes, std::size_t at) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

/// The raw bytes of the array that begins `at` bytes behind the mark of the appended data.
std::string unpacked(const std::string& file, std::size_t at) {
  const std::string body = file.substr(file.find("\n_") + 2 + at);
  const std::uint64_t blocks = whole_at(body, 0), block = whole_at(body, 8), last = whole_at(body, 16);
  std::string bytes;
  std::size_t from = 24 + 8 * blocks;
  for (std::uint64_t i = 0; i < blocks; ++i) {
    std::string raw(i + 1 == blocks && last > 0 ? last : block, '\0');
    uLongf size = raw.size();
    const std::uint64_t stored = whole_at(body, 24 + 8 * i);
    REQUIRE(uncompress(reinterpret_cast<Bytef*>(raw.data()), &size, reinterpret_cast<const Bytef*>(&body[from]),
                       stored) == Z_OK);
    REQUIRE(size == raw.size());
    bytes += raw;
    from += stored;
  }
  return bytes;
}

std::size_t offset_of(const std::string& file, const std::string& name) {
  const std::size_t at = file.find("Name=\"" + name + "\"");
  REQUIRE(at != std::string::npos);
  return std::stoul(file.substr(file.find("offset=\"", at) + 8));
}

}  // namespace

TEST_CASE("[unit] an array in place begins with its length in bytes; names are safe in XML") {
  const std::string text = vtr_text(two_cells({1, 2}), VtrBody::in_place);
  CHECK(xml_fault(text.substr(text.find('\n'))) == "");  // but for the line of XML itself
  CHECK(text.find("<Piece Extent=\"0 2 0 1 0 1\">\n<CellData Scalars=\"c &lt;1&gt;\">") != std::string::npos);
  // 16 as a 64-bit number, then 1.0 and 2.0
  CHECK(text.find("Name=\"c &lt;1&gt;\" format=\"binary\">EAAAAAAAAAAAAAAAAADwPwAAAAAAAABA<") != std::string::npos);
  CHECK(text.find("Name=\"TimeValue\" NumberOfTuples=\"1\" format") != std::string::npos);
}

TEST_CASE("[unit] a grid without a time has no field data") {
  VtrGrid grid = two_cells({1, 2});
  grid.time.reset();
  CHECK(vtr_text(grid, VtrBody::in_place).find("FieldData") == std::string::npos);
}

TEST_CASE("[law] packed arrays unpack to their bytes, in one block, in several and in whole ones") {
  for (const std::size_t n : {std::size_t{2}, std::size_t{1} << 17, (std::size_t{1} << 18) + 3}) {
    CAPTURE(n);
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = 1 / static_cast<double>(i + 1);
    const VtrGrid grid = two_cells(values);
    const std::string text = vtr_text(grid, VtrBody::packed);
    CHECK(unpacked(text, offset_of(text, "c &lt;1&gt;")) == grid.values[0].bytes);
    CHECK(unpacked(text, offset_of(text, "z_mm")) == grid.edges[2].bytes);
    CHECK(text == vtr_text(grid, VtrBody::packed));
  }
}
