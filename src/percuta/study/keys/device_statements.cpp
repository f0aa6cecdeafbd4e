#include "percuta/study/keys/device_statements.hpp"

#include <algorithm>

#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {

void follow_study(const Node& root, device::Device& device) {
  device::Head& head = device.head;
  const auto says = [&](const char* key) { return written(root, std::string("device.head.") + key) != nullptr; };
  const bool has_outline = !head.outline.empty();
  const bool is_own = says("positions") || (has_outline && (says("outline") || says("pitch") || says("layout")));
  if (is_own && !says("needles")) head.needles = 0;
  if (!has_outline || !says("outline") || says("width")) return;
  const auto [low, high] =
      std::minmax_element(head.outline.begin(), head.outline.end(),
                          [](const std::vector<double>& a, const std::vector<double>& b) { return a.at(1) < b.at(1); });
  head.width.value = head.width.low = head.width.high = high->at(1) - low->at(1);
}

void check_statements(const device::Device& device, const Node& file, const Node& root, Problems& problems) {
  for (device::Fault& fault : device::faults_of(device)) {
    const Place place = place_in_either(root, "device." + fault.key, file, fault.key, "device.name");
    problems.add({std::move(fault.message), std::move(fault.hint), place});
  }
}

}  // namespace percuta::study
