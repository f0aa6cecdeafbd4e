#include <doctest/doctest.h>

#include "percuta/skin/skin.hpp"

using namespace percuta;

TEST_CASE("[unit] the faces of each layer are read off under its name") {
  skin::Skin skin;
  skin.layers = {{"viable_epidermis", 0, 1e-4, 1e6}, {"fat", 1e-4, 5e-3, 1e3}};
  const auto results = skin::results(skin);
  REQUIRE(results.size() == 2);
  CHECK(results[0].column.axis->names == std::vector<std::string>{"viable_epidermis", "fat"});
  std::vector<double> top, bottom;
  results[0].append(skin, top);
  results[1].append(skin, bottom);
  CHECK(top == std::vector<double>{0, 1e-4});
  CHECK(bottom == std::vector<double>{1e-4, 5e-3});
}
