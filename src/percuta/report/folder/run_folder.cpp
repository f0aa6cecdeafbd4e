#include <string>
#include <system_error>
#include <vector>

#include "percuta/base/error.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/gzip.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/report/page/page.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/write_file.hpp"

namespace percuta::report {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_plain_rows = 100000;

std::size_t row_count(const run::Record& record) {
  std::size_t rows = 0;
  for (const course::Session& session : record.median_run.sessions) rows += session.punctures.all.size();
  return rows;
}

/// Writes punctures.csv, or punctures.csv.gz when it is long; never leaves both.
void write_punctures(const run::Record& record, const fs::path& folder) {
  const bool is_long = row_count(record) > k_most_plain_rows;
  const std::string csv = punctures_csv(record);
  storage::write_file(folder / (is_long ? "punctures.csv.gz" : "punctures.csv"), is_long ? gzipped(csv) : csv);
  std::error_code failure;
  fs::remove(folder / (is_long ? "punctures.csv" : "punctures.csv.gz"), failure);
}

/// What a course draws, its evenness against chance when it can be told; a bench test draws its curves, and the map
/// when its device is moved over the skin.
void write_figures(const run::Record& record, const fs::path& folder) {
  const bool is_course = record.experiment.kind.empty();
  if (is_course || row_count(record) > 0) {
    write_punctures(record, folder);
    storage::write_file(folder / "figures" / "puncture_map.svg", puncture_map_svg(record));
  }
  if (is_course) {
    storage::write_file(folder / "figures" / "depth_histogram.svg", depth_histogram_svg(record));
    storage::write_file(folder / "figures" / "layer_reach.svg", layer_reach_svg(record));
  }
  for (const run::CurveSet& set : record.curves) {
    if (is_course && (!set.chance || set.at.empty())) continue;
    storage::write_file(folder / "figures" / (set.name + ".svg"), line_chart_svg(chart_of(set, record.title)));
  }
}

/// Removes the temporary files of an earlier run that was killed while writing.
void sweep_drafts(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> drafts;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    const std::string name = entry.path().filename().string();
    if (name.front() == '.' && name.find(".part-") != std::string::npos) drafts.push_back(entry.path());
  }
  for (const fs::path& draft : drafts) fs::remove(draft, failure);
}

}  // namespace

void write_run_folder(const run::Record& record, const RunFacts& facts, std::string_view page_template,
                      const fs::path& folder) {
  const std::string whole_page = page(page_template, page_json(record));
  storage::make_folder(folder / "figures");
  sweep_drafts(folder);
  sweep_drafts(folder / "figures");
  storage::write_file(folder / "study.resolved.toml", record.resolved_toml);
  storage::write_file(folder / "results.json", results_json(record));
  storage::write_file(folder / "summary.csv", summary_csv(record));
  storage::write_file(folder / "series.csv", series_csv(record));
  write_figures(record, folder);
  for (const study::OwnFile& own : record.own_files) {
    storage::make_folder((folder / own.name).parent_path());
    storage::write_file(folder / own.name, own.text);
  }
  storage::write_file(folder / "report.html", whole_page);
  storage::write_file(folder / "run.json", run_json(record, facts));
}

bool is_run_folder(const fs::path& folder) {
  try {
    return is_run_json(read_file(folder / "run.json"));
  } catch (const FileError&) {
    return false;
  }
}

}  // namespace percuta::report
