#include "percuta/base/given_walk.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/sample.hpp"
#include "percuta/base/schema.hpp"

using namespace percuta;
using namespace percuta::tests;

namespace {

/// An optional table whose one word has a default, beside a quantity that may be left out.
struct Cover {
  std::string product;
  Quantity time;  ///< [s]
};

void describe(Cover& cover, Visitor& visitor) {
  visitor.word({.name = "product", .meaning = "What is put on", .default_text = "\"\""}, cover.product);
  visitor.quantity({.name = "time", .meaning = "How long", .unit = "h", .min = 0, .max = 9, .is_optional = true},
                   cover.time);
}

Describe walk_of(Cover& cover) {
  return [&cover](Visitor& visitor) {
    visit_table(visitor, {.name = "cover", .meaning = "What covers", .is_optional = true}, cover);
  };
}

std::vector<std::string> paths_of(const Describe& describe) {
  std::vector<std::string> paths;
  for (const ParameterRow& row : list_parameters(describe, Units())) paths.push_back(row.path);
  return paths;
}

}  // namespace

TEST_CASE("[unit] a table in which one key was given is whole, whatever else in it is empty") {
  Cover cover;
  CHECK(paths_of(given_only(walk_of(cover))).empty());
  cover.time = certain(3600);
  CHECK(paths_of(given_only(walk_of(cover))) == std::vector<std::string>{"cover", "cover.product", "cover.time"});
  cover = {"cream", {}};
  CHECK(paths_of(given_only(walk_of(cover))) == std::vector<std::string>{"cover", "cover.product"});
}

TEST_CASE("[unit] members named to be left out are passed by, at the top alone") {
  Sample sample = read_struct<Sample>(parse_document(k_good_sample, "s"), nullptr, Units());
  const auto paths = paths_of(given_only(walk(sample), {"tool", "name"}));
  const auto is_listed = [&](const char* path) { return std::find(paths.begin(), paths.end(), path) != paths.end(); };
  CHECK_FALSE(is_listed("tool"));
  CHECK_FALSE(is_listed("tool.name"));
  CHECK(is_listed("box[0].name"));
  CHECK(is_listed("force"));
}

TEST_CASE("[law] a table is given when it lacks nothing and a member has a value other than its default") {
  Tool tool;
  const auto is_tool_given = [&] { return is_given([&](Visitor& visitor) { describe(tool, visitor); }); };
  CHECK_FALSE(is_tool_given());
  tool = {"roller", {}, true};
  CHECK_FALSE(is_tool_given());
  tool = {"roller", certain(0), false};
  CHECK(is_tool_given());
}
