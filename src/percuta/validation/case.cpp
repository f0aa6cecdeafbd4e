#include "percuta/validation/case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/validation/case_file.hpp"

namespace percuta::validation {

namespace fs = std::filesystem;

namespace {

constexpr const char* k_header = "quantity,unit,value,low,high,spread_kind,n";
constexpr std::size_t k_cells = 7;
const std::vector<std::string>& spread_kinds() {
  static const std::vector<std::string> all = {"none", "sd", "range", "fit_error", "equal", "bound", "order", "binary"};
  return all;
}

template <class List, class Is>
bool holds(const List& list, Is is) {
  return std::any_of(list.begin(), list.end(), is);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line + ',');
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

/// A line of a table and where it stands.
struct Line {
  std::string file, text;
  int number = 0;

  InputError refusal(const std::string& message) const {
    return InputError({Problem{message, "", Place{file, number, 1, std::max(1, static_cast<int>(text.size())), text}}});
  }
};

std::optional<double> number_in(const Line& line, const std::string& cell) {
  if (cell.empty()) return {};
  const auto parsed = split_quantity(cell);
  if (!parsed || !parsed->unit.empty() || !std::isfinite(parsed->number)) {
    throw line.refusal(fmt::format("'{}' is not a number", cell));
  }
  return parsed->number;
}

/// What a row of its kind must say.
void check_row(const Line& line, const Measured& row) {
  const bool is_bound = row.spread_kind == "bound" || row.spread_kind == "order";
  if (is_bound && row.low.has_value() == row.high.has_value() && row.spread_kind == "order") {
    throw line.refusal("an order has a low or a high end, on one side of which the ratio lies");
  }
  if (is_bound && !row.low && !row.high) throw line.refusal("a bound has a low or a high end");
  const bool is_range_alone = row.spread_kind == "range" && row.low && row.high;
  if (!is_bound && !row.value && !is_range_alone) throw line.refusal("the row has no value");
}

Measured read_row(const Line& line) {
  const std::vector<std::string> cells = cells_of(line.text);
  if (cells.size() != k_cells) throw line.refusal(fmt::format("a row has {} cells: {}", k_cells, k_header));
  Measured row{cells[0], cells[1], number_in(line, cells[2]), number_in(line, cells[3]), number_in(line, cells[4]),
               cells[5]};
  row.people = static_cast<std::int64_t>(number_in(line, cells[6]).value_or(0));
  if (!holds(spread_kinds(), [&](const std::string& kind) { return kind == row.spread_kind; })) {
    throw line.refusal(
        fmt::format("'{}' is no kind of spread; {}", row.spread_kind, suggestion(row.spread_kind, spread_kinds())));
  }
  check_row(line, row);
  if (!row.value && row.low && row.high) row.value = (*row.low + *row.high) / 2;
  return row;
}

/// Where a comparison and its keys stand in the file.
void keep_places(const Node& document, std::vector<Comparison>& comparisons) {
  const Node* items = document.find("compare");
  if (items == nullptr || !items->is_list()) return;
  const auto& list = std::get<Node::List>(items->value);
  for (std::size_t i = 0; i < std::min(list.size(), comparisons.size()); ++i) {
    comparisons[i].places[""] = list[i].place();
    if (!list[i].is_table()) continue;
    for (const auto& [key, node] : std::get<Node::Table>(list[i].value)) comparisons[i].places[key] = node.place();
  }
}

std::vector<std::string> names_of(const std::vector<CaseVariant>& variants) {
  std::vector<std::string> names;
  for (const CaseVariant& one : variants) names.push_back(one.name);
  return names;
}

std::vector<std::string> names_of(const std::vector<Measured>& rows) {
  std::vector<std::string> names;
  for (const Measured& one : rows) names.push_back(one.quantity);
  return names;
}

void check_comparison(const Case& read, const Comparison& comparison, std::size_t number, Problems& problems) {
  const auto refuse = [&](std::string_view key, const std::string& message, const std::string& hint) {
    problems.add({fmt::format("item {} of [[compare]]: {}", number, message), hint, comparison.place(key)});
  };
  if (!holds(read.measured, [&](const Measured& row) { return row.quantity == comparison.measured; })) {
    refuse("measured", fmt::format("measured.csv has no row '{}'", comparison.measured),
           suggestion(comparison.measured, names_of(read.measured)));
  }
  const auto check_variant = [&](std::string_view key, const std::string& variant) {
    if (variant.empty() || holds(read.variants, [&](const CaseVariant& one) { return one.name == variant; })) return;
    refuse(key, fmt::format("there is no variant '{}'", variant), suggestion(variant, names_of(read.variants)));
  };
  check_variant("of", comparison.of);
  check_variant("minus", comparison.minus);
  check_variant("over", comparison.over);
  const auto check_moment = [&](const std::string& of, const Quantity& moment, const std::string& variant) {
    if (moment.source.empty()) return;
    const std::string key = of + "_at";
    if (variant.empty()) {
      refuse(key, fmt::format("'{}' is when the series of '{}' is read, and there is no '{}'", key, of, of),
             fmt::format("{} = the variant, which may be the one of 'of'", of));
    } else if (comparison.at.source.empty()) {
      refuse(key, fmt::format("'{}' is another moment than 'at', and there is no 'at'", key), "at = when");
    }
  };
  check_moment("minus", comparison.minus_at, comparison.minus);
  check_moment("over", comparison.over_at, comparison.over);
  if (comparison.quantity.empty() == comparison.not_stated.empty()) {
    refuse("quantity", "it names a quantity, or says in not_stated why there is none", "one of the two");
  }
  if (!comparison.quantity.empty() && read.variants.empty()) {
    refuse("quantity", "the case has no [[variant]] to read it from", "[[variant]], with a name");
  }
}

void check_case(const Case& read) {
  Problems problems;
  for (std::size_t i = 0; i < read.comparisons.size(); ++i)
    check_comparison(read, read.comparisons[i], i + 1, problems);
  if (read.not_stated.empty()) {
    for (const Measured& row : read.measured) {
      const auto is_it = [&](const Comparison& one) { return one.measured == row.quantity; };
      if (holds(read.comparisons, is_it)) continue;
      problems.add({fmt::format("the measured row '{}' is compared with nothing", row.quantity),
                    "compare it, or say in not_stated why not", Place{(read.folder / "case.toml").string()}});
    }
  }
  problems.throw_if_any();
}

const std::vector<CaseRole>* list_of(const CaseRoles& roles, const std::string& list) {
  if (list == "devices") return &roles.devices;
  if (list == "rf") return &roles.rf;
  if (list == "transport") return &roles.transport;
  return list == "healing" ? &roles.healing : nullptr;
}

/// Place of a list in the order in which a measurement with several names is counted.
std::ptrdiff_t rank_of(const std::string& list) {
  const auto& all = case_lists();
  return std::find(all.begin(), all.end(), list) - all.begin();
}

}  // namespace

const std::vector<std::string>& case_lists() {
  static const std::vector<std::string> all = {"devices", "rf", "transport", "healing"};
  return all;
}

std::vector<Measured> read_measured(const fs::path& path) {
  std::istringstream text(read_file(path));
  std::vector<Measured> rows;
  Line line{path.string(), "", 0};
  while (std::getline(text, line.text)) {
    ++line.number;
    if (line.text.empty() || line.text.starts_with('#')) continue;
    if (rows.empty() && line.number == 1) {
      if (line.text != k_header) throw line.refusal(fmt::format("the first line must read {}", k_header));
      continue;
    }
    rows.push_back(read_row(line));
  }
  return rows;
}

const Place& Comparison::place(std::string_view key) const {
  static const Place k_nowhere;
  const auto found = places.find(key), own = places.find("");
  if (found != places.end()) return found->second;
  return own != places.end() ? own->second : k_nowhere;
}

const Measured& Case::row(const std::string& quantity) const {
  const auto found =
      std::find_if(measured.begin(), measured.end(), [&](const Measured& one) { return one.quantity == quantity; });
  if (found == measured.end()) throw std::out_of_range("no measured row '" + quantity + "'");
  return *found;
}

Case read_case(const fs::path& folder, const Units& units) {
  const Node document = read_document(folder / "case.toml");
  auto file = read_struct<CaseFile>(document, nullptr, units);
  keep_places(document, file.comparisons);
  Case read;
  read.folder = folder;
  read.name = folder.filename().string();
  read.id = file.id;
  read.list = file.list;
  read.room = file.room;
  read.note = file.note;
  read.not_stated = file.not_stated;
  read.variants = std::move(file.variants);
  read.comparisons = std::move(file.comparisons);
  read.measured = read_measured(folder / "measured.csv");
  check_case(read);
  return read;
}

const CaseRole* CaseRoles::find(const std::string& list, const std::string& id) const {
  const std::vector<CaseRole>* all = list_of(*this, list);
  if (all == nullptr) return nullptr;
  const auto found = std::find_if(all->begin(), all->end(), [&](const CaseRole& one) { return one.id == id; });
  return found == all->end() ? nullptr : &*found;
}

bool CaseRoles::counts_as_blind(const std::string& list, const std::string& id) const {
  const CaseRole* own = find(list, id);
  if (own == nullptr || own->role != "blind") return false;
  return !holds(own->same_data, [&](const std::string& other) {
    const std::size_t space = other.find(' ');
    if (space == std::string::npos) return false;
    const std::string other_list = other.substr(0, space);
    const CaseRole* same = find(other_list, other.substr(space + 1));
    return same != nullptr && (same->role == "calibration" || rank_of(other_list) < rank_of(list));
  });
}

CaseRoles read_roles(const fs::path& path, const Units& units) {
  return read_struct<RolesFile>(read_document(path), nullptr, units).roles;
}

}  // namespace percuta::validation
