#include "percuta/study/keys/device_body.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/device/device.hpp"

namespace percuta::study {

void check_body(const std::string& kind, const Node& file, const Node& root, Problems& problems) {
  if (std::find(device::kinds().begin(), device::kinds().end(), kind) == device::kinds().end()) return;  // told already
  const std::string needed(device::body_of(kind));
  const std::string useless = needed == "drum" ? "head" : "drum";
  const Node* given = root.find("device");
  const auto own = [&](const std::string& table) { return given == nullptr ? nullptr : given->find(table); };
  if (file.find(needed) == nullptr && own(needed) == nullptr) {
    const Node* word = file.find("kind");
    problems.add({fmt::format("a device of kind '{}' needs a table [{}]", kind, needed),
                  fmt::format("`percuta explain device.{}` tells what it holds", needed),
                  word == nullptr ? file.place() : word->place()});
  }
  if (const Node* node = file.find(useless)) {
    problems.add({fmt::format("'{}' does nothing here: the device is of kind '{}'", useless, kind),
                  fmt::format("its needles are carried by [{}]", needed), node->key_place()});
  }
  if (const Node* node = own(useless)) {
    problems.add({fmt::format("'device.{}' does nothing here: the device is of kind '{}'", useless, kind),
                  fmt::format("its needles are carried by device.{}", needed), node->key_place()});
  }
}

}  // namespace percuta::study
