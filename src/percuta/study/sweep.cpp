#include "percuta/study/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "percuta/base/error.hpp"

namespace percuta::study {
namespace {

constexpr std::int64_t k_usual_steps = 5;
constexpr std::string_view k_to = "..";
constexpr const char* k_hint =
    "write key=from..to[:steps] or key=a,b,c, for example device.needle.length=0.5..1.5 mm:5";

/// Says what is wrong with `part` of `text`.
InputError refusal(const std::string& text, std::string_view part, const std::string& message) {
  const std::size_t at = part.empty() ? std::string::npos : text.find(part);
  const int column = at == std::string::npos ? 1 : static_cast<int>(at) + 1;
  const int width = at == std::string::npos ? static_cast<int>(text.size()) : static_cast<int>(part.size());
  return InputError({Problem{message, k_hint, Place{"--over", 1, column, std::max(1, width), text}}});
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

/// Parts between commas that stand outside brackets and quotes.
std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  int depth = 0;
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if (!is_quoted) depth += (c == '[' || c == '{') ? 1 : (c == ']' || c == '}') ? -1 : 0;
    if (c == ',' && depth == 0 && !is_quoted) {
      parts.push_back(trimmed(part));
      part.clear();
    } else {
      part += c;
    }
  }
  parts.push_back(trimmed(part));
  return parts;
}

/// The ends of from..to:steps.
struct Range {
  double from = 0, to = 0;
  std::string unit;
  std::int64_t steps = 0;
};

std::optional<std::int64_t> whole_number(const std::string& text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
  if (text.size() > std::to_string(k_most_points).size()) return {};
  return std::stoll(text);
}

bool is_whole(double number) {
  return number == std::floor(number);
}

ParsedQuantity end_of(const std::string& text, const std::string& part) {
  const auto parsed = split_quantity(part);
  if (!parsed || !std::isfinite(parsed->number))
    throw refusal(text, part, fmt::format("'{}' is not a number with a unit", part));
  return *parsed;
}

Range read_range(const std::string& text, const std::string& values) {
  const std::size_t dots = values.find(k_to);
  const std::string after = values.substr(dots + k_to.size());
  const std::size_t colon = after.rfind(':');
  const ParsedQuantity from = end_of(text, trimmed(values.substr(0, dots)));
  const ParsedQuantity to = end_of(text, trimmed(after.substr(0, colon)));
  if (!from.unit.empty() && !to.unit.empty() && from.unit != to.unit) {
    throw refusal(text, values, fmt::format("'{}' and '{}' are two units for one range", from.unit, to.unit));
  }
  Range range{from.number, to.number, from.unit.empty() ? to.unit : from.unit, k_usual_steps};
  if (range.from == range.to) throw refusal(text, values, "a range needs two different ends");
  if (colon != std::string::npos) {
    const auto steps = whole_number(trimmed(after.substr(colon + 1)));
    if (!steps || *steps < 2) throw refusal(text, after.substr(colon), "steps is a whole number from 2 to 1000");
    range.steps = *steps;
  } else if (range.unit.empty() && is_whole(range.from) && is_whole(range.to)) {
    const double count = std::abs(range.to - range.from) + 1;
    if (count > static_cast<double>(k_most_points)) throw refusal(text, values, "that is more than 1000 points");
    range.steps = static_cast<std::int64_t>(count);
  }
  return range;
}

std::string with_unit(double number, const std::string& unit) {
  const std::string digits = fmt::format("{:.12g}", number == 0 ? 0.0 : number);
  return unit.empty() ? digits : fmt::format("{} {}", digits, unit);
}

void fill_from(const Range& range, SweepAxis& axis) {
  axis.unit = range.unit;
  const auto last = static_cast<double>(range.steps - 1);
  for (std::int64_t i = 0; i < range.steps; ++i) {
    const double share = static_cast<double>(i) / last;
    axis.numbers.push_back(range.from * (1 - share) + range.to * share);
    axis.values.push_back(with_unit(axis.numbers.back(), range.unit));
  }
}

/// The listed values as numbers in the first one's unit; left empty when they are not all of one dimension.
void add_numbers(SweepAxis& axis, const Units& units) {
  std::vector<double> numbers;
  std::string unit;
  for (const std::string& value : axis.values) {
    const auto parsed = split_quantity(value);
    if (!parsed || !std::isfinite(parsed->number) || !units.is_unit(parsed->unit.empty() ? "1" : parsed->unit)) return;
    if (numbers.empty()) unit = parsed->unit;
    const std::string own = parsed->unit.empty() ? "1" : parsed->unit, first = unit.empty() ? "1" : unit;
    if (!units.same_dimension(own, first)) return;
    numbers.push_back(own == first ? parsed->number : units.from_si(units.to_si(parsed->number, own), first));
  }
  axis.numbers = std::move(numbers);
  axis.unit = unit;
}

}  // namespace

SweepAxis read_over(const std::string& text, const Units& units) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) throw refusal(text, text, "a sweep's axis has no '='");
  SweepAxis axis;
  axis.key = trimmed(text.substr(0, equals));
  const std::string values = trimmed(text.substr(equals + 1));
  if (axis.key.empty()) throw refusal(text, text, "a sweep's axis names no key");
  if (values.empty()) throw refusal(text, text, fmt::format("'{}' is given no values", axis.key));
  if (values.find(k_to) != std::string::npos && values.front() != '[' && values.front() != '"') {
    fill_from(read_range(text, values), axis);
    return axis;
  }
  axis.values = listed(values);
  for (const std::string& value : axis.values) {
    if (value.empty()) throw refusal(text, values, "a value is empty");
  }
  add_numbers(axis, units);
  return axis;
}

std::vector<std::vector<std::string>> sweep_settings(const std::vector<SweepAxis>& axes) {
  if (axes.empty()) throw InputError("a sweep needs a key to vary", k_hint);
  double count = 1;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    count *= static_cast<double>(axes[i].values.size());
    for (std::size_t j = 0; j < i; ++j) {
      if (axes[i].key == axes[j].key) throw InputError(fmt::format("two axes vary '{}'", axes[i].key), k_hint);
    }
  }
  if (count > static_cast<double>(k_most_points)) {
    throw InputError(fmt::format("the sweep has {:.0f} points; {} are allowed", count, k_most_points),
                     "take fewer steps or fewer axes");
  }
  std::vector<std::vector<std::string>> points = {{}};
  for (const SweepAxis& axis : axes) {
    std::vector<std::vector<std::string>> wider;
    for (const std::vector<std::string>& point : points) {
      for (const std::string& value : axis.values) {
        wider.push_back(point);
        wider.back().push_back(fmt::format("{}={}", axis.key, value));
      }
    }
    points = std::move(wider);
  }
  return points;
}

}  // namespace percuta::study
