#include "percuta/report/fields/density_vtr.hpp"

#include <doctest/doctest.h>

#include "report/tables/tiles_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta::report;

TEST_CASE("[unit] the grid is a VTK file whose layers reach past the deepest strike") {
  const std::string vtr = density_vtr(eight_tiles(), three_strikes());
  CHECK(vtr.find("<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\"") != std::string::npos);
  // 0, 0.02, 0.045, 0.076, 0.115, 0.164, 0.225, 0.302 mm
  CHECK(vtr.find("<Piece Extent=\"0 4 0 2 0 7\">") != std::string::npos);
}

TEST_CASE("[unit] an array begins with its length in bytes") {
  const std::string vtr = density_vtr(eight_tiles(), three_strikes());
  // five coordinates of 4 bytes: 20 as a 64-bit number, then 0.0f 1.0f 2.0f 3.0f 4.0f
  CHECK(vtr.find("Name=\"x_mm\" format=\"binary\">FAAAAAAAAAAAAAAAAACAPwAAAEAAAEBAAACAQA==<") != std::string::npos);
}

TEST_CASE("[unit] a deeper strike adds layers") {
  auto deep = three_strikes();
  deep[0].depth = 0.002;
  CHECK(density_vtr(eight_tiles(), deep).find("0 4 0 2 0 15") != std::string::npos);
}
