#pragma once

#include "percuta/course/course.hpp"

namespace percuta::course {

/// Heals what the sessions of the course did, and measures what people see of it: as far as the scope asks.
void add_outcome(const Inputs& sampled, const Member& member, const Scope* scope, Course& course);

}  // namespace percuta::course
