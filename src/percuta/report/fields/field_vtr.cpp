#include "percuta/report/fields/field_vtr.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "percuta/base/error.hpp"
#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

using numerics::Field;
using numerics::Grid;
using numerics::Index;

VtrArray edges_in_mm(const char* name, std::vector<double> edges) {
  for (double& edge : edges) edge *= k_mm_per_m;
  return vtr_array(name, edges, VtrNumbers::full);
}

/// Layer by layer, as VTK counts; a field lies slab by slab.
std::vector<double> layer_by_layer(const Field& field) {
  const numerics::Layout& layout = field.layout();
  std::vector<double> values;
  values.reserve(static_cast<std::size_t>(layout.cells()));
  for (Index k = 0; k < layout.nz; ++k) {
    for (Index j = 0; j < layout.ny; ++j) {
      const double* row = field.cells() + layout.at(0, j, k);
      values.insert(values.end(), row, row + layout.nx);
    }
  }
  return values;
}

/// The fields kept for each time.
std::map<double, std::vector<const Field*>> moments(const std::vector<FieldSeries>& all) {
  std::map<double, std::vector<const Field*>> at;
  for (const FieldSeries& series : all) {
    for (std::size_t n = 0; n < series.times.size(); ++n) at[series.times[n]].push_back(&series.values[n]);
  }
  return at;
}

}  // namespace

std::string field_vtr(const Grid& grid, const std::vector<const Field*>& fields, double time, VtrNumbers numbers) {
  const numerics::Layout& layout = grid.layout();
  if (fields.empty()) throw InputError("a grid without a field cannot be written for ParaView");
  VtrGrid made;
  made.cells = {static_cast<std::size_t>(layout.nx), static_cast<std::size_t>(layout.ny),
                static_cast<std::size_t>(layout.nz)};
  made.edges = {edges_in_mm("x_mm", numerics::even_edges(layout.nx, static_cast<double>(layout.nx) * grid.dx())),
                edges_in_mm("y_mm", numerics::even_edges(layout.ny, static_cast<double>(layout.ny) * grid.dy())),
                edges_in_mm("z_mm", grid.z_edges())};
  made.time = time;
  for (const Field* field : fields) {
    if (!(field->layout() == layout)) throw InputError(fmt::format("field '{}' is of another grid", field->name()));
    const std::string name = fmt::format("{} [{}]", field->name(), field->unit());
    made.values.push_back(vtr_array(name, layer_by_layer(*field), numbers));
  }
  return vtr_text(made, VtrBody::packed);
}

void make_field_vtr(const RoomFields& room, VtrNumbers numbers,
                    const std::function<void(const std::string& name, const std::string& bytes)>& take) {
  std::string rows;
  std::size_t number = 0;
  for (const auto& [time, fields] : moments(room.series)) {
    const std::string name = fmt::format("{}_{:04}.vtr", room.room, number++);
    take(name, field_vtr(room.grid, fields, time, numbers));
    rows += fmt::format("{}\n    {{\"name\": \"{}\", \"time\": {}}}", rows.empty() ? "" : ",", name, time);
  }
  take(room.room + ".vtr.series",
       fmt::format("{{\n  \"file-series-version\": \"1.0\",\n  \"files\": [{}\n  ]\n}}\n", rows));
}

}  // namespace percuta::report
