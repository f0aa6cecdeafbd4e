#include "percuta/device/soundness.hpp"

#include <fmt/format.h>

#include "percuta/base/error.hpp"

namespace percuta::device {

namespace {

constexpr int k_mm_per_m = 1000;

void find_drum_faults(const Drum& drum, Faults& faults) {
  const std::int64_t needles = drum.rows * drum.columns;
  if (needles <= k_most_needles) return;
  faults.push_back({"drum.rows", fmt::format("{} rows of {} are {} needles", drum.rows, drum.columns, needles),
                    fmt::format("a device has at most {}", k_most_needles)});
}

}  // namespace

std::string in_mm(double metres) {
  return fmt::format("{:.4g} mm", metres * k_mm_per_m);
}

std::vector<Fault> faults_of(const Device& device) {
  Faults faults;
  find_needle_faults(device.needle, faults);
  if (body_of(device.kind) == "drum") {
    find_drum_faults(device.drum, faults);
    return faults;
  }
  Faults of_layout;
  find_layout_faults(device.head, of_layout);
  if (of_layout.empty()) find_head_faults(device, of_layout);
  faults.insert(faults.end(), of_layout.begin(), of_layout.end());
  return faults;
}

void check(const Device& device) {
  Problems problems;
  for (Fault& fault : faults_of(device)) problems.add({std::move(fault.message), std::move(fault.hint)});
  problems.throw_if_any();
}

}  // namespace percuta::device
