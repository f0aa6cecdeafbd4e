#include "percuta/run/result_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "percuta/base/error.hpp"

namespace percuta::run {

ResultTable::ResultTable(std::vector<ResultColumn> columns, std::vector<std::vector<double>> rows)
    : columns_(std::move(columns)), rows_(std::move(rows)) {
  std::size_t offset = 0;
  for (const ResultColumn& column : columns_) {
    offsets_.push_back(offset);
    offset += column.size();
  }
}

bool ResultTable::has(std::string_view key) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const ResultColumn& column) { return column.session <= 1 && column.key() == key; });
}

std::size_t ResultTable::index_of(const std::string& key, std::uint32_t session) const {
  const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const ResultColumn& column) {
    return (column.session == session || column.session == 0) && column.key() == key;
  });
  if (found != columns_.end()) return static_cast<std::size_t>(found - columns_.begin());
  std::vector<std::string> known;
  for (const ResultColumn& column : columns_) {
    if (column.is_listed) known.push_back(column.key());
  }
  throw InputError(fmt::format("'{}' is no quantity of this run", key), suggestion(key, known));
}

const ResultColumn& ResultTable::column(const std::string& key, std::uint32_t session) const {
  return columns_[index_of(key, session)];
}

std::vector<double> ResultTable::values(const std::string& key, std::uint32_t session, std::size_t at) const {
  const std::size_t place = offsets_[index_of(key, session)] + at;
  std::vector<double> values;
  values.reserve(rows_.size());
  for (const std::vector<double>& row : rows_) values.push_back(row.at(place));
  return values;
}

std::vector<double> ResultTable::defined(const std::string& key, std::uint32_t session, std::size_t at) const {
  std::vector<double> numbers = values(key, session, at);
  if (!column(key, session).needs.empty()) std::erase_if(numbers, [](double number) { return std::isnan(number); });
  return numbers;
}

Interval ResultTable::interval(const std::string& key, std::uint32_t session, std::size_t at) const {
  return interval_of(defined(key, session, at));
}

}  // namespace percuta::run
