#include <fmt/format.h>

#include <memory>
#include <optional>

#include "interrupt.hpp"
#include "percuta/claims/claims.hpp"
#include "percuta/report/tables/tables.hpp"
#include "shared_options.hpp"

namespace percuta::apps {

namespace {

struct Choice {
  std::vector<std::string> ids;
  Computing computing;
  std::string fail_on;
};

int judge_claims(const Context& context, const Choice& choice) {
  run::RunControl control = control_of(context, choice.computing);
  std::optional<Progress> progress;
  control.progress = [&progress](std::uint32_t done, std::uint32_t all) { progress->show(done, all); };
  claims::ClaimCalls calls;
  calls.begun = [&](const std::string& id, double seconds) {
    constexpr double k_worth_telling = 2;
    if (seconds > k_worth_telling) say(context.options, fmt::format("{} takes {:.0f} s at most", id, seconds));
    progress.emplace(context.options, choice.computing.progress, id);
  };
  calls.judged = [&](const claims::JudgedClaim& claim) {
    if (!context.options.json) print(shown(report::claim_text(claim)) + "\n");
    flush_stdout();  // what is judged stays told when the rest is interrupted
    progress.reset();
  };
  const Stopping stopping([] { return "stopped before the verdict"; });
  const auto judged = claims::judge_claims(choice.ids, context.data, context.units, control, calls);
  if (context.options.json) print(report::claims_json(judged));
  return choice.fail_on == "verdict" && !claims::all_supported(judged) ? 3 : 0;
}

}  // namespace

VerbUse claims_verb() {
  const auto choice = std::make_shared<Choice>();
  const std::vector<Option> own = {
      threads_option(choice->computing.threads),
      {.names = "--fail-on",
       .help = "verdict: exit 3 when a claim asked for is not supported",
       .target = &choice->fail_on,
       .values = {"verdict"}},
      {.names = "claim",
       .help = "C1 to C20 (default: all that are judged today)",
       .target = &choice->ids,
       .count = std::pair{0, 20},
       .offers = [](const Context& context) { return claims::claims_with_files(context.data); }}};
  return {together(computing_options(choice->computing), own),
          [choice](Context& context) { return judge_claims(context, *choice); }};
}

}  // namespace percuta::apps
