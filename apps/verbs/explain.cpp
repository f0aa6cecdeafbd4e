#include "percuta/base/explain.hpp"

#include <fmt/format.h>

#include <memory>

#include "console.hpp"
#include "percuta/study/study.hpp"
#include "verb.hpp"

namespace percuta::apps {

namespace {

struct Choice {
  std::string word;
  bool all = false, markdown = false;
};

int print_all(const Context& context, const Choice& choice) {
  const std::vector<ParameterRow> rows = study::study_keys(context.data, context.units);
  if (choice.markdown) {
    print(reference_markdown(rows, "Study file reference"));
    return 0;
  }
  for (const ParameterRow& row : rows) print(fmt::format("{:<42} {}\n", row.path, row.meaning));
  say(context.options, "\n`percuta explain KEY` tells a key's unit, range, value and source.");
  return 0;
}

int explain_word(const Context& context, const Choice& choice) {
  if (choice.all || choice.word.empty()) return print_all(context, choice);
  print(shown(study::cards(choice.word, context.data, context.units)));
  return 0;
}

/// What a shell can complete: words without a blank.
std::vector<std::string> offered_words(const Context& context) {
  std::vector<std::string> words = study::words_with_cards(context.data, context.units);
  std::erase_if(words, [](const std::string& word) { return word.find(' ') != std::string::npos; });
  return words;
}

}  // namespace

VerbUse explain_verb() {
  const auto choice = std::make_shared<Choice>();
  return {{{.names = "key",
            .help = "A key of the study file, a quantity, device, system, source, room or word of a person's history",
            .target = &choice->word,
            .count = std::pair{0, 1},
            .offers = offered_words},
           {.names = "--all", .help = "Every key", .target = &choice->all},
           {.names = "--markdown", .help = "As the reference page", .target = &choice->markdown}},
          [choice](Context& context) { return explain_word(context, *choice); }};
}

}  // namespace percuta::apps
