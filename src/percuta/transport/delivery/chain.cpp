#include <algorithm>

#include "percuta/transport/delivery/walk.hpp"

namespace percuta::transport {

std::vector<NamedActive> chain_of(const std::string& name, const std::vector<NamedActive>& known) {
  std::vector<NamedActive> chain;
  std::string next = name;
  while (!next.empty()) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const NamedActive& one) { return one.name == next; });
    const bool is_there =
        std::any_of(chain.begin(), chain.end(), [&](const NamedActive& one) { return one.name == next; });
    if (found == known.end() || is_there) break;
    chain.push_back(*found);
    next.clear();
    for (const Conversion& one : found->active.conversion) {
      if (!one.to.empty() && next.empty()) next = one.to;
    }
  }
  return chain;
}

std::vector<std::string> places_of(const std::vector<std::string>& layers, const Treatment& treatment) {
  std::vector<std::string> places = {"surface", "channels"};
  places.insert(places.end(), layers.begin(), layers.end());
  places.insert(places.end(), {treatment.is_living ? "blood" : "receptor", "converted", "washed"});
  if (treatment.needles.is_wanted()) places.emplace_back("needles");
  if (treatment.injection.is_wanted()) places.emplace_back("below");
  return places;
}

}  // namespace percuta::transport
