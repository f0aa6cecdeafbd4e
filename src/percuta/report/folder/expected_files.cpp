#include "percuta/report/folder/expected_files.hpp"

#include <algorithm>

namespace percuta::report {

namespace {

// Sizes by what a row or an entry takes, measured on the studies that Percuta brings [B].
constexpr double k_source = 350, k_block = 5000, k_limits = 1500, k_dot_of_map = 18, k_dot_of_page = 22;
constexpr double k_plain_row = 110, k_packed_row = 40, k_series_row = 112;
constexpr double k_page_share = 2.5;  // of the resolved study: the page holds it, and the values it stands for
constexpr double k_store_cell = 7.5, k_vtr_cell = 3.6;  // of a field, packed
constexpr std::int64_t k_most_dots = 20000, k_most_plain_rows = 100000;

double sources_size(const study::Model& model) {
  return k_source * static_cast<double>(model.sources.size());
}

double summary_size(const study::Model& model) {
  const std::size_t rows = model.inputs.sessions.size() * course::course_quantities().size();
  return 60 + static_cast<double>(rows) * (k_plain_row + static_cast<double>(model.title.size()));
}

/// Of what is drawn along an axis, and the evenness against chance.
double series_size(const study::Model& model) {
  double rows = 0;
  for (const auto& one : course::results(model.inputs, model.experiment, model.travel)) {
    if (!one.column.figure.empty()) rows += static_cast<double>(one.column.size());
  }
  return 3000 + k_series_row * rows;
}

std::vector<FileSize> experiment_files(const study::Model& model, double resolved, double template_bytes) {
  return {{"study.resolved.toml", resolved},
          {"results.json", 3000 + sources_size(model)},
          {"run.json", 700},
          {"summary.csv", summary_size(model)},
          {"series.csv", 9000},
          {"figures/*.svg", 20000},
          {"report.html", template_bytes + k_page_share * resolved}};
}

}  // namespace

std::vector<FileSize> expected_files(const study::Model& model, const run::Cost& cost, double template_bytes) {
  const auto resolved = static_cast<double>(model.resolved_toml.size());
  if (model.experiment.is_wanted() && cost.punctures == 0) return experiment_files(model, resolved, template_bytes);
  const auto strikes = static_cast<double>(cost.punctures);
  const auto sessions = static_cast<double>(model.inputs.sessions.size());
  const double blocks = sessions > 1 ? sessions + 1 : 1;
  const double dots = std::min(strikes / sessions, static_cast<double>(k_most_dots));  // of the first session
  const bool is_packed = cost.punctures > k_most_plain_rows;
  std::vector<FileSize> files = {
      {"study.resolved.toml", resolved},
      {"results.json", 700 + sources_size(model) + k_limits + k_block * blocks},
      {"run.json", 700},
      {"summary.csv", summary_size(model)},
      {"series.csv", series_size(model)},
      {is_packed ? "punctures.csv.gz" : "punctures.csv", 100 + strikes * (is_packed ? k_packed_row : k_plain_row)},
      {"figures/puncture_map.svg", 12000 + k_dot_of_map * dots},
      {"figures/depth_histogram.svg", 20000},
      {"figures/layer_reach.svg", 3500},
      {"figures/against_chance.svg", 9000},
      {"report.html", template_bytes + k_page_share * resolved + k_dot_of_page * dots}};
  if (cost.fields > 0) {
    files.push_back({"run.h5", 20000 + k_store_cell * cost.cells * cost.fields});
    files.push_back({"fields/*.vtr", 5000 + k_vtr_cell * cost.cells * cost.fields});
  }
  return files;
}

}  // namespace percuta::report
