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

TEST_CASE("[unit] a key is written, or it is not") {
  const Node root = parse_document("[device]\nhead.needles = 9\n", "study.toml");
  CHECK(study::written(root, "device.head.needles") != nullptr);
  CHECK(study::written(root, "device.head.pitch") == nullptr);
  CHECK(study::written(root, "device.drum.rows") == nullptr);
}

TEST_CASE("[unit] a key stands in the study, else in its file, else where the file is named") {
  const Node root = parse_document("[device]\nname = \"x\"\nhead.needles = 9\n", "study.toml");
  const Node file = parse_document("[head]\nneedles = 8\npitch = 1\n", "mine.toml");
  const auto place = [&](const std::string& key) {
    const Place found = study::place_in_either(root, "device." + key, file, key, "device.name");
    return found.file + ":" + std::to_string(found.line);
  };
  CHECK(place("head.needles") == "study.toml:3");
  CHECK(place("head.pitch") == "mine.toml:3");
  CHECK(place("head.rows") == "study.toml:2");
}
