#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/error.hpp"

/// Tables of numbers with a line of names on top: what instruments and earlier runs hand over.
namespace percuta {

/// How much of a table is read before it is refused. Packed, a small file can hold any number of rows: what bounds it
/// is the memory that its rows take later, not its size.
struct TableBounds {
  std::size_t rows = 20'000'000;
  std::size_t lines = 21'000'000;  ///< with comments and empty ones
  std::size_t line = 1 << 16;      ///< longest [bytes]
};

/// A table read row by row, so that no more than one row stands in memory: comma-separated numbers, plain or
/// gzip-compressed; lines that begin with '#' and empty lines are left out. Reading ends with InputError, with line and
/// column, for a cell that is no finite number, a row of another length, a name given twice, an empty table or one
/// beyond `bounds`; FileError when the file cannot be read.
class CsvRows {
 public:
  /// Reads the line of names. Throws InputError for what is no ordinary file, FileError when it cannot be opened.
  explicit CsvRows(const std::filesystem::path& path, const TableBounds& bounds = {});
  ~CsvRows();
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  const std::string& file() const;                ///< as the user named it
  const std::vector<std::string>& names() const;  ///< of the columns, in file order
  /// Reads the next row; false behind the last.
  bool next();
  const std::vector<double>& cells() const;  ///< of the row
  int line() const;                          ///< of the row in the file, from 1
  Place place() const;                       ///< the same, for an error

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

struct CsvTable {
  std::string file;                          ///< as the user named it
  std::vector<std::string> names;            ///< of the columns, in file order
  std::vector<std::vector<double>> columns;  ///< all of one length
  std::vector<int> lines;                    ///< of the rows in the file, from 1

  std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
  /// nullptr when there is none of this name.
  const std::vector<double>* find(std::string_view name) const;
  /// Where row `row` stands in the file.
  Place place(std::size_t row) const;
};

/// The whole table at once. Throws as CsvRows does.
CsvTable read_csv(const std::filesystem::path& path);

/// A text file as it is, gzip-compressed ones unpacked. Throws InputError for what is no ordinary file or above 1 GB;
/// FileError when it cannot be read.
std::string unpacked_text(const std::filesystem::path& path);

}  // namespace percuta
