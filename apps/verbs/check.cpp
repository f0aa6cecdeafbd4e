#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/base/files/memory_left.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/run/run.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace {

/// What a run takes of this machine.
struct Budget {
  run::Cost cost;
  double seconds = 0, bytes = 0, left = 0;
  bool fits() const { return bytes <= left; }
};

Budget budget_of(const study::Model& model, int threads) {
  Budget budget{run::estimate(model), 0, 0, memory_left()};
  budget.seconds = run::expected_seconds(model, budget.cost, threads);
  budget.bytes = run::expected_bytes(model, budget.cost, threads);
  return budget;
}

std::string time_text(double seconds) {
  constexpr int k_minute = 60, k_hour = 3600, k_day = 24 * k_hour;
  if (seconds < 3 * k_minute) return fmt::format("{:.2g} s", seconds);
  if (seconds < 3 * k_hour) return fmt::format("{:.0f} min", seconds / k_minute);
  if (seconds < 3.0 * k_day) return fmt::format("{:.0f} h", seconds / k_hour);
  return fmt::format("{:.3g} days", seconds / k_day);
}

std::string memory_line(const Budget& budget) {
  const std::string here =
      std::isfinite(budget.left) ? fmt::format(" of {} that are free here", run::size_text(budget.left)) : "";
  return fmt::format(
      "Memory     about {}{}, {} of it for each thread\n{}", run::size_text(budget.bytes), here,
      run::size_text(budget.cost.bytes),
      budget.fits() ? "" : "           MORE THAN IS FREE HERE: `run` refuses it (--over-budget runs it)\n");
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

std::string text_of(const study::Model& model, const Budget& budget, const std::vector<report::FileSize>& files,
                    const Units& units) {
  std::string text = fmt::format("{}\n{}\n", model.title, subject_line(model, units));
  text +=
      budget.cost.cells > 0
          ? fmt::format("Cells      {:.3g} in a patch of {:.2g} mm, holes resolved{}\n", budget.cost.cells,
                        units.from_si(model.inputs.patch.side, "mm"),
                        model.inputs.are_all_patches ? ", each member" : ", the median; members by classes of holes")
          : "Cells      none: holes are solved by classes\n";
  text += fmt::format(
      "Strikes    {} per member, {} members and the "
      "median\n",
      budget.cost.punctures, model.members);
  text += memory_line(budget) + fmt::format("Time       about {}\n\nFiles\n", time_text(budget.seconds));
  for (const report::FileSize& file : files)
    text += fmt::format("  {:<28}{:>10}\n", file.name, run::size_text(file.bytes));
  text += "\nValues the study does not name, and says who\n";
  for (const ParameterRow& row : model.parameters) {
    if (!is_default(row)) continue;
    const std::string range = row.low.empty() ? "" : fmt::format("[{} .. {}]", row.low, row.high);
    text += fmt::format("  {:<38} {:<12} {:<26} {} ({})\n", row.path, row.given, range, row.source, row.kind);
  }
  if (!model.not_built.empty()) text += "\nNot computed by this version\n";
  for (const study::NotBuilt& room : model.not_built) text += fmt::format("  {:<11} {}\n", room.room, room.reason);
  for (const safety::JudgedLimit& one : run::foretold_limits(model, units)) {
    text += fmt::format("\nLimit ({}): {}\n", to_word(one.nearness), sentence_of(one));
  }
  for (const std::string& warning : model.warnings) text += fmt::format("\nWarning: {}\n", warning);
  text += model.can_run ? "\nThe study is sound and can run.\n"
                        : "\nThe study is sound, but this version cannot run it yet.\n";
  return text;
}

std::string json_of(const study::Model& model, const Budget& budget, const std::vector<report::FileSize>& files,
                    const Units& units) {
  nlohmann::ordered_json json;
  json["title"] = model.title;
  json["can_run"] = model.can_run;
  json["cells"] = budget.cost.cells;
  json["strikes_per_member"] = budget.cost.punctures;
  json["members"] = model.members;
  json["memory_bytes"] = budget.cost.bytes;
  json["memory_in_all_bytes"] = budget.bytes;
  json["memory_left_bytes"] = std::isfinite(budget.left) ? nlohmann::ordered_json(budget.left) : nullptr;
  json["fits"] = budget.fits();
  json["seconds"] = budget.seconds;
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
  json["limits"] = nlohmann::ordered_json::array();
  for (const safety::JudgedLimit& one : run::foretold_limits(model, units)) {
    json["limits"].push_back(
        {{"quantity", one.quantity}, {"verdict", to_word(one.nearness)}, {"words", sentence_of(one)}});
  }
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
  const Budget budget = budget_of(model, choice.threads);
  const double template_bytes = static_cast<double>(std::filesystem::file_size(page_template(context.data)));
  const auto files = report::expected_files(model, budget.cost, template_bytes);
  print(context.options.json ? json_of(model, budget, files, context.units)
                             : shown(text_of(model, budget, files, context.units)));
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
