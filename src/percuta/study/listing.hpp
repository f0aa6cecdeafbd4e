#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"

namespace percuta::study {

/// A table of what there is to pick from: a row per thing, cells under the headings, its name first.
struct Listing {
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
};

/// The names of all lists: systems, devices, sites, ...
std::vector<std::string> lists();

/// The list called `what`. Throws InputError, with a suggestion, when there is none.
Listing list(const std::string& what, const DataFolder& data, const Units& units);

}  // namespace percuta::study
