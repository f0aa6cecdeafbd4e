#pragma once

#include "percuta/report/folder/folder.hpp"
#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"
#include "verbs.hpp"

namespace percuta::apps {

/// The clock of this machine, in UTC: "2026-11-21T11:00:39Z".
std::string moment();

/// Threads, kernel and stop flag that the command line asks for.
run::RunControl control_of(const Context& context);

/// What run.json says of a computation that starts now.
report::RunFacts facts_of(const Context& context, const run::RunControl& control);

}  // namespace percuta::apps
