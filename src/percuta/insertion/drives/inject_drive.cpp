#include <utility>

#include "percuta/base/result_column.hpp"
#include "percuta/insertion/drives/drives.hpp"

namespace percuta::insertion {

Pushed injected(const Strikes& strikes) {
  std::vector<double> protrusion;
  protrusion.reserve(strikes.punctures.all.size());
  for (const punctures::Puncture& p : strikes.punctures.all) protrusion.push_back(p.length);
  return {std::move(protrusion), [](double) { return k_undefined; }};
}

}  // namespace percuta::insertion
