#pragma once

#include <string>

namespace percuta::study {

/// JSON Schema (draft-04) of the study file, as text; editors complete and check by it.
std::string schema_text();

}  // namespace percuta::study
