#pragma once

#include <vector>

#include "percuta/base/files/document.hpp"
#include "percuta/study/session_file.hpp"

namespace percuta::study {

/// Throws InputError, with a problem at each key, for a patch that does not lie within the treated window of `skin`,
/// whose cells are too coarse for its holes or too many, or that has nothing to solve; and for members that ask for a
/// patch where there is none.
void check_patch(const std::vector<SessionFile>& sessions, const course::Inputs& inputs, const skin::Skin& skin,
                 const Node& root);

}  // namespace percuta::study
