#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/error.hpp"

/// Tables of numbers with a line of names on top: what instruments and earlier runs hand over.
namespace percuta {

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

/// Reads comma-separated numbers, plain or gzip-compressed; lines that begin with '#' and empty lines are left out.
/// Throws InputError with line and column for a cell that is no finite number, a row of another length, a name given
/// twice, an empty table or a file above 1 GB; FileError when it cannot be read.
CsvTable read_csv(const std::filesystem::path& path);

/// A text file as it is, gzip-compressed ones unpacked. Throws InputError for a folder or above 1 GB; FileError when it
/// cannot be read.
std::string unpacked_text(const std::filesystem::path& path);

}  // namespace percuta
