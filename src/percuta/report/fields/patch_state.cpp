#include "percuta/report/fields/patch_state.hpp"

#include <fmt/format.h>

#include "percuta/base/error.hpp"

namespace percuta::report {
namespace {

using transport::LinkCourse;

constexpr const char* k_done = "done.";  // before the name of the active that was put on

/// Counts and values in one row of numbers.
class Row {
 public:
  void put(double value) { values.push_back(value); }
  void put(const std::vector<double>& list) {
    put(static_cast<double>(list.size()));
    values.insert(values.end(), list.begin(), list.end());
  }
  std::vector<double> values;
};

class RowReader {
 public:
  explicit RowReader(const std::vector<double>& values) : values_(values) {}
  double number() {
    if (at_ >= values_.size()) refuse();
    return values_[at_++];
  }
  std::size_t count() {
    const double value = number();
    if (!(value >= 0 && value <= static_cast<double>(values_.size()))) refuse();
    return static_cast<std::size_t>(value);
  }
  std::vector<double> list() {
    const std::size_t size = count();
    if (size > values_.size() - at_) refuse();
    const auto from = values_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ += size;
    return {from, from + static_cast<std::ptrdiff_t>(size)};
  }
  [[noreturn]] static void refuse() { throw InputError("the state of a patch is not as Percuta writes it"); }

 private:
  const std::vector<double>& values_;
  std::size_t at_ = 0;
};

std::vector<double> row_of(const std::vector<LinkCourse>& courses) {
  Row row;
  row.put(static_cast<double>(courses.size()));
  for (const LinkCourse& course : courses) {
    row.put(static_cast<double>(course.amount.size()));
    for (const std::vector<double>& place : course.amount) row.put(place);
    for (const std::vector<double>* list : {&course.given, &course.gained, &course.closed, &course.unbound}) {
      row.put(*list);
    }
    row.put(course.numerical);
    row.put(course.is_saturated ? 1 : 0);
  }
  return std::move(row.values);
}

std::vector<LinkCourse> courses_of(const std::vector<double>& values) {
  RowReader row(values);
  std::vector<LinkCourse> courses(row.count());
  for (LinkCourse& course : courses) {
    course.amount.resize(row.count());
    for (std::vector<double>& place : course.amount) place = row.list();
    for (std::vector<double>* list : {&course.given, &course.gained, &course.closed, &course.unbound}) {
      *list = row.list();
    }
    course.numerical = row.number();
    course.is_saturated = row.number() != 0;
  }
  return courses;
}

const std::vector<double>& numbers_of(const RoomState& state, const std::string& name) {
  const auto found = state.numbers.find(name);
  if (found == state.numbers.end()) RowReader::refuse();
  return found->second;
}

}  // namespace

RoomFields room_of(const transport::PatchKept& kept) {
  RoomFields room{"transport", kept.grid.value(), kept.fields, RoomState()};
  RoomState& made = *room.state;
  for (const auto& [name, courses] : kept.done) made.numbers[k_done + name] = row_of(courses);
  if (!kept.state) return room;
  const transport::WalkState& state = *kept.state;
  made.words["under_way"] = kept.under_way;
  made.numbers["place"] = {static_cast<double>(state.phase), static_cast<double>(state.next), state.filled};
  made.numbers["courses"] = row_of(state.courses);
  for (std::size_t n = 0; n < state.booked.size(); ++n) made.numbers[fmt::format("booked.{:03}", n)] = state.booked[n];
  made.fields = state.held;
  made.walks = state.walk;
  return room;
}

transport::PatchKept patch_of(const RoomFields& room) {
  if (!room.state) RowReader::refuse();
  const RoomState& from = *room.state;
  transport::PatchKept kept;
  kept.fields = room.series;
  kept.grid = room.grid;
  const std::string done = k_done;
  for (const auto& [name, numbers] : from.numbers) {
    if (name.starts_with(done)) kept.done[name.substr(done.size())] = courses_of(numbers);
  }
  const auto word = from.words.find("under_way");
  if (word == from.words.end()) return kept;
  kept.under_way = word->second;
  transport::WalkState& state = kept.state.emplace();
  RowReader place(numbers_of(from, "place"));
  state.phase = static_cast<std::size_t>(place.number());
  state.next = static_cast<std::size_t>(place.number());
  state.filled = place.number();
  state.courses = courses_of(numbers_of(from, "courses"));
  for (std::size_t n = 0; n < from.walks.size(); ++n) {
    state.booked.push_back(numbers_of(from, fmt::format("booked.{:03}", n)));
  }
  state.held = from.fields;
  state.walk = from.walks;
  const std::size_t links = state.walk.size();
  if (links == 0 || state.held.size() != links || state.courses.size() != links) RowReader::refuse();
  return kept;
}

}  // namespace percuta::report
