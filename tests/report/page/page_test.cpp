#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/page/page.hpp"
#include "report/record_fixture.hpp"
#include "report/xml_check.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

constexpr std::string_view k_template =
    "<html><script type=\"application/json\" id=\"percuta-data\">\"percuta-data-slot\"</script><script>run()</script>";

}  // namespace

TEST_CASE("[unit] the data stands in the slot and the rest of the template stays") {
  CHECK(page(k_template, "{\"page\":1}") ==
        "<html><script type=\"application/json\" id=\"percuta-data\">{\"page\":1}</script><script>run()</script>");
}

TEST_CASE("[law] a title that closes scripts adds no tag to the page") {
  run::Record record = example_record();
  record.title = "</script><img src=x onerror=alert(1)>";
  const std::string whole = page(k_template, page_json(record));
  CHECK(occurrences(whole, "</script") == occurrences(k_template, "</script"));
  CHECK(occurrences(whole, "<img") == 0);
  CHECK(occurrences(whole, "\\u003cimg src=x") == 1);
}

TEST_CASE("[law] a title that names the slot is not filled again") {
  run::Record record = example_record();
  record.title = "\"percuta-data-slot\"";
  const std::string whole = page(k_template, page_json(record));
  CHECK(occurrences(whole, "\"page\":1") == 1);
}

TEST_CASE("[unit] a template with no slot or with two is a file error") {
  CHECK_THROWS_AS(page("<html></html>", "{}"), FileError);
  CHECK_THROWS_AS(page("", "{}"), FileError);
  CHECK_THROWS_AS(page(std::string(k_template) + std::string(k_template), "{}"), FileError);
}
