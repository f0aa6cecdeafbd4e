#include "percuta/study/keys/key_place.hpp"

#include <doctest/doctest.h>

using namespace percuta;

namespace {

const Node k_root = parse_document("seed = 1\n[device]\nname = \"x\"\n[device.needle]\nlength = \"1 mm\"\n", "s.toml");

}  // namespace

TEST_CASE("[unit] a key's place is its value, else the nearest table above it, else the file") {
  CHECK(study::place_of(k_root, "device.name").line == 3);
  CHECK(study::place_of(k_root, "device.needle.length").line == 5);
  CHECK(study::place_of(k_root, "device.needle.material").line == 4);
  CHECK(study::place_of(k_root, "device.drum.rows").line == 2);
  CHECK(study::place_of(k_root, "site.name").file == "s.toml");
}

TEST_CASE("[unit] a caught error without a place is told at the key, one with a place stays where it is") {
  Problems problems;
  study::add_at(k_root, "device.name", InputError({{"lost", "", {}}, {"known", "", Place{"other.toml", 9, 1}}}),
                problems);
  REQUIRE(problems.list().size() == 2);
  CHECK(problems.list()[0].place.line == 3);
  CHECK(problems.list()[1].place.file == "other.toml");
}
