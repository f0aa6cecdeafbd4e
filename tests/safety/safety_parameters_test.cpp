#include <doctest/doctest.h>

#include "base/member_coverage.hpp"
#include "percuta/safety/safety.hpp"

using namespace percuta;

TEST_CASE_TEMPLATE("[law] every member of limits and products is read", Table, safety::Contraindication, safety::Limits,
                   safety::Product) {
  Table table;
  percuta::tests::check_all_members_visited(table);
}
