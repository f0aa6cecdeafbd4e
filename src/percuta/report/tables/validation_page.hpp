#pragma once

#include <string>
#include <vector>

#include "percuta/validation/validation.hpp"

/// What came of comparing published experiments with the models, for people and for programs.
namespace percuta::report {

/// For a terminal: a table and the scores.
std::string validation_text(const std::vector<validation::Judged>& judged);

/// docs/validation.md.
std::string validation_markdown(const std::vector<validation::Judged>& judged);

/// A list of objects with id, room, role, quantity, ours, measured, inside and more.
std::string validation_json(const std::vector<validation::Judged>& judged);

}  // namespace percuta::report
