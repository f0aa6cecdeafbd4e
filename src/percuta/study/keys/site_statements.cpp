#include "percuta/study/keys/site_statements.hpp"

#include <fmt/format.h>

#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {

namespace {

constexpr int k_share = 10;  // a drawing and its measure may differ by a tenth

std::string in_cm2(double area) {
  constexpr int k_cm2_per_m2 = 10000;
  return fmt::format("{:.3g} cm2", area * k_cm2_per_m2);
}

}  // namespace

void check_site_statements(const skin::SiteData& site, const Node& file, const Node& root, Problems& problems) {
  numerics::Polygon outline;
  for (const std::vector<double>& corner : site.outline) outline.push_back({corner.at(0), corner.at(1)});
  if (outline.size() < 3 || !numerics::is_simple(outline)) return;  // told where the skin is drawn
  const double drawn = numerics::area(outline);
  if (drawn * k_share >= site.area.low * (k_share - 1) && drawn * k_share <= site.area.high * (k_share + 1)) return;
  problems.add({fmt::format("skin.outline encloses {}, and skin.area is {}", in_cm2(drawn), in_cm2(site.area)),
                "the outline is in mm; write skin.area with it where it is another",
                place_in_either(root, "skin.outline", file, "outline", "site.name")});
}

}  // namespace percuta::study
