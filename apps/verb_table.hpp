#pragma once

#include <span>
#include <string>

#include "verb.hpp"

namespace percuta::apps {

/// A row of the table of verbs.
struct Verb {
  const char* name;
  const char* help;
  VerbUse (*use)() = nullptr;  ///< nullptr = this version has not built it

  bool is_built() const { return use != nullptr; }
};

/// All verbs of Percuta, in the order of the help.
std::span<const Verb> verbs();

}  // namespace percuta::apps
