#include <fmt/format.h>

#include <algorithm>

#include "percuta/base/error.hpp"
#include "percuta/device/device.hpp"

namespace percuta::device {

namespace {

/// What a kind of device is. A new kind is a line here, and its mechanism a file of the room that lands its needles.
struct Kind {
  std::string name;
  Manner manner;
  std::string body;         ///< the table of the device file that carries the needles
  bool is_left_on = false;  ///< whether it stays on the skin, so that each place takes another one
};

const std::vector<Kind>& table() {
  static const std::vector<Kind> kinds = {
      {"roller", Manner::roll, "drum"},       {"pen", Manner::glide, "head"},       {"stamp", Manner::place, "head"},
      {"patch", Manner::place, "head", true}, {"injector", Manner::inject, "head"}, {"rf", Manner::place, "head"},
  };
  return kinds;
}

const Kind& kind_named(const std::string& name) {
  const auto found = std::find_if(table().begin(), table().end(), [&](const Kind& kind) { return kind.name == name; });
  if (found == table().end()) {
    throw InputError(fmt::format("'{}' is not a kind of device", name),
                     fmt::format("kinds are {}", fmt::join(kinds(), ", ")));
  }
  return *found;
}

std::vector<std::string> names_of(const std::vector<Kind>& kinds) {
  std::vector<std::string> names;
  names.reserve(kinds.size());
  for (const Kind& kind : kinds) names.push_back(kind.name);
  return names;
}

}  // namespace

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> names = names_of(table());
  return names;
}

Manner manner_of(const std::string& kind) {
  return kind_named(kind).manner;
}

bool is_left_on(const std::string& kind) {
  return kind_named(kind).is_left_on;
}

const std::string& body_of(const std::string& kind) {
  return kind_named(kind).body;
}

}  // namespace percuta::device
