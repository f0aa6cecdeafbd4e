#pragma once

#include "percuta/endpoints/endpoints.hpp"

/// From a share of a score to how many people are rated better.
namespace percuta::endpoints {

/// Share of a standard normal distribution below `x`.
double normal_share(double x);

/// Share of the people who are rated at least `grades` grades better when the score falls by the share `improvement` on
/// average from the grade `first`. People differ in proportion to the change, so that no change makes nobody better.
double share_better(double improvement, double first, int grades, const GradeMap& map);

/// What raters add to an improvement: nothing where there was no session.
double rater_term(const Treated& treated, const GradeMap& map);

/// Depth or score over its first value as raters tell it, from what the tissue came to.
double rated(double tissue, const Treated& treated, const GradeMap& map);

}  // namespace percuta::endpoints
