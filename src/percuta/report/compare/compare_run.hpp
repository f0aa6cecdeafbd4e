#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"
#include "percuta/numerics/geometry/polygon.hpp"

/// A finished run as it stands in its folder.
namespace percuta::report {

/// One quantity of results.json, of the first session. Not a number where the run had none.
struct KeptQuantity {
  std::string room, name, unit;
  Interval interval;  ///< in `unit`
};

struct KeptRun {
  std::string folder;  ///< as the user named it, without a trailing slash
  std::string title, version, inputs_hash;
  std::uint64_t seed = 0;
  std::uint32_t members = 0;
  std::vector<KeptQuantity> quantities;  ///< as results.json orders them
  std::string resolved_toml;             ///< study.resolved.toml
  std::string page_data;  ///< what stands in the slot of report.html, for its figures alone; "" = no page
};

/// Reads results.json, study.resolved.toml and the page's data. Throws InputError for what is no run folder, or whose
/// page is of another run; FileError for a file that cannot be read.
KeptRun read_run(const std::filesystem::path& folder);

/// The site of a run as its page draws it [m]; empty where the page has no map.
struct KeptSite {
  numerics::Polygon outline, window;
};
KeptSite site_of(const KeptRun& run);

/// What stands in the slot of a report.html or compare.html, "" when there is none.
std::string data_of_page(const std::string& page);

}  // namespace percuta::report
