#pragma once

#include <cstddef>

#include "percuta/course/course.hpp"

namespace percuta::course {

/// How many of a session's strokes are done when bleeding looks even: whole passes, the fewest after which the share
/// `hand.bleeding_share` of the window, in squares of 4 mm, holds at least `hand.bleeding_density` strikes into the
/// dermis per area; all of them where it never does. The session is inserted.
std::size_t strokes_until_even(const Session& session, const skin::Skin& skin, const strokes::Hand& hand);

}  // namespace percuta::course
