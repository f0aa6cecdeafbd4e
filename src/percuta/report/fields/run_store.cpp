#include "percuta/report/fields/run_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/report/fields/checkpoint_store.hpp"
#include "percuta/report/fields/field_store.hpp"
#include "percuta/storage/draft.hpp"
#include "percuta/storage/seal.hpp"

namespace percuta::report {

namespace {

using numerics::Field;
using numerics::Grid;

constexpr const char* k_mark = "percuta-run/2";

std::vector<double> edges(numerics::Index n, double side) {
  return numerics::even_edges(n, static_cast<double>(n) * side);
}

void put_grid(storage::H5Write& out, const std::string& path, const Grid& grid) {
  out.group(path);
  put_layout(out, path, grid.layout());
  out.number(path, "dx", grid.dx());
  out.number(path, "dy", grid.dy());
  out.text(path, "unit", "m");
  out.numbers(path + "/x", edges(grid.layout().nx, grid.dx()));
  out.numbers(path + "/y", edges(grid.layout().ny, grid.dy()));
  out.numbers(path + "/z", grid.z_edges());
}

Grid get_grid(const storage::H5Read& in, const std::string& path) {
  Grid grid(get_layout(in, path), in.number(path, "dx"), in.number(path, "dy"), in.numbers(path + "/z"));
  const auto is_finite = [](double value) { return std::isfinite(value); };
  const bool is_sound = is_finite(grid.dx()) && is_finite(grid.dy()) &&
                        std::all_of(grid.z_edges().begin(), grid.z_edges().end(), is_finite) &&
                        in.numbers(path + "/x").size() == static_cast<std::size_t>(grid.layout().nx) + 1 &&
                        in.numbers(path + "/y").size() == static_cast<std::size_t>(grid.layout().ny) + 1;
  if (!is_sound) in.refuse("the edges of its cells are not those of its grid");
  return grid;
}

/// Whether it can stand as a name in the file, and is that of no other.
bool takes_name(const std::string& name, std::set<std::string>& names) {
  return !name.empty() && name != "." && name.find('/') == std::string::npos && names.insert(name).second;
}

void must_be_sound(const FieldSeries& series, std::set<std::string>& names) {
  const auto is_alike = [&](const Field& one) {
    const Field& first = series.values.front();
    return one.name() == first.name() && one.unit() == first.unit() && one.layout() == first.layout();
  };
  if (series.values.empty() || series.values.size() != series.times.size() ||
      !std::all_of(series.values.begin(), series.values.end(), is_alike)) {
    throw InputError("a series of fields has one value a time, all of one name, unit and layout");
  }
  const std::string& name = series.values.front().name();
  if (!takes_name(name, names)) {
    throw InputError(fmt::format("'{}' cannot be the name of a series of fields, or is that of two", name));
  }
}

void must_be_sound(const RunFields& run) {
  std::set<std::string> rooms;
  for (const RoomFields& room : run.rooms) {
    if (!takes_name(room.room, rooms)) {
      throw InputError(fmt::format("'{}' cannot be the name of a room with fields, or is that of two", room.room));
    }
    std::set<std::string> names;
    for (const FieldSeries& series : room.series) must_be_sound(series, names);
  }
}

void put_room(storage::H5Write& out, const std::string& path, const RoomFields& room) {
  out.group(path);
  put_grid(out, path + "/grid", room.grid);
  out.group(path + "/fields");
  out.whole(path + "/fields", "count", static_cast<std::int64_t>(room.series.size()));
  for (std::size_t n = 0; n < room.series.size(); ++n) put_series(out, path + "/fields", room.series[n], n);
  if (room.state) put_state(out, path + "/state", *room.state);
}

RoomFields get_room(const storage::H5Read& in, const std::string& path, const std::string& name) {
  RoomFields room{name, get_grid(in, path + "/grid"), get_all_series(in, path + "/fields"), {}};
  if (in.whole(path + "/fields", "count") != static_cast<std::int64_t>(room.series.size())) {
    in.refuse("it holds another number of series than it says");
  }
  if (in.has(path + "/state")) room.state = get_state(in, path + "/state");
  return room;
}

void put_content(storage::H5Write& out, const RunFields& run) {
  out.text("/", "format", k_mark);
  out.text("/", "inputs_hash", run.inputs_hash);
  out.group("/rooms");
  for (const RoomFields& room : run.rooms) put_room(out, "/rooms/" + room.room, room);
}

RunFields get_content(const storage::H5Read& in) {
  try {
    RunFields run{in.text("/", "inputs_hash"), {}};
    if (in.text("/", "format") != k_mark) in.refuse("it is not of the format that it says");
    for (const std::string& name : in.names("/rooms")) run.rooms.push_back(get_room(in, "/rooms/" + name, name));
    return run;
  } catch (const InputError& error) {  // of a grid that is none
    in.refuse(error.what());
  }
}

const char* what_is_wrong(storage::SealState state) {
  switch (state) {
    case storage::SealState::foreign:
      return "is not a file of Percuta's fields; name a run.h5";
    case storage::SealState::other_version:
      return "was written by another version of Percuta; read it with that one, or run the study again";
    case storage::SealState::torn:
      return "is damaged: its checksum does not match; run the study again";
    case storage::SealState::whole:
      break;
  }
  return "";
}

void must_be_whole(storage::SealState state, const std::filesystem::path& file) {
  if (state != storage::SealState::whole) throw FileError(fmt::format("'{}' {}", file.string(), what_is_wrong(state)));
}

}  // namespace

std::string run_store_bytes(const RunFields& run, const std::filesystem::path& shown) {
  must_be_sound(run);
  storage::H5Write out(shown);
  put_content(out, run);
  const std::string content = out.finish();
  return storage::seal_of(content, k_mark) + content;
}

void write_run_store(const RunFields& run, const std::filesystem::path& file) {
  const std::string bytes = run_store_bytes(run, file);
  storage::Draft draft(file);
  draft.write(bytes);
  draft.publish(storage::Flush::now);
}

RunFields read_run_store(const std::filesystem::path& file) {
  must_be_whole(storage::seal_state(file, k_mark), file);
  return get_content(storage::H5Read(file, storage::k_seal_bytes));
}

RunFields run_store_of(std::string bytes, const std::filesystem::path& shown) {
  must_be_whole(storage::seal_state(std::string_view(bytes), k_mark), shown);
  return get_content(storage::H5Read(std::move(bytes), shown, storage::k_seal_bytes));
}

std::optional<RunFields> recall_run_store(const std::filesystem::path& file, const std::string& inputs_hash) {
  try {
    RunFields run = read_run_store(file);
    if (run.inputs_hash == inputs_hash) return run;
  } catch (const FileError&) {
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace percuta::report
