#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

#include "console.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/run/run.hpp"
#include "verbs.hpp"

namespace percuta::apps {

namespace {

struct FileSize {
  std::string name;
  double bytes = 0;
};

/// Sizes by what a row or an entry takes, measured on the studies that Percuta brings. Figures draw the first session.
std::vector<FileSize> expected_files(const study::Model& model, const run::Cost& cost, double template_bytes) {
  const auto strikes = static_cast<double>(cost.punctures);
  const auto sessions = static_cast<double>(model.inputs.sessions.size());
  const auto resolved = static_cast<double>(model.resolved_toml.size());
  const double dots = std::min(strikes / sessions, 20000.0);
  const double blocks = sessions > 1 ? sessions + 1 : 1;
  const double rows = sessions * static_cast<double>(course::course_quantities().size());
  const bool is_packed = strikes > 1e5;
  if (model.experiment.is_wanted() && strikes == 0) {
    return {{"study.resolved.toml", resolved},
            {"results.json", 3000 + 350 * static_cast<double>(model.sources.size())},
            {"run.json", 350},
            {"summary.csv", 60 + rows * (110 + static_cast<double>(model.title.size()))},
            {"series.csv", 9000},
            {"figures/*.svg", 20000},
            {"report.html", template_bytes + 2.5 * resolved}};
  }
  return {{"study.resolved.toml", resolved},
          {"results.json", 700 + 350 * static_cast<double>(model.sources.size()) + 1700 * blocks},
          {"run.json", 350},
          {"summary.csv", 60 + rows * (110 + static_cast<double>(model.title.size()))},
          {"series.csv", 9000},
          {is_packed ? "punctures.csv.gz" : "punctures.csv", 100 + strikes * (is_packed ? 40 : 110)},
          {"figures/puncture_map.svg", 12000 + 18 * dots},
          {"figures/depth_histogram.svg", 20000},
          {"figures/layer_reach.svg", 3500},
          {"figures/against_chance.svg", 9000},
          {"report.html", template_bytes + 2.5 * resolved + 22 * dots}};
}

std::string size_text(double bytes) {
  if (bytes < 1e3) return fmt::format("{:.0f} B", bytes);
  if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
  return fmt::format("{:.1f} MB", bytes / 1e6);
}

double expected_seconds(const study::Model& model, const run::Cost& cost, int threads) {
  const int cores = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return cost.member_seconds * (model.members + 1.0) / cores;
}

bool is_default(const ParameterRow& row) {
  return row.source != "study" && row.source != "--set" && !row.source.empty();
}

std::string subject_line(const study::Model& model, const Units& units) {
  const study::Subject& s = model.subject;
  return fmt::format("{}: {} needles of {} mm, {} cm2 of the {}, {} of {} years, {} session{}\n", s.device_title,
                     s.needles, six_digit_text(units.from_si(s.needle_length, "mm")),
                     six_digit_text(units.from_si(s.window_area, "cm2")), s.site_name, s.sex,
                     six_digit_text(s.age_years), model.inputs.sessions.size(),
                     model.inputs.sessions.size() == 1 ? "" : "s");
}

std::string text_of(const study::Model& model, const run::Cost& cost, const std::vector<FileSize>& files,
                    double seconds, const Units& units) {
  std::string text = fmt::format("{}\n{}\n", model.title, subject_line(model, units));
  text += fmt::format(
      "Cells      none: no room of this study solves on a grid yet\nStrikes    {} per member, {} members and the "
      "median\n",
      cost.punctures, model.members);
  text += fmt::format("Memory     {} per thread\nTime       about {:.2g} s\n\nFiles\n", size_text(cost.bytes), seconds);
  for (const FileSize& file : files) text += fmt::format("  {:<28}{:>10}\n", file.name, size_text(file.bytes));
  text += "\nValues the study does not name, and says who\n";
  for (const ParameterRow& row : model.parameters) {
    if (!is_default(row)) continue;
    const std::string range = row.low.empty() ? "" : fmt::format("[{} .. {}]", row.low, row.high);
    text += fmt::format("  {:<38} {:<12} {:<26} {} ({})\n", row.path, row.given, range, row.source, row.kind);
  }
  if (!model.not_built.empty()) text += "\nNot computed by this version\n";
  for (const study::NotBuilt& room : model.not_built) text += fmt::format("  {:<11} {}\n", room.room, room.reason);
  for (const std::string& warning : model.warnings) text += fmt::format("\nWarning: {}\n", warning);
  text += model.can_run ? "\nThe study is sound and can run.\n"
                        : "\nThe study is sound, but this version cannot run it yet.\n";
  return text;
}

std::string json_of(const study::Model& model, const run::Cost& cost, const std::vector<FileSize>& files,
                    double seconds) {
  nlohmann::ordered_json json;
  json["title"] = model.title;
  json["can_run"] = model.can_run;
  json["cells"] = 0;
  json["strikes_per_member"] = cost.punctures;
  json["members"] = model.members;
  json["memory_bytes"] = cost.bytes;
  json["seconds"] = seconds;
  for (const FileSize& file : files) json["files"][file.name] = file.bytes;
  json["defaults"] = nlohmann::ordered_json::array();
  for (const ParameterRow& row : model.parameters) {
    if (!is_default(row)) continue;
    json["defaults"].push_back({{"path", row.path},
                                {"value", row.given},
                                {"low", row.low},
                                {"high", row.high},
                                {"source", row.source},
                                {"kind", row.kind}});
  }
  json["not_built"] = nlohmann::ordered_json::array();
  for (const study::NotBuilt& room : model.not_built)
    json["not_built"].push_back({{"room", room.room}, {"reason", room.reason}});
  json["warnings"] = model.warnings;
  return json.dump(2) + "\n";
}

}  // namespace

int check(Context& context) {
  const study::Model model =
      study::load(named_study(context), overrides_of(context.options), context.data, context.units);
  const run::Cost cost = run::estimate(model);
  const double template_bytes = static_cast<double>(std::filesystem::file_size(template_file(context.data)));
  const auto files = expected_files(model, cost, template_bytes);
  const double seconds = expected_seconds(model, cost, context.options.threads);
  print(context.options.json ? json_of(model, cost, files, seconds)
                             : shown(text_of(model, cost, files, seconds, context.units)));
  return 0;
}

}  // namespace percuta::apps
