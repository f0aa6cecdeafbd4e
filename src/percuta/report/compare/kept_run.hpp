#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/base/ensemble.hpp"

/// A finished run as it stands in its folder.
namespace percuta::report {

/// One quantity of results.json, of the first session. Not a number where the run had none.
struct KeptQuantity {
  std::string room, name, unit;
  Interval interval;  ///< in `unit`
};

/// A quantity that the run has not, and what it needs.
struct KeptUndefined {
  std::string name, reason;  ///< "coverage.nearest_neighbour", "needs two holes, one of them in the window"
};

struct KeptRun {
  std::string folder;  ///< as the user named it, without a trailing slash
  std::string title, version, inputs_hash;
  std::uint64_t seed = 0;
  std::uint32_t members = 0;
  std::vector<KeptQuantity> quantities;  ///< as results.json orders them
  std::vector<KeptUndefined> undefined;  ///< of the first session
  std::string resolved_toml;             ///< study.resolved.toml
  std::string page_data;  ///< what stands in the slot of report.html, for its figures alone; "" = no page
};

}  // namespace percuta::report
