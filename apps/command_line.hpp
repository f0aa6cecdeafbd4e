#pragma once

#include <optional>

#include "verb.hpp"

namespace percuta::apps {

/// What was asked for: the options that every verb takes, and what to do.
struct Request {
  Options options;
  std::function<int(Context&)> run;
};

/// Reads the command line; nullopt when it was answered already (--help, --version). Throws InputError for a bad one.
std::optional<Request> read_command_line(int argc, char** argv);

}  // namespace percuta::apps
