#include <filesystem>
#include <memory>

#include "run_to_folder.hpp"

namespace percuta::apps {

namespace {

int run_study(const Context& context, const RunChoice& choice) {
  const std::filesystem::path study_file = named_study(choice.study, context);
  if (!choice.out.empty()) return run_into(context, choice, study_file, choice.out);
  RunChoice careful = choice;
  careful.replaces = false;  // nobody named the folder: what is there may be wanted
  return run_into(context, careful, study_file, study_file.stem().string() + ".run");
}

}  // namespace

VerbUse run_verb() {
  const auto choice = std::make_shared<RunChoice>();
  return {together(run_options(*choice), std::vector<Option>{study_word(choice->study)}),
          [choice](Context& context) { return run_study(context, *choice); }};
}

}  // namespace percuta::apps
