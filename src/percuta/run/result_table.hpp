#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/base/result_column.hpp"

namespace percuta::run {

/// What every member of an ensemble gave: a column for each result, found by its name.
class ResultTable {
 public:
  ResultTable() = default;
  /// `rows`: per member, all numbers of all columns in their order; SI.
  ResultTable(std::vector<ResultColumn> columns, std::vector<std::vector<double>> rows);

  const std::vector<ResultColumn>& columns() const { return columns_; }
  std::size_t members() const { return rows_.size(); }
  /// Whether the first session, or the course, has "insertion.depth_in_place".
  bool has(std::string_view key) const;
  /// What is of the whole course is found whatever the session. Throws InputError with a suggestion for a key that no
  /// column has.
  const ResultColumn& column(const std::string& key, std::uint32_t session = 1) const;
  /// One number per member (SI): of a series, the `at`-th. Throws as `column`.
  std::vector<double> values(const std::string& key, std::uint32_t session = 1, std::size_t at = 0) const;
  std::vector<double> operator[](const std::string& key) const { return values(key); }
  /// The numbers of the members that have it (SI): all, unless the column needs what is not there in each.
  std::vector<double> defined(const std::string& key, std::uint32_t session = 1, std::size_t at = 0) const;
  /// Its interval over those (SI). Throws SolverError when no member has it, or one has no finite number.
  Interval interval(const std::string& key, std::uint32_t session = 1, std::size_t at = 0) const;

 private:
  std::size_t index_of(const std::string& key, std::uint32_t session) const;

  std::vector<ResultColumn> columns_;
  std::vector<std::size_t> offsets_;  ///< of each column in a row
  std::vector<std::vector<double>> rows_;
};

}  // namespace percuta::run
