#include <doctest/doctest.h>

#include "percuta/study/study_tree.hpp"
#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] an unknown key at the top is told once, with the key that was meant, and goes") {
  Problems problems;
  const Node root =
      study::with_known_keys(parse_document("[devic]\nname = \"a\"\n[[session]]\nnumber = 1\n", "s.toml"), problems);
  REQUIRE(problems.list().size() == 1);
  CHECK(has(problems.list().front().message, "devic"));
  CHECK(has(problems.list().front().hint, "device"));
  CHECK(problems.list().front().place.line == 1);
  CHECK(root.find("devic") == nullptr);
  CHECK(root.find("session") != nullptr);
}

TEST_CASE("[unit] a session may change device, technique and product, and is described once") {
  const auto refusal = [](const std::string& sessions) {
    return refusal_of(small_study("[course]\nsessions = 2\n" + sessions));
  };
  CHECK(refusal("[[session]]\nnumber = 2\ntechnique.passes = 2\n").empty());
  CHECK(has(refusal("[[session]]\nnumber = 2\nperson.age = \"70 years\"\n"), "'person' cannot differ"));
  CHECK(has(refusal("[[session]]\nnumber = 1\nseed = 9\n"), "'seed' cannot differ"));
  CHECK(has(refusal("[[session]]\nnumber = 2\n[[session]]\nnumber = 2\n"), "described twice"));
}
