#pragma once

#include <string>
#include <vector>

#include "percuta/run/run.hpp"

namespace percuta::report {

/// One file of a run folder before it is there.
struct FileSize {
  std::string name;
  double bytes = 0;
};

/// The files that a run will write, with their sizes; `template_bytes` is the size of the report page's template.
std::vector<FileSize> expected_files(const study::Model& model, const run::Cost& cost, double template_bytes);

}  // namespace percuta::report
