#include "percuta/report/folder/expected_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

double size_of(const std::vector<report::FileSize>& files, const std::string& name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
  return found == files.end() ? 0 : found->bytes;
}

}  // namespace

TEST_CASE("[unit] more punctures make a larger table, and very many a packed one") {
  const study::Model model = load_text(small_study());
  run::Cost few, more, many;
  few.punctures = 1000;
  more.punctures = 2000;
  many.punctures = 1000000;
  const auto bytes = [&](const run::Cost& cost) {
    return size_of(report::expected_files(model, cost, 0), "punctures.csv");
  };
  CHECK(bytes(more) > 1.5 * bytes(few));
  CHECK(bytes(many) == 0);
  CHECK(size_of(report::expected_files(model, many, 0), "punctures.csv.gz") > 0);
}

TEST_CASE("[unit] the page takes its template and more") {
  const study::Model model = load_text(small_study());
  CHECK(size_of(report::expected_files(model, {}, 1e6), "report.html") > 1e6);
}
