#include <memory>

#include "interrupt.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/write_file.hpp"
#include "percuta/validation/validation.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace {

struct Choice {
  std::vector<std::string> cases;
  Computing computing;
  std::optional<std::uint32_t> members;
  std::string markdown, fail_on;
};

int validate_cases(const Context& context, const Choice& choice) {
  run::RunControl control = control_of(context, choice.computing);
  Progress progress(context.options, choice.computing.progress, "runs");
  control.progress = [&progress](std::uint32_t done, std::uint32_t all) { progress.show(done, all); };
  const Stopping stopping([] { return "stopped before the comparison"; });
  const validation::Validation found =
      validation::validate(choice.cases, choice.members, context.data, context.units, control);
  print(context.options.json ? report::validation_json(found.judged) : shown(report::validation_text(found.judged)));
  if (!choice.markdown.empty()) storage::write_file(choice.markdown, report::validation_markdown(found.judged));
  return choice.fail_on == "verdict" && !found.holds ? 3 : 0;
}

}  // namespace

VerbUse validate_verb() {
  const auto choice = std::make_shared<Choice>();
  const std::vector<Option> own = {
      threads_option(choice->computing.threads),
      members_option(choice->members),
      {.names = "--markdown",
       .help = "Also write the page docs/validation.md is made of",
       .target = &choice->markdown,
       .type = "FILE",
       .offer = Offer::files},
      {.names = "--fail-on",
       .help = "verdict: exit 3 when a row that counts as blind is not inside",
       .target = &choice->fail_on,
       .values = {"verdict"}},
      {.names = "case",
       .help = "Cases (V9, devices/V9), lists (devices) or rooms (insertion) of validation/ (default: all)",
       .target = &choice->cases,
       .offers = [](const Context& context) { return validation::case_words(context.data, context.units); }}};
  return {together(computing_options(choice->computing), own),
          [choice](Context& context) { return validate_cases(context, *choice); }};
}

}  // namespace percuta::apps
