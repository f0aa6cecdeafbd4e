#include "percuta/base/files/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "percuta/base/files/unpacked_file.hpp"

namespace percuta {
namespace {

constexpr std::size_t k_largest = std::size_t{1} << 30;  // [bytes], unpacked
constexpr std::size_t k_most_problems = 12;

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) cell.remove_prefix(1);
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t' || cell.back() == '\r')) cell.remove_suffix(1);
  return cell;
}

template <class Take>
void split(std::string_view text, Take take) {
  for (std::size_t begin = 0;;) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    take(trimmed(text.substr(begin, comma - begin)), static_cast<int>(begin) + 1);
    if (comma == text.size()) return;
    begin = comma + 1;
  }
}

}  // namespace

/// Goes on behind a faulty row, so that a user sees a dozen faults at once, and throws at the end.
class CsvRows::Reader {
 public:
  Reader(const std::filesystem::path& path, const TableBounds& bounds)
      : file_(path), name_(path.string()), bounds_(bounds) {
    if (const auto text = content()) read_names(*text);
  }

  bool next() {
    while (problems_.list().size() < k_most_problems) {
      const auto text = content();
      if (!text) break;
      if (rows_ == bounds_.rows) refuse_more("rows", bounds_.rows);
      ++rows_;
      read_row(*text);
      if (problems_.empty()) return true;
    }
    if (problems_.empty() && rows_ == 0) {
      problems_.add(
          {fmt::format("'{}' holds no rows", name_), "a line of names comes first, then the numbers", {name_}});
    }
    problems_.throw_if_any();
    return false;
  }

  const std::string& name() const { return name_; }
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<double>& cells() const { return cells_; }
  int line() const { return static_cast<int>(line_); }

 private:
  /// The next line that is neither empty nor a comment.
  std::optional<std::string_view> content() {
    while (const auto text = file_.line(bounds_.line)) {
      if (line_ == bounds_.lines) refuse_more("lines", bounds_.lines);
      ++line_;
      const std::string_view shown = trimmed(*text);
      if (!shown.empty() && shown.front() != '#') return text;
    }
    return std::nullopt;
  }

  [[noreturn]] void refuse_more(const char* what, std::size_t most) {
    problems_.add({fmt::format("'{}' has more than {} {}", name_, most, what),
                   "every row of a table becomes a needle's strike that is kept in memory: give a part of the table",
                   {name_, static_cast<int>(line_), 1}});
    problems_.throw_if_any();
    std::abort();
  }

  void problem(std::string_view text, int column, std::string message, std::string hint = "") {
    problems_.add(
        {std::move(message), std::move(hint), {name_, static_cast<int>(line_), column, 1, std::string(trimmed(text))}});
  }

  void read_names(std::string_view text) {
    split(text, [&](std::string_view name, int column) {
      const bool is_twice = std::find(names_.begin(), names_.end(), name) != names_.end();
      if (is_twice) problem(text, column, fmt::format("the column '{}' is there twice", name));
      names_.emplace_back(name);
    });
    cells_.resize(names_.size());
  }

  void read_row(std::string_view text) {
    std::size_t cells = 0;
    split(text, [&](std::string_view cell, int column) {
      if (cells < cells_.size()) cells_[cells] = number(text, cell, column);
      ++cells;
    });
    if (cells == cells_.size()) return;
    problem(text, 1, fmt::format("this row has {} cells, the line of names {}", cells, names_.size()));
  }

  double number(std::string_view text, std::string_view cell, int column) {
    double value = 0;
    const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (failure != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
      problem(text, column, fmt::format("'{}' is not a finite number", cell), "write 1.5, not 1,5 or 1.5 mm");
    }
    return value;
  }

  UnpackedFile file_;
  std::string name_;
  TableBounds bounds_;
  std::vector<std::string> names_;
  std::vector<double> cells_;
  Problems problems_;
  std::size_t line_ = 0, rows_ = 0;
};

CsvRows::CsvRows(const std::filesystem::path& path, const TableBounds& bounds)
    : reader_(std::make_unique<Reader>(path, bounds)) {}

CsvRows::~CsvRows() = default;

const std::string& CsvRows::file() const {
  return reader_->name();
}

const std::vector<std::string>& CsvRows::names() const {
  return reader_->names();
}

bool CsvRows::next() {
  return reader_->next();
}

const std::vector<double>& CsvRows::cells() const {
  return reader_->cells();
}

int CsvRows::line() const {
  return reader_->line();
}

Place CsvRows::place() const {
  return {file(), line(), 1};
}

const std::vector<double>* CsvTable::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &columns[static_cast<std::size_t>(found - names.begin())];
}

Place CsvTable::place(std::size_t row) const {
  return {file, lines.at(row), 1};
}

CsvTable read_csv(const std::filesystem::path& path) {
  CsvRows rows(path);
  CsvTable table{rows.file(), rows.names(), {}, {}};
  table.columns.resize(table.names.size());
  while (rows.next()) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) table.columns[i].push_back(rows.cells()[i]);
    table.lines.push_back(rows.line());
  }
  return table;
}

std::string unpacked_text(const std::filesystem::path& path) {
  UnpackedFile file(path);
  std::string text;
  for (std::string_view piece = file.piece(); !piece.empty(); piece = file.piece()) {
    text += piece;
    if (text.size() > k_largest) throw InputError(fmt::format("'{}' is larger than 1 GB", path.string()));
  }
  return text;
}

}  // namespace percuta
