#pragma once

#include <string>

#include "percuta/base/files/document.hpp"

namespace percuta::study {

/// Adds a problem when a device of this kind lacks the table that carries its needles ([drum] of a roller, [head] of
/// all others), in its `file` as well as in the study's `root`, and when one of the two writes a table that the kind
/// has no use for.
void check_body(const std::string& kind, const Node& file, const Node& root, Problems& problems);

}  // namespace percuta::study
