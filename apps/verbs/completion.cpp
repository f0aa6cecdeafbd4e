#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "completion_text.hpp"
#include "console.hpp"
#include "percuta/base/error.hpp"
#include "verb.hpp"

namespace percuta::apps {

namespace {

constexpr std::array<std::pair<const char*, std::string (*)(const Context&)>, 3> k_shells = {
    {{"bash", bash_completion}, {"fish", fish_completion}, {"zsh", zsh_completion}}};

std::vector<std::string> shells() {
  std::vector<std::string> names;
  for (const auto& [name, text] : k_shells) names.emplace_back(name);
  return names;
}

int print_completion(const Context& context, const std::string& shell) {
  for (const auto& [name, text] : k_shells) {
    if (shell != name) continue;
    print(text(context));
    return 0;
  }
  throw InputError(fmt::format("there is no completion for '{}'", shell), suggestion(shell, shells()));
}

}  // namespace

VerbUse completion_verb() {
  const auto shell = std::make_shared<std::string>();
  return {{{.names = "shell",
            .help = "bash, zsh or fish",
            .target = shell.get(),
            .count = std::pair{1, 1},
            .offers = [](const Context&) { return shells(); }}},
          [shell](Context& context) { return print_completion(context, *shell); }};
}

}  // namespace percuta::apps
