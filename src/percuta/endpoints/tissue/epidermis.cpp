#include "percuta/endpoints/methods.hpp"
#include "percuta/endpoints/tissue/tissue.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  const double untouched = epidermis_thickness(basis.treated.skin);
  const std::vector<double> course =
      mapped(basis.epidermis, [untouched](double more) { return untouched * (1 + more); });
  return {{last_of(course), last_of(basis.epidermis)}, {course}};
}

}  // namespace

double epidermis_thickness(const skin::Skin& skin) {
  const skin::Layer* living = skin.find_layer("viable_epidermis");
  return living != nullptr ? living->bottom : k_undefined;  // z = 0 at the surface
}

double last_of(const std::vector<double>& course) {
  return course.empty() ? k_undefined : course.back();
}

std::vector<double> mapped(std::vector<double> values, const std::function<double(double)>& map) {
  for (double& value : values) value = map(value);
  return values;
}

Method epidermis() {
  return {{.name = "epidermis",
           .is_assumed = false,
           .set_by = "half thicker eight weeks after five monthly rollings",
           .blind_to = "creams that thicken it",
           .numbers = {{"epidermis", "um", "Thickness of the epidermis at the horizon", "a skin with an epidermis"},
                       {"epidermis_change", "1", "Its gain over untouched skin, as a share"}},
           .curves = {{"epidermis_course", "um", "Thickness of the epidermis", "endpoints_epidermis"}}},
          measure};
}

}  // namespace percuta::endpoints
