#include "percuta/claims/assumed_inputs.hpp"

#include <string_view>

#include "percuta/base/each_quantity.hpp"

namespace percuta::claims {

std::vector<AssumedInput> assumed_inputs(const Describe& describe) {
  constexpr std::string_view k_first = "[0]";
  std::vector<AssumedInput> found;
  each_quantity(describe, "", [&](const std::string& path, const Spec&, Quantity& quantity) {
    if (quantity.kind != Kind::assumed || quantity.is_certain()) return;
    std::string key = path;
    if (const std::size_t at = key.find(k_first); at != std::string::npos) key.erase(at, k_first.size());
    const bool is_of_another = key.find('[') != std::string::npos, is_of_a_list = path.ends_with(']');
    if (!is_of_another && !is_of_a_list) found.push_back({key, &quantity});
  });
  return found;
}

}  // namespace percuta::claims
