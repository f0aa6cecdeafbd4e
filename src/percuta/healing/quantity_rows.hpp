#pragma once

#include "percuta/base/parameters.hpp"

namespace percuta::healing {

/// A quantity of a table that is little else than quantities: what Spec says of it, and where it stands.
template <class Table>
struct QuantityRow {
  const char* name;
  const char* meaning;
  const char* unit;
  double min, max;  ///< in `unit`
  Spread spread;
  Quantity Table::* member;
};

template <class Table, std::size_t n>
void visit_rows(Visitor& visitor, const QuantityRow<Table> (&rows)[n], Table& table) {
  for (const QuantityRow<Table>& row : rows) {
    visitor.quantity({.name = row.name,
                      .meaning = row.meaning,
                      .unit = row.unit,
                      .min = row.min,
                      .max = row.max,
                      .spread = row.spread},
                     table.*row.member);
  }
}

}  // namespace percuta::healing
