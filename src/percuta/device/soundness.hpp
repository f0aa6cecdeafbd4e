#pragma once

#include <vector>

#include "percuta/device/device.hpp"

/// What `faults_of` looks for, part by part. Each adds to `faults`.
namespace percuta::device {

using Faults = std::vector<Fault>;

void find_needle_faults(const Needle& needle, Faults& faults);

/// Keys of a head that cannot be laid out, before anything is laid out.
void find_layout_faults(const Head& head, Faults& faults);

/// Where the needles of a head that can be laid out stand, against what else the file says of them.
void find_head_faults(const Device& device, Faults& faults);

/// A length as people write it: "4.8 mm".
std::string in_mm(double metres);

}  // namespace percuta::device
