#include "numerics/closed_forms/closed_forms.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "numerics/closed_forms/column_forms.hpp"
#include "numerics/closed_forms/curved_forms.hpp"
#include "numerics/closed_forms/electrode_forms.hpp"
#include "numerics/closed_forms/flow_forms.hpp"
#include "numerics/closed_forms/mouth_forms.hpp"
#include "numerics/closed_forms/needle_forms.hpp"
#include "numerics/closed_forms/ring_forms.hpp"
#include "numerics/closed_forms/source_forms.hpp"
#include "source_folder.hpp"

using namespace percuta;
using tests::ClosedForm;

namespace {

/// The page's rows in their order; each family stands, and is tested, in a file of its own.
std::vector<ClosedForm> all_forms() {
  std::vector<ClosedForm> all;
  for (const auto& family :
       {tests::column_forms(), tests::source_forms(), tests::electrode_forms(), tests::curved_forms(),
        tests::needle_forms(), tests::mouth_forms(), tests::ring_forms(), tests::flow_forms()}) {
    all.insert(all.end(), family.begin(), family.end());
  }
  return all;
}

const std::string k_begin = "<!-- begin numerics: written by percuta_test_numerics -->\n",
                  k_end = "<!-- end numerics -->\n";

std::string section(const std::vector<ClosedForm>& forms) {
  std::string text = k_begin;
  text +=
      "| problem | reference | exact | found | relative error by resolution | verdict |\n|---|---|---|---|---|---|\n";
  for (const ClosedForm& form : forms) text += form.row();
  return text + k_end;
}

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("[law] docs/verification.md says how near the closed forms come") {
  const std::vector<ClosedForm> forms = all_forms();
  const std::string path = source_folder() + "/docs/verification.md";
  const std::string page = read(path), now = section(forms);
  if (std::getenv("PERCUTA_WRITE_VERIFICATION") != nullptr) {
    const std::size_t begin = page.find(k_begin), end = page.find(k_end);
    REQUIRE(begin != std::string::npos);
    std::ofstream(path) << page.substr(0, begin) << now << page.substr(end + k_end.size());
    return;
  }
  CHECK_MESSAGE(page.find(now) != std::string::npos,
                "run the tests with PERCUTA_WRITE_VERIFICATION=1 to renew the page");
}
