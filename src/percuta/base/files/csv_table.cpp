#include "percuta/base/files/csv_table.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

namespace percuta {
namespace {

constexpr std::size_t k_largest = std::size_t{1} << 30;  // [bytes], unpacked
constexpr std::size_t k_most_problems = 12;

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t' || cell.back() == '\r')) cell.remove_suffix(1);
  return cell;
}

/// Reads one line after the other into the table.
class TableReader {
 public:
  explicit TableReader(std::string file) { table_.file = std::move(file); }

  void line(std::string_view text) {
    ++line_;
    const std::string_view content = trimmed(text);
    if (content.empty() || content.front() == '#') return;
    if (table_.names.empty()) {
      read_names(text);
    } else {
      read_row(text);
    }
  }

  bool is_given_up() const { return problems_.list().size() >= k_most_problems; }

  CsvTable take() {
    if (problems_.empty() && table_.rows() == 0) {
      problems_.add({fmt::format("'{}' holds no rows", table_.file),
                     "a line of names comes first, then the numbers",
                     {table_.file}});
    }
    problems_.throw_if_any();
    return std::move(table_);
  }

 private:
  template <class Take>
  static void split(std::string_view text, Take take) {
    for (std::size_t begin = 0;;) {
      const std::size_t comma = std::min(text.find(',', begin), text.size());
      take(trimmed(text.substr(begin, comma - begin)), static_cast<int>(begin) + 1);
      if (comma == text.size()) return;
      begin = comma + 1;
    }
  }

  void problem(std::string_view text, int column, std::string message, std::string hint = "") {
    problems_.add({std::move(message), std::move(hint), {table_.file, line_, column, 1, std::string(trimmed(text))}});
  }

  void read_names(std::string_view text) {
    split(text, [&](std::string_view name, int column) {
      const bool is_twice = std::find(table_.names.begin(), table_.names.end(), name) != table_.names.end();
      if (is_twice) problem(text, column, fmt::format("the column '{}' is there twice", name));
      table_.names.emplace_back(name);
    });
    table_.columns.resize(table_.names.size());
  }

  void read_row(std::string_view text) {
    std::size_t cells = 0;
    table_.lines.push_back(line_);
    split(text, [&](std::string_view cell, int column) {
      if (cells < table_.columns.size()) table_.columns[cells].push_back(number(text, cell, column));
      ++cells;
    });
    if (cells == table_.columns.size()) return;
    problem(text, 1, fmt::format("this row has {} cells, the line of names {}", cells, table_.names.size()));
    for (std::size_t i = cells; i < table_.columns.size(); ++i) table_.columns[i].push_back(0);
  }

  double number(std::string_view text, std::string_view cell, int column) {
    double value = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
      problem(text, column, fmt::format("'{}' is not a finite number", cell), "write 1.5, not 1,5 or 1.5 mm");
    }
    return value;
  }

  CsvTable table_;
  Problems problems_;
  int line_ = 0;
};

}  // namespace

std::string unpacked_text(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) {
    throw InputError(fmt::format("'{}' is a folder, not a table", path.string()), "name a .csv file");
  }
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) throw FileError(fmt::format("cannot open '{}'", path.string()));
  std::string text;
  char block[1 << 16];
  for (int n = 0; (n = gzread(file.get(), block, sizeof block)) > 0;) {
    text.append(block, static_cast<std::size_t>(n));
    if (text.size() > k_largest) throw InputError(fmt::format("'{}' is larger than 1 GB", path.string()));
  }
  int failure = Z_OK;
  const char* reason = gzerror(file.get(), &failure);
  if (failure < 0) throw FileError(fmt::format("cannot read '{}': {}", path.string(), reason));
  return text;
}

const std::vector<double>* CsvTable::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &columns[static_cast<std::size_t>(found - names.begin())];
}

Place CsvTable::place(std::size_t row) const {
  return {file, lines.at(row), 1};
}

CsvTable read_csv(const std::filesystem::path& path) {
  const std::string text = unpacked_text(path);
  TableReader reader(path.string());
  for (std::size_t begin = 0; begin < text.size() && !reader.is_given_up();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    reader.line(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
  }
  return reader.take();
}

}  // namespace percuta
