#pragma once

#include <vector>

#include "percuta/course/course.hpp"

/// Needles that stay in the skin after a session: how they lie in it, and until when they keep their holes open. And
/// what a needle injects, point by point.
namespace percuta::course {

/// What the needles of a session carry, over the window; wants nothing where they are drawn at once.
transport::NeedleLoad needle_load(const SessionInputs& own, const device::Device& device,
                                  const punctures::Punctures& punctures);

/// The holes that needles in place fill: as deep as they are, and as wide as holds as much.
std::vector<transport::Hole> filled_holes(const Session& session, const transport::NeedleLoad& load);

/// Until when a typical one of them keeps its hole open [s]; 0 where none went in.
double held_open(const Session& session, const transport::NeedleLoad& load, const skin::Skin& skin,
                 const transport::Rates& rates);

/// What is injected at the points of a session where the needle went in; wants nothing where nothing is.
transport::InjectionLoad injection_load(const SessionInputs& own, const device::Device& device, const Session& session);

/// Those points, each as deep as the needle's tip came.
std::vector<transport::Hole> injected_points(const Session& session, const transport::InjectionLoad& load);

}  // namespace percuta::course
