#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/run/run.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace {

std::string size_text(double bytes) {
  if (bytes < 1e3) return fmt::format("{:.0f} B", bytes);
  if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
  return fmt::format("{:.1f} MB", bytes / 1e6);
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

std::string text_of(const study::Model& model, const run::Cost& cost, const std::vector<report::FileSize>& files,
                    double seconds, const Units& units) {
  std::string text = fmt::format("{}\n{}\n", model.title, subject_line(model, units));
  text += fmt::format(
      "Cells      none: no room of this study solves on a grid yet\nStrikes    {} per member, {} members and the "
      "median\n",
      cost.punctures, model.members);
  text += fmt::format("Memory     {} per thread\nTime       about {:.2g} s\n\nFiles\n", size_text(cost.bytes), seconds);
  for (const report::FileSize& file : files) text += fmt::format("  {:<28}{:>10}\n", file.name, size_text(file.bytes));
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

std::string json_of(const study::Model& model, const run::Cost& cost, const std::vector<report::FileSize>& files,
                    double seconds) {
  nlohmann::ordered_json json;
  json["title"] = model.title;
  json["can_run"] = model.can_run;
  json["cells"] = 0;
  json["strikes_per_member"] = cost.punctures;
  json["members"] = model.members;
  json["memory_bytes"] = cost.bytes;
  json["seconds"] = seconds;
  for (const report::FileSize& file : files) json["files"][file.name] = file.bytes;
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

struct Choice {
  StudyChoice study;
  int threads = 0;
};

int check_study(const Context& context, const Choice& choice) {
  const study::Model model =
      study::load(named_study(choice.study, context), overrides_of(choice.study), context.data, context.units);
  const run::Cost cost = run::estimate(model);
  const double template_bytes = static_cast<double>(std::filesystem::file_size(page_template(context.data)));
  const auto files = report::expected_files(model, cost, template_bytes);
  const double seconds = run::expected_seconds(model, cost, choice.threads);
  print(context.options.json ? json_of(model, cost, files, seconds)
                             : shown(text_of(model, cost, files, seconds, context.units)));
  return 0;
}

}  // namespace

VerbUse check_verb() {
  const auto choice = std::make_shared<Choice>();
  return {together(study_options(choice->study),
                   std::vector<Option>{threads_option(choice->threads), study_word(choice->study)}),
          [choice](Context& context) { return check_study(context, *choice); }};
}

}  // namespace percuta::apps
