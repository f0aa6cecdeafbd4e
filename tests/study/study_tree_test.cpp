#include "percuta/study/study_tree.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

const Node* at(const Node& root, const char* table, const char* key) {
  const Node* inner = root.find(table);
  return inner == nullptr ? nullptr : inner->find(key);
}

}  // namespace

TEST_CASE("[unit] a setting lies over the file's value") {
  const TemporaryFolder folder;
  const auto tree = study::read_tree(folder.write("s.toml", "[technique]\npasses = 4\n"), {"technique.passes=2"});
  CHECK(std::get<std::int64_t>(at(tree.root, "technique", "passes")->value) == 2);
}

TEST_CASE("[unit] a session's root carries its change and loses the list") {
  const Node root =
      parse_document("[technique]\npasses = 4\n[[session]]\nnumber = 2\ntechnique.passes = 1\n", "s.toml");
  const Node first = study::session_root(root, 1), second = study::session_root(root, 2);
  CHECK(first.find("session") == nullptr);
  CHECK(std::get<std::int64_t>(at(first, "technique", "passes")->value) == 4);
  CHECK(std::get<std::int64_t>(at(second, "technique", "passes")->value) == 1);
  CHECK(at(second, "technique", "number") == nullptr);
  CHECK(second.find("number") == nullptr);
}

TEST_CASE("[unit] sessions are numbered from 1 and written in double brackets") {
  Problems problems;
  CHECK(study::highest_session(parse_document("[[session]]\nnumber = 3\n[[session]]\nnumber = 2\n", "s.toml"),
                               problems) == 3);
  CHECK(problems.empty());
  study::highest_session(parse_document("[session]\nnumber = 3\n", "s.toml"), problems);
  study::highest_session(parse_document("[[session]]\nnumber = 0\n[[session]]\npasses = 1\n", "s.toml"), problems);
  CHECK(problems.list().size() == 3);
}
