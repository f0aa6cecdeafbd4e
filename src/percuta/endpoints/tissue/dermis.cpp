#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const double untouched = dermis_thickness(basis.treated.skin);
  const std::vector<double> ratio =
      mapped(gain(basis.course().dermis), [&basis](double gain) { return dermis_ratio(gain, basis.maps.dermis); });
  const std::vector<double> course = mapped(ratio, [untouched](double share) { return untouched * share; });
  return {{last_of(course), last_of(ratio) - 1}, {course}};
}

}  // namespace

double dermis_thickness(const skin::Skin& skin) {
  const double top = skin.top_of("papillary_dermis");
  const skin::Layer* whole = skin.find_layer("dermis");
  const skin::Layer* deep = skin.find_layer("reticular_dermis");
  if (whole != nullptr) return whole->thickness();
  return deep != nullptr ? deep->bottom - top : k_undefined;
}

double dermis_ratio(double gain, const DermisMap& map) {
  return 1 + map.thickening * gain;
}

Method dermis() {
  return {{.name = "dermis",
           .is_assumed = true,
           .set_by = "no change under a home patch, known when the size was set",
           .blind_to = "oedema",
           .numbers = {{"dermis", "mm", "Thickness of the dermis at the horizon", "a skin with a dermis"},
                       {"dermis_change", "1", "Its gain over untouched skin, as a share"}},
           .curves = {{"dermis_course", "mm", "Thickness of the dermis", "endpoints_dermis"}}},
          measure};
}

}  // namespace percuta::endpoints
