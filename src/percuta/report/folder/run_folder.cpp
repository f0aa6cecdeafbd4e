#include <functional>
#include <string>
#include <vector>

#include "percuta/base/files/gzip.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/report/fields/fields.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_plain_rows = 100000;
constexpr const char* k_page = "report.html";

std::size_t row_count(const run::Record& record) {
  std::size_t rows = 0;
  for (const course::Session& session : record.median_run.sessions) rows += session.punctures.all.size();
  return rows;
}

/// A file of the folder, and how its bytes are made.
struct Part {
  std::string name;
  std::function<std::string()> make;
};

/// punctures.csv, or punctures.csv.gz when it is long.
Part strikes(const run::Record& record) {
  if (row_count(record) <= k_most_plain_rows) return {"punctures.csv", [&] { return punctures_csv(record); }};
  return {"punctures.csv.gz", [&] {
            GzipFile packed;
            write_punctures(record, [&](std::string_view piece) { packed.add(piece); });
            return packed.take();
          }};
}

/// What a course draws, its evenness against chance when it can be told; a bench test draws its curves, and the map
/// when its device is moved over the skin.
void add_figures(const run::Record& record, std::vector<Part>& parts) {
  const bool is_course = record.experiment.kind.empty();
  if (is_course || row_count(record) > 0) {
    parts.push_back(strikes(record));
    parts.push_back({"figures/puncture_map.svg", [&] { return puncture_map_svg(record); }});
  }
  if (is_course) {
    parts.push_back({"figures/depth_histogram.svg", [&] { return depth_histogram_svg(record); }});
    parts.push_back({"figures/layer_reach.svg", [&] { return layer_reach_svg(record); }});
  }
  for (const run::CurveSet& set : record.curves) {
    if (is_course && (!set.chance || set.at.empty())) continue;
    parts.push_back({"figures/" + set.name + ".svg", [&] { return line_chart_svg(chart_of(set, record.title)); }});
  }
}

/// All but run.json; the page, which takes longest, first.
std::vector<Part> parts_of(const run::Record& record, std::string_view page_template) {
  std::vector<Part> parts;
  parts.push_back({k_page, [&record, page_template] { return page(page_template, page_json(record)); }});
  add_figures(record, parts);
  parts.push_back({"study.resolved.toml", [&] { return record.resolved_toml; }});
  parts.push_back({"results.json", [&] { return results_json(record); }});
  parts.push_back({"summary.csv", [&] { return summary_csv(record); }});
  parts.push_back({"series.csv", [&] { return series_csv(record); }});
  for (const study::OwnFile& own : record.own_files) parts.push_back({own.name, [&own] { return own.text; }});
  return parts;
}

/// The fields of a patch that was solved: run.h5, and fields/ for ParaView, as they are made.
void write_fields(const run::Record& record, FolderWriter& folder) {
  for (const course::Session& session : record.median_run.sessions) {
    if (!session.uptake.patch || session.uptake.patch->fields.empty()) continue;
    const transport::PatchOutcome& patch = *session.uptake.patch;
    const RoomFields room{"transport", patch.grid, patch.fields, std::nullopt};
    make_field_vtr(room, VtrNumbers::single,
                   [&](const std::string& name, const std::string& bytes) { folder.write("fields/" + name, bytes); });
    folder.write("run.h5", run_store_bytes({record.inputs_hash, {room}}, "run.h5"));
    return;
  }
}

/// Makes all parts side by side, and only then writes the first.
void write_all(const std::vector<Part>& parts, int threads, FolderWriter& folder) {
  std::vector<std::string> bytes(parts.size());
  numerics::parallel_for(parts.size(), threads, [&](std::size_t i) { bytes[i] = parts[i].make(); });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].name == k_page ? folder.replace(parts[i].name, bytes[i]) : folder.write(parts[i].name, bytes[i]);
  }
}

}  // namespace

void write_run_folder(const run::Record& record, const RunFacts& facts, std::string_view page_template,
                      const fs::path& path) {
  FolderWriter folder(path);
  write_all(parts_of(record, page_template), facts.threads, folder);
  write_fields(record, folder);
  folder.finish(record.version, facts);
}

void complete_run_folder(const run::Record& record, std::string_view page_template, const fs::path& path) {
  FolderWriter folder(path, Standing::stays);
  write_all(parts_of(record, page_template), 0, folder);
  write_fields(record, folder);
}

}  // namespace percuta::report
