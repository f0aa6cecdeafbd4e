#include <fmt/format.h>

#include "console.hpp"
#include "verbs.hpp"

namespace percuta::apps {

int print_completion(Context& context) {
  const std::string& shell = context.options.words.front();
  const std::vector<std::string> shells = {"bash", "fish", "zsh"};
  for (const std::string& known : shells) {
    if (shell != known) continue;
    print(read_file(context.data.file("completion/percuta." + shell)));
    return 0;
  }
  throw InputError(fmt::format("there is no completion for '{}'", shell), suggestion(shell, shells));
}

}  // namespace percuta::apps
