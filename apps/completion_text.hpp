#pragma once

#include <string>

#include "context.hpp"

/// Scripts that complete Percuta's verbs, options and values in a shell, made from the table of verbs.
namespace percuta::apps {

std::string bash_completion(const Context& context);
std::string fish_completion(const Context& context);
std::string zsh_completion(const Context& context);

}  // namespace percuta::apps
