#include "percuta/report/tables/sweep_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "percuta/base/error.hpp"
#include "percuta/base/files/toml_text.hpp"
#include "percuta/base/text/escape.hpp"
#include "percuta/base/text/json_text.hpp"
#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

std::string name_of(const run::Result& result) {
  return result.room + "." + result.name;
}

std::vector<std::string> all_quantities(const SweepTable& table) {
  std::vector<std::string> names;
  for (const SweepPoint& point : table.points) {
    for (const run::Result& result : point.results) {
      if (std::find(names.begin(), names.end(), name_of(result)) == names.end()) names.push_back(name_of(result));
    }
  }
  return names;
}

bool varies(const SweepTable& table, const std::string& quantity) {
  const run::Result* first = table.points.empty() ? nullptr : find_result(table.points.front(), quantity);
  return std::any_of(table.points.begin(), table.points.end(), [&](const SweepPoint& point) {
    const run::Result* own = find_result(point, quantity);
    return (own == nullptr) != (first == nullptr) || (own != nullptr && own->interval.value != first->interval.value);
  });
}

/// Why the points lack the quantity; nullptr when none says.
const run::UndefinedResult* find_undefined(const SweepPoint& point, const std::string& quantity) {
  const auto found = std::find_if(point.undefined.begin(), point.undefined.end(), [&](const run::UndefinedResult& one) {
    return one.room + "." + one.name == quantity || one.name == quantity;
  });
  return found == point.undefined.end() ? nullptr : &*found;
}

bool has_same_numbers(const SweepPoint& one, const SweepPoint& other) {
  return std::equal(one.results.begin(), one.results.end(), other.results.begin(), other.results.end(),
                    [](const run::Result& a, const run::Result& b) {
                      const Interval &x = a.interval, &y = b.interval;
                      const auto same = [](double p, double q) { return p == q || (std::isnan(p) && std::isnan(q)); };
                      return name_of(a) == name_of(b) && same(x.value, y.value) && same(x.low, y.low) &&
                             same(x.high, y.high);
                    });
}

std::string full_name(const std::string& asked, const std::vector<std::string>& all, const SweepTable& table) {
  for (const std::string& name : all) {
    if (name == asked || name.ends_with("." + asked)) return name;
  }
  for (const SweepPoint& point : table.points) {
    const run::UndefinedResult* why = find_undefined(point, asked);
    if (why != nullptr) throw InputError(fmt::format("'{}' is not defined at any point: it {}", asked, why->reason));
  }
  throw InputError(fmt::format("'{}' is no quantity of this sweep", asked), suggestion(asked, all));
}

std::string json_list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
  return "[" + text + "]";
}

std::vector<std::string> quoted(const std::vector<std::string>& words) {
  std::vector<std::string> texts;
  for (const std::string& word : words) texts.push_back(toml_string(word));
  return texts;
}

std::string json_results(const SweepPoint& point) {
  std::vector<std::string> items;
  for (const run::Result& one : point.results) {
    const std::string note = one.note.empty() ? "" : fmt::format(", \"note\": {}", toml_string(one.note));
    items.push_back(fmt::format(
        "\n     {{\"room\": {}, \"quantity\": {}, \"value\": {}, \"low\": {}, \"high\": {}, \"unit\": {}{}}}",
        toml_string(one.room), toml_string(one.name), json_number_text(one.interval.value),
        json_number_text(one.interval.low), json_number_text(one.interval.high), toml_string(one.unit), note));
  }
  return json_list(items);
}

/// A further key of the point, where it lacks a quantity.
std::string json_undefined(const SweepPoint& point) {
  std::vector<std::string> items;
  for (const run::UndefinedResult& one : point.undefined) {
    items.push_back(fmt::format("\n     {{\"room\": {}, \"quantity\": {}, \"reason\": {}}}", toml_string(one.room),
                                toml_string(one.name), toml_string(one.reason)));
  }
  return items.empty() ? "" : fmt::format(", \"undefined\": {}", json_list(items));
}

}  // namespace

const run::Result* find_result(const SweepPoint& point, const std::string& quantity) {
  const auto found = std::find_if(point.results.begin(), point.results.end(),
                                  [&](const run::Result& one) { return name_of(one) == quantity; });
  return found == point.results.end() ? nullptr : &*found;
}

