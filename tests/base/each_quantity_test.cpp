#include "percuta/base/each_quantity.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] every quantity is met in order, in tables and lists too, and can be changed") {
  Quantity plain = certain(1), inside = certain(2);
  std::vector<Quantity> list = {certain(3), certain(4)}, items = {certain(5), certain(6)};
  std::string word = "none";
  const Describe describe = [&](Visitor& visitor) {
    visitor.quantity({.name = "plain", .meaning = ""}, plain);
    visitor.word({.name = "word", .meaning = ""}, word);
    visitor.table({.name = "table", .meaning = ""},
                  [&](Visitor& inner) { inner.quantity({.name = "inside", .meaning = ""}, inside); });
    visitor.quantities({.name = "list", .meaning = ""}, list);
    visitor.tables(
        {.name = "item", .meaning = ""}, items.size(), [](std::size_t) {},
        [&](std::size_t i, Visitor& inner) { inner.quantity({.name = "own", .meaning = ""}, items[i]); });
  };
  std::vector<std::string> paths;
  each_quantity(describe, "of.", [&](const std::string& path, const Spec&, Quantity& quantity) {
    paths.push_back(path);
    quantity.value *= 10;
  });
  CHECK(paths == std::vector<std::string>{"of.plain", "of.table.inside", "of.list[0]", "of.list[1]", "of.item[0].own",
                                          "of.item[1].own"});
  CHECK(inside.value == 20);
  CHECK(list[1].value == 40);
  CHECK(items[1].value == 60);
}
