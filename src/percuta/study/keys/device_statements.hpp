#pragma once

#include "percuta/base/files/document.hpp"
#include "percuta/device/device.hpp"

/// Keys of a device, told by its `file` or by the study's `root`, against each other.
namespace percuta::study {

/// What a study says of needles makes what the file told of other needles void: the number of a list or an outline that
/// is the study's own, or of another pitch, and the width of an outline that is.
void follow_study(const Node& root, device::Device& device);

/// Adds a problem for everything in the device that does not fit together, where it is written: in the study, else in
/// the device file, else at the device's name.
void check_statements(const device::Device& device, const Node& file, const Node& root, Problems& problems);

}  // namespace percuta::study
