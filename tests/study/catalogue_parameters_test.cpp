#include <doctest/doctest.h>

#include "base/member_coverage.hpp"
#include "percuta/study/catalogue.hpp"

using namespace percuta;

TEST_CASE_TEMPLATE("[law] every member of the catalogue is read", Table, study::System, study::Claim,
                   study::Catalogue) {
  Table table;
  percuta::tests::check_all_members_visited(table);
}
