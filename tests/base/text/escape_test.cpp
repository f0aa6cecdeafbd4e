#include "percuta/base/text/escape.hpp"

#include <doctest/doctest.h>

using namespace percuta;

TEST_CASE("[unit] XML text holds no markup") {
  CHECK(xml_text("a <b> & \"c\" 'd'") == "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  CHECK(xml_text("30 \u00b5m\n") == "30 \u00b5m\n");
}

TEST_CASE("[unit] what XML forbids and broken UTF-8 become the replacement character") {
  CHECK(xml_text("a\x1b[1mb") == "a\uFFFD[1mb");
  CHECK(xml_text("\xff\xc3") == "\uFFFD\uFFFD");
  CHECK(xml_text(std::string_view("\0", 1)) == "\uFFFD");
  CHECK(xml_text("\uFFFE") == "\uFFFD");
}

TEST_CASE("[unit] a spreadsheet formula becomes text") {
  CHECK(csv_text("=1+1") == "'=1+1");
  CHECK(csv_text("+1") == "'+1");
  CHECK(csv_text("-2") == "'-2");
  CHECK(csv_text("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_text("\tx") == "'\tx");
  CHECK(csv_text("\rx") == "\"'\rx\"");
  CHECK(csv_text("a=1") == "a=1");
}

TEST_CASE("[unit] a CSV cell with commas, quotes or line breaks is quoted") {
  CHECK(csv_text("a,b") == "\"a,b\"");
  CHECK(csv_text("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(csv_text("two\nlines") == "\"two\nlines\"");
  CHECK(csv_text("=HYPERLINK(\"x\",1)") == "\"'=HYPERLINK(\"\"x\"\",1)\"");
  CHECK(csv_text("").empty());
}

TEST_CASE("[unit] long text ends in an ellipsis, counted in characters") {
  CHECK(shortened("cheek", 5) == "cheek");
  CHECK(shortened("cheeks", 5) == "chee\u2026");
  CHECK(shortened("\u00e4\u00e4\u00e4\u00e4", 3) == "\u00e4\u00e4\u2026");
  CHECK(shortened("", 3).empty());
}
