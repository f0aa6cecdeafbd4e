#include <doctest/doctest.h>

#include "percuta/base/files/document.hpp"

using namespace percuta;

namespace {

std::vector<Problem> problems_of(const std::string& text) {
  try {
    parse_document(text, "s.toml");
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

std::vector<std::string> keys_of(const Node& node) {
  std::vector<std::string> keys;
  for (const auto& [key, child] : std::get<Node::Table>(node.value)) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("[unit] keys stand in the order of the file, with their places") {
  const Node root = parse_document("zeta = 1\nalpha = \"x\"\n\n[last]\nb = 1.5\na = true\n[first]\n", "s.toml");
  CHECK(keys_of(root) == std::vector<std::string>{"zeta", "alpha", "last", "first"});
  CHECK(keys_of(*root.find("last")) == std::vector<std::string>{"b", "a"});
  const Node* alpha = root.find("alpha");
  CHECK(alpha->key_line == 2);
  CHECK(alpha->key_width == 5);
  CHECK(alpha->line == 2);
  CHECK(alpha->column == 9);
  CHECK(alpha->width == 3);
  CHECK(alpha->place().line_text == "alpha = \"x\"");
  CHECK(alpha->place().file == "s.toml");
}

TEST_CASE("[unit] every kind of value is read") {
  const Node root =
      parse_document("t = \"a\"\ni = -3\nn = 2.5e3\nb = false\nl = [1, \"x\", [2]]\nq = {v = 1}\nd.e = inf\n", "s");
  CHECK(std::get<std::string>(root.find("t")->value) == "a");
  CHECK(std::get<std::int64_t>(root.find("i")->value) == -3);
  CHECK(std::get<double>(root.find("n")->value) == 2500.0);
  CHECK(std::get<bool>(root.find("b")->value) == false);
  CHECK(std::get<Node::List>(root.find("l")->value).size() == 3);
  CHECK(root.find("q")->find("v") != nullptr);
  CHECK(root.find("d")->find("e")->path == "d.e");
}

TEST_CASE("[unit] paths name tables, items and keys") {
  const Node root = parse_document("[device]\nneedle.length = 1\n[[session]]\nn = 1\n[[session]]\nn = 2\n", "s");
  CHECK(root.path.empty());
  CHECK(root.find("device")->find("needle")->find("length")->path == "device.needle.length");
  CHECK(std::get<Node::List>(root.find("session")->value)[1].path == "session[1]");
}

TEST_CASE("[unit] an empty document is an empty table") {
  CHECK(keys_of(parse_document("", "s")).empty());
  CHECK(keys_of(parse_document("\xEF\xBB\xBF# byte order mark\n", "s")).empty());
}

TEST_CASE("[unit] carriage returns end lines like elsewhere") {
  const Node root = parse_document("a = 1\r\nb = 2\r\n", "s");
  CHECK(root.find("b")->place().line_text == "b = 2");
}

TEST_CASE("[unit] syntax errors have a place, the line and a hint") {
  const auto unquoted = problems_of("a = 1\nforce = 2 N\n");
  REQUIRE(unquoted.size() == 1);
  CHECK(unquoted[0].place.line == 2);
  CHECK(unquoted[0].place.line_text == "force = 2 N");
  CHECK(unquoted[0].hint == "texts and quantities stand in quotes: \"1.5 mm\"");
  const auto twice = problems_of("a = 1\na = 2\n");
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].place.line == 2);
  CHECK(twice[0].hint == "each key and table may stand once");
  CHECK(problems_of("a = cheek\n").size() == 1);
  CHECK(problems_of("[a\n").size() == 1);
  CHECK(problems_of("[[\n").size() == 1);
  CHECK(problems_of("a = [1,\n").size() == 1);
  CHECK(problems_of("a = \"x\n").size() == 1);
  CHECK(problems_of("\x01").size() == 1);
}

TEST_CASE("[unit] dates are refused, all of them at once") {
  const auto problems = problems_of("a = 2024-01-01\nb = 12:00:00\nc = 1\nd = [2024-01-01T00:00:00Z]\n");
  REQUIRE(problems.size() == 3);
  CHECK(problems[1].place.line == 2);
}

TEST_CASE("[unit] deep nesting ends in an error, not in a crash") {
  for (const std::string open : {"[", "{a=", "a."}) {
    std::string text = open == "a." ? "" : "a = ";
    for (int i = 0; i < 10000; ++i) text += open;
    CHECK(problems_of(text).size() == 1);
  }
}

TEST_CASE("[unit] letters beyond ASCII belong in quotes, and may follow a line's end there") {
  CHECK(problems_of("\xC3\xA9 = 1\n").size() == 1);
  CHECK(problems_of("a = [1]\xC3\xA9\n").size() == 1);
  CHECK(problems_of("a = 1\n\xC2\xA0\n").size() == 1);
  const Node root = parse_document("a = \"\"\"x \\\n  \xC3\xA9\"\"\"\n", "s");
  CHECK(std::get<std::string>(root.find("a")->value) == "x \xC3\xA9");
}
