#include <doctest/doctest.h>

#include "base/node_text.hpp"
#include "percuta/base/files/document.hpp"

using namespace percuta;
using percuta::tests::text_of;

TEST_CASE("[unit] settings take TOML values and bare text") {
  CHECK(text_of(parse_setting("device.needle.length=1.5 mm"), {"device", "needle", "length"}) == "1.5 mm");
  CHECK(text_of(parse_setting("site.name = cheek "), {"site", "name"}) == "cheek");
  CHECK(text_of(parse_setting("title=\"a = b\""), {"title"}) == "a = b");
  CHECK(text_of(parse_setting("title=a = b"), {"title"}) == "a = b");
  CHECK(text_of(parse_setting("seed=7"), {"seed"}) == "an integer");
  CHECK(text_of(parse_setting("share=0.5"), {"share"}) == "a number");
  CHECK(text_of(parse_setting("held=true"), {"held"}) == "true or false");
  CHECK(text_of(parse_setting("directions=[\"0 deg\"]"), {"directions"}) == "a list");
  CHECK(text_of(parse_setting("title=2024-01-01"), {"title"}) == "2024-01-01");
  CHECK(text_of(parse_setting("title="), {"title"}) == "");
  CHECK(text_of(parse_setting("a=1\nb=2"), {"a"}) == "1\nb=2");
}

TEST_CASE("[unit] settings keep places in their own text") {
  const Node root = parse_setting("device.needle.length = 1.5 mm");
  const Node* length = root.find("device")->find("needle")->find("length");
  CHECK(length->source->name == "--set");
  CHECK(length->key_column == 15);
  CHECK(length->key_width == 6);
  CHECK(length->column == 24);
  CHECK(length->width == 6);
  CHECK(length->path == "device.needle.length");
  CHECK(root.find("device")->find("needle")->path == "device.needle");
}

TEST_CASE("[unit] broken settings are refused") {
  for (const std::string setting : {"seed", "=7", "a..b=1", ".a=1", "a b=1", "a.=1", "\xFF=1", ""}) {
    CAPTURE(setting);
    CHECK_THROWS_AS(parse_setting(setting), InputError);
  }
  std::string deep = "a";
  for (int i = 0; i < 10000; ++i) deep += ".a";
  CHECK_THROWS_AS(parse_setting(deep + "=1"), InputError);
}
