#include "percuta/report/fields/field_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace percuta::report {

namespace {

using numerics::Field;
using numerics::Index;
using numerics::Layout;

/// A slab y = j of a field: rows without their padding.
void take_slab(const Field& field, Index j, double* values) {
  const Layout& layout = field.layout();
  for (Index k = 0; k < layout.nz; ++k)
    std::copy_n(field.cells() + layout.at(0, j, k), layout.nx, values + k * layout.nx);
}

void give_slab(Field& field, Index j, const double* values) {
  const Layout& layout = field.layout();
  for (Index k = 0; k < layout.nz; ++k)
    std::copy_n(values + k * layout.nx, layout.nx, field.cells() + layout.at(0, j, k));
}

std::size_t size(Index n) {
  return static_cast<std::size_t>(n);
}

}  // namespace

void put_layout(storage::H5Write& out, const std::string& path, const Layout& layout) {
  out.whole(path, "nx", layout.nx);
  out.whole(path, "ny", layout.ny);
  out.whole(path, "nz", layout.nz);
  out.whole(path, "periodic_x", layout.periodic_x ? 1 : 0);
  out.whole(path, "periodic_y", layout.periodic_y ? 1 : 0);
}

Layout get_layout(const storage::H5Read& in, const std::string& path) {
  const Layout layout{in.whole(path, "nx"), in.whole(path, "ny"), in.whole(path, "nz"),
                      in.whole(path, "periodic_x") != 0, in.whole(path, "periodic_y") != 0};
  if (layout.nx < 1 || layout.ny < 1 || layout.nz < 1) in.refuse(fmt::format("'{}' has no cells", path));
  return layout;
}

void put_fields(storage::H5Write& out, const std::string& path, const std::vector<const Field*>& fields) {
  const Layout& layout = fields.front()->layout();
  out.slabs(path, {fields.size(), size(layout.ny), size(layout.nz), size(layout.nx)},
            [&](std::size_t n, double* values) {
              take_slab(*fields[n / size(layout.ny)], static_cast<Index>(n % size(layout.ny)), values);
            });
  put_layout(out, path, layout);
  out.text(path, "name", fields.front()->name());
  out.text(path, "unit", fields.front()->unit());
}

std::vector<Field> get_fields(const storage::H5Read& in, const std::string& path) {
  const Layout layout = get_layout(in, path);
  const std::vector<std::size_t> shape = in.shape(path);
  if (shape != std::vector<std::size_t>{shape.front(), size(layout.ny), size(layout.nz), size(layout.nx)}) {
    in.refuse(fmt::format("'{}' has not as many cells as it says", path));
  }
  std::vector<Field> fields(shape.front(), Field(in.text(path, "name"), in.text(path, "unit"), layout));
  in.slabs(path, [&](std::size_t n, const double* values) {
    give_slab(fields[n / size(layout.ny)], static_cast<Index>(n % size(layout.ny)), values);
  });
  return fields;
}

void put_series(storage::H5Write& out, const std::string& group, const FieldSeries& series, std::size_t number) {
  const std::string path = group + "/" + series.values.front().name();
  out.group(path);
  out.whole(path, "number", static_cast<std::int64_t>(number));
  out.text(path, "unit", series.values.front().unit());
  out.numbers(path + "/times", series.times);
  std::vector<const Field*> fields;
  fields.reserve(series.values.size());
  for (const Field& one : series.values) fields.push_back(&one);
  put_fields(out, path + "/values", fields);
}

std::vector<FieldSeries> get_all_series(const storage::H5Read& in, const std::string& group) {
  const std::vector<std::string> names = in.names(group);
  std::vector<FieldSeries> all(names.size());
  for (const std::string& name : names) {
    const std::string path = group + "/" + name;
    const std::int64_t number = in.whole(path, "number");
    if (number < 0 || size(number) >= all.size() || !all[size(number)].values.empty()) {
      in.refuse(fmt::format("'{}' is not the {}-th of {} series", path, number, all.size()));
    }
    FieldSeries& series = all[size(number)];
    series = {in.numbers(path + "/times"), get_fields(in, path + "/values")};
    const Field& first = series.values.front();
    if (first.name() != name || first.unit() != in.text(path, "unit") || series.times.size() != series.values.size()) {
      in.refuse(fmt::format("'{}' is not one series of values", path));
    }
  }
  return all;
}

}  // namespace percuta::report
