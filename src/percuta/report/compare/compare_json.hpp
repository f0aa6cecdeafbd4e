#pragma once

#include <string>
#include <vector>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/report/compare/compare_inputs.hpp"
#include "percuta/report/compare/kept_run.hpp"

/// The JSON side of kept runs: what is read of them, and what a comparison says of them.
namespace percuta::report {

/// What results.json says; folder, study and page stay empty. Throws InputError when it is no results.json that this
/// version reads.
KeptRun read_results(const std::string& text, const std::string& file);

/// The inputs hash that a page's data name, "" when they are no page data.
std::string page_hash(const std::string& page_data);

/// The site of a run as its page draws it [m]; empty where the page has no map.
struct KeptSite {
  numerics::Polygon outline, window;
};
KeptSite site_of(const KeptRun& run);

/// The data slot of compare.html (docs/formats.md, "Comparison data"): the runs' results and the figures of their
/// pages, side by side, with no `<` in it. All maps are thinned by one share, so that their dots tell of density alike.
/// `links`: where each run's own page is, seen from compare.html; "" or left out for none.
std::string comparison_page(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings, const std::vector<std::string>& links = {});

/// The comparison as a program reads it: runs, differences, warnings, quantities; ends with a newline.
std::string comparison_json(const std::vector<KeptRun>& runs, const std::vector<Difference>& differences,
                            const std::vector<std::string>& warnings);

}  // namespace percuta::report
