#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a room says of one ensemble member: numbers and series, each declared once with how it is read off.
namespace percuta {

/// Stands in a member's row for a number that does not exist there, such as the distance to a neighbour that is not
/// there: never 0, which is a number. Only columns that say what they need may hold it; intervals are over the members
/// that have the number.
inline constexpr double k_undefined = std::numeric_limits<double>::quiet_NaN();

/// `sum` shared among `n`; undefined when there is none to share it.
inline double share_of(double sum, double n) {
  return n > 0 ? sum / n : k_undefined;
}

/// Along what a series runs: places that are numbers (times, depths), or places with names (layers, actives).
struct ResultAxis {
  std::string name;                ///< "time"
  std::string unit;                ///< in which people read `at`: "h"
  std::vector<double> at;          ///< ascending, SI; empty where the places have names
  std::vector<std::string> names;  ///< "viable_epidermis", ...; empty where the places are numbers

  std::size_t size() const { return at.empty() ? names.size() : at.size(); }
};

/// One number or one series of results.
struct ResultColumn {
  std::string room;                               ///< top-level key of results.json: "insertion"
  std::string name;                               ///< "depth_in_place"
  std::string unit;                               ///< in which people read it
  std::string meaning;                            ///< one sentence, without the unit
  std::optional<ResultAxis> axis = std::nullopt;  ///< none = one number
  std::string figure = {};    ///< the curves that the series is drawn with: "closure_course"; "" = not drawn as a curve
  bool is_listed = true;      ///< whether results.json lists the number; false = other results are made of it
  std::uint32_t session = 1;  ///< which session it is of; 0 = of the whole course
  std::string needs = {};     ///< without which it is undefined: "two holes"; "" = it always exists
  std::string at_zero = {};   ///< what 0 says in words: "no hole stays"; "" = no more than the number

  std::string key() const { return room + "." + name; }
  std::size_t size() const { return axis ? axis->size() : 1; }
};

/// A column, and how its numbers (SI) are read off what a room gave. `Source` is what the room knows of a member.
template <class Source>
struct ResultOf {
  ResultColumn column;
  std::function<void(const Source&, std::vector<double>&)> append;  ///< adds column.size() numbers
};

/// A column of one number.
template <class Source, class Number>
ResultOf<Source> number_result(ResultColumn column, Number number) {
  return {std::move(column),
          [number](const Source& source, std::vector<double>& row) { row.push_back(std::invoke(number, source)); }};
}

/// The same results, read off something larger that holds their source: `part(whole)` gives it.
template <class Whole, class Source, class Part>
std::vector<ResultOf<Whole>> results_within(std::vector<ResultOf<Source>> inner, Part part) {
  std::vector<ResultOf<Whole>> outer;
  outer.reserve(inner.size());
  for (ResultOf<Source>& one : inner) {
    outer.push_back(
        {std::move(one.column), [append = std::move(one.append), part](const Whole& whole, std::vector<double>& row) {
           append(part(whole), row);
         }});
  }
  return outer;
}

}  // namespace percuta
