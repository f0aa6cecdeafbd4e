#pragma once

#include "percuta/base/files/document.hpp"
#include "percuta/skin/skin.hpp"

namespace percuta::study {

/// Adds a problem when the site's outline, of its `file` or of the study's `root`, encloses another area than the site
/// is told to have: it would be drawn to another scale.
void check_site_statements(const skin::SiteData& site, const Node& file, const Node& root, Problems& problems);

}  // namespace percuta::study