std::vector<std::string> shown_quantities(const SweepTable& table, const std::vector<std::string>& asked) {
  const std::vector<std::string> all = all_quantities(table);
  std::vector<std::string> shown;
  for (const std::string& name : asked) shown.push_back(full_name(name, all, table));
  if (!asked.empty()) return shown;
  for (const std::string& name : all) {
    if (varies(table, name)) shown.push_back(name);
  }
  return shown;
}

std::vector<std::string> flat_keys(const SweepTable& table) {
  std::vector<std::string> keys;
  for (std::size_t axis = 0; axis < table.axes.size(); ++axis) {
    std::map<std::vector<std::string>, const SweepPoint*> firsts;  // by the values of the other axes
    const bool is_flat = std::all_of(table.points.begin(), table.points.end(), [&](const SweepPoint& point) {
      std::vector<std::string> others = point.values;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(axis));
      return has_same_numbers(*firsts.try_emplace(std::move(others), &point).first->second, point);
    });
    if (is_flat && table.axes[axis].values.size() > 1) keys.push_back(table.axes[axis].key);
  }
  return keys;
}

std::string sweep_csv(const SweepTable& table) {
  std::string csv;
  for (const study::SweepAxis& axis : table.axes) csv += csv_text(axis.key) + ',';
  csv += "room,quantity,value,low,high,unit\n";
  for (const SweepPoint& point : table.points) {
    std::string head;
    for (const std::string& value : point.values) head += csv_text(value) + ',';
    for (const run::Result& one : point.results) {
      csv += head + csv_text(one.room) + ',' + csv_text(one.name) + ',' + six_digit_text(one.interval.value) + ',';
      csv +=
          six_digit_text(one.interval.low) + ',' + six_digit_text(one.interval.high) + ',' + csv_text(one.unit) + '\n';
    }
  }
  return csv;
}

std::string sweep_text(const SweepTable& table, const std::vector<std::string>& shown) {
  std::size_t width = 0;
  std::vector<std::string> heads;
  for (const SweepPoint& point : table.points) {
    std::string head;
    for (std::size_t i = 0; i < point.values.size(); ++i) {
      head += fmt::format("{}{} = {}", head.empty() ? "" : ", ", table.axes[i].key, point.values[i]);
    }
    width = std::max(width, head.size());
    heads.push_back(head);
  }
  std::string text = table.title + "\n";
  for (const std::string& quantity : shown) {
    text += "\n" + quantity + "\n";
    for (std::size_t i = 0; i < table.points.size(); ++i) {
      const run::Result* result = find_result(table.points[i], quantity);
      if (result == nullptr) {
        const run::UndefinedResult* why = find_undefined(table.points[i], quantity);
        if (why != nullptr) text += fmt::format("  {:<{}}  {:>10}  {}\n", heads[i], width, "-", why->reason);
        continue;
      }
      text += fmt::format("  {:<{}}  {:>10}  [{}, {}] {}{}\n", heads[i], width, short_text(result->interval.value),
                          short_text(result->interval.low), short_text(result->interval.high),
                          result->unit == "1" ? "" : result->unit, result->note.empty() ? "" : "; " + result->note);
    }
  }
  for (const std::string& note : table.notes) text += fmt::format("\nNote: {}\n", note);
  return text + "\nMedian [10th, 90th percentile]. Research and education; not a medical device.\n";
}

std::string sweep_json(const SweepTable& table) {
  std::vector<std::string> axes, points;
  for (const study::SweepAxis& axis : table.axes) {
    axes.push_back(
        fmt::format("{{\"key\": {}, \"values\": {}}}", toml_string(axis.key), json_list(quoted(axis.values))));
  }
  for (const SweepPoint& point : table.points) {
    points.push_back(fmt::format("\n   {{\"values\": {}, \"results\": {}{}}}", json_list(quoted(point.values)),
                                 json_results(point), json_undefined(point)));
  }
  return fmt::format(
      "{{\"schema\": \"percuta-sweep/1\",\n \"title\": {},\n \"axes\": {},\n \"notes\": {},\n \"points\": {}}}\n",
      toml_string(table.title), json_list(axes), json_list(quoted(table.notes)), json_list(points));
}

}  // namespace percuta::report
