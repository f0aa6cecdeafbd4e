#include "numerics/closed_forms/closed_forms.hpp"

#include <doctest/doctest.h>

#include "numerics/closed_forms/column_forms.hpp"
#include "numerics/closed_forms/curved_forms.hpp"
#include "numerics/closed_forms/electrode_forms.hpp"
#include "numerics/closed_forms/flow_forms.hpp"
#include "numerics/closed_forms/mouth_forms.hpp"
#include "numerics/closed_forms/needle_forms.hpp"
#include "numerics/closed_forms/ring_forms.hpp"
#include "numerics/closed_forms/source_forms.hpp"

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

}  // namespace

TEST_CASE("[law] docs/verification.md says how near the closed forms come") {
  CHECK_MESSAGE(tests::stands_on_page("numerics", all_forms()),
                "run the tests with PERCUTA_WRITE_VERIFICATION=1 to renew the page");
}
