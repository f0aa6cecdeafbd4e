#include <doctest/doctest.h>

#include "base/member_coverage.hpp"
#include "percuta/safety/safety.hpp"

using namespace percuta;

TEST_CASE_TEMPLATE("[law] every member of limits and products is read", Table, study::Contraindication, study::Limits,
                   study::Product) {
  Table table;
  percuta::tests::check_all_members_visited(table);
}
