#pragma once

#include "context.hpp"
#include "percuta/report/folder/folder.hpp"
#include "percuta/run/run.hpp"

namespace percuta::apps {

/// The clock of this machine, in UTC: "2026-11-21T11:00:39Z".
std::string moment();

/// What run.json says of a computation that starts now.
report::RunFacts facts_of(const Context& context, const run::RunControl& control);

}  // namespace percuta::apps
