#pragma once

#include <string>
#include <vector>

#include "percuta/base/reader.hpp"

/// The part of a described struct that somebody gave: what is written out, listed and read back is one walk.
namespace percuta {

/// A walk over what `describe` walks that passes by optional members without a value, optional tables in which nothing
/// says more than their absence would, and the top-level members named in `leave_out`. What it writes reads back to
/// the same struct.
Describe given_only(Describe describe, std::vector<std::string> leave_out = {});

/// Whether a table says more than its absence: it lacks no member that a reader needs, and one has a value other than
/// its declared default. Reading lets no incomplete table pass, so that nothing a user gave is passed by.
bool is_given(const std::function<void(Visitor&)>& walk);

}  // namespace percuta
