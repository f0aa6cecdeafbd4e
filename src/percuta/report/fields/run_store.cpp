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

constexpr const char* k_mark = "percuta-run/1";

std::vector<double> edges(numerics::Index n, double side) {
  return numerics::even_edges(n, static_cast<double>(n) * side);
}

void put_grid(storage::H5Write& out, const Grid& grid) {
  out.group("/grid");
  put_layout(out, "/grid", grid.layout());
  out.number("/grid", "dx", grid.dx());
  out.number("/grid", "dy", grid.dy());
  out.text("/grid", "unit", "m");
  out.numbers("/grid/x", edges(grid.layout().nx, grid.dx()));
  out.numbers("/grid/y", edges(grid.layout().ny, grid.dy()));
  out.numbers("/grid/z", grid.z_edges());
}

Grid get_grid(const storage::H5Read& in) {
  Grid grid(get_layout(in, "/grid"), in.number("/grid", "dx"), in.number("/grid", "dy"), in.numbers("/grid/z"));
  const auto is_finite = [](double value) { return std::isfinite(value); };
  const bool is_sound = is_finite(grid.dx()) && is_finite(grid.dy()) &&
                        std::all_of(grid.z_edges().begin(), grid.z_edges().end(), is_finite) &&
                        in.numbers("/grid/x").size() == static_cast<std::size_t>(grid.layout().nx) + 1 &&
                        in.numbers("/grid/y").size() == static_cast<std::size_t>(grid.layout().ny) + 1;
  if (!is_sound) in.refuse("the edges of its cells are not those of its grid");
  return grid;
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
  if (name.empty() || name == "." || name.find('/') != std::string::npos || !names.insert(name).second) {
    throw InputError(fmt::format("'{}' cannot be the name of a series of fields, or is that of two", name));
  }
}

void put_content(storage::H5Write& out, const RunFields& run) {
  out.text("/", "format", k_mark);
  out.text("/", "inputs_hash", run.inputs_hash);
  put_grid(out, run.grid);
  out.group("/fields");
  out.whole("/fields", "count", static_cast<std::int64_t>(run.series.size()));
  for (std::size_t n = 0; n < run.series.size(); ++n) put_series(out, "/fields", run.series[n], n);
  if (run.checkpoint) put_checkpoint(out, "/checkpoint", *run.checkpoint);
}

RunFields get_content(const storage::H5Read& in) {
  try {
    RunFields run{in.text("/", "inputs_hash"), get_grid(in), get_all_series(in, "/fields"), {}};
    const bool is_ours = in.text("/", "format") == k_mark &&
                         in.whole("/fields", "count") == static_cast<std::int64_t>(run.series.size());
    if (!is_ours) in.refuse("it holds another number of series than it says");
    if (in.has("/checkpoint")) run.checkpoint = get_checkpoint(in, "/checkpoint");
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

void write_run_store(const RunFields& run, const std::filesystem::path& file) {
  std::set<std::string> names;
  for (const FieldSeries& series : run.series) must_be_sound(series, names);
  storage::H5Write out(file);
  put_content(out, run);
  const std::string content = out.finish();
  storage::Draft draft(file);
  draft.write(storage::seal_of(content, k_mark));
  draft.write(content);
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
