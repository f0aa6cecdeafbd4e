#pragma once

#include <string>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/units.hpp"

namespace percuta::study {

/// What data/actives knows of an active by its name, "retinol"; or of one of its values: "active.retinol.log_kow". ""
/// when it is neither.
std::string active_card(const DataFolder& data, const Units& units, const std::string& key);

/// Whether `key` ("transport.retinol.uptake", "retinol.uptake", "uptake") names the quantity `name` ("<active>.uptake")
/// of an active of data/actives, or of any.
bool is_of_active(const std::string& name, const std::string& key, const DataFolder& data);

}  // namespace percuta::study
