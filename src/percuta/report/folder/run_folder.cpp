#include <string>

#include "percuta/base/files/gzip.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_plain_rows = 100000;

std::size_t row_count(const run::Record& record) {
  std::size_t rows = 0;
  for (const course::Session& session : record.median_run.sessions) rows += session.punctures.all.size();
  return rows;
}

/// Writes punctures.csv, or punctures.csv.gz when it is long.
void write_strikes(const run::Record& record, FolderWriter& folder) {
  if (row_count(record) <= k_most_plain_rows) {
    folder.write("punctures.csv", punctures_csv(record));
    return;
  }
  GzipFile packed;
  write_punctures(record, [&](std::string_view piece) { packed.add(piece); });
  folder.write("punctures.csv.gz", packed.take());
}

/// What a course draws, its evenness against chance when it can be told; a bench test draws its curves, and the map
/// when its device is moved over the skin.
void write_figures(const run::Record& record, FolderWriter& folder) {
  const bool is_course = record.experiment.kind.empty();
  if (is_course || row_count(record) > 0) {
    write_strikes(record, folder);
    folder.write("figures/puncture_map.svg", puncture_map_svg(record));
  }
  if (is_course) {
    folder.write("figures/depth_histogram.svg", depth_histogram_svg(record));
    folder.write("figures/layer_reach.svg", layer_reach_svg(record));
  }
  for (const run::CurveSet& set : record.curves) {
    if (is_course && (!set.chance || set.at.empty())) continue;
    folder.write("figures/" + set.name + ".svg", line_chart_svg(chart_of(set, record.title)));
  }
}

void write_all(const run::Record& record, const std::string& whole_page, FolderWriter& folder) {
  folder.write("study.resolved.toml", record.resolved_toml);
  folder.write("results.json", results_json(record));
  folder.write("summary.csv", summary_csv(record));
  folder.write("series.csv", series_csv(record));
  write_figures(record, folder);
  for (const study::OwnFile& own : record.own_files) folder.write(own.name, own.text);
  folder.replace("report.html", whole_page);
}

}  // namespace

void write_run_folder(const run::Record& record, const RunFacts& facts, std::string_view page_template,
                      const fs::path& path) {
  const std::string whole_page = page(page_template, page_json(record));
  FolderWriter folder(path);
  write_all(record, whole_page, folder);
  folder.finish(record.version, facts);
}

void complete_run_folder(const run::Record& record, std::string_view page_template, const fs::path& path) {
  const std::string whole_page = page(page_template, page_json(record));
  FolderWriter folder(path, Standing::stays);
  write_all(record, whole_page, folder);
}

}  // namespace percuta::report
