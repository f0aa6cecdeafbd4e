#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/numerics/polygon.hpp"

/// Layers of the skin by site, sex and age, and how they resist a needle.
/// Model    a stack of plane layers; thickness drifts linearly with age; one small-strain modulus for indentation
/// In       site data, person                               Out  layers [m], outline [m], mechanics (SI)
/// Holds    adults 18 to 95 years, intact skin              Throws  InputError
/// Checked  tests/skin
namespace percuta::skin {

/// A virtual adult. There is no field for a name.
struct Person {
  Quantity age;                      ///< [s]
  std::string sex;                   ///< "female" or "male"
  std::int64_t phototype = 0;        ///< Fitzpatrick 1 to 6
  std::vector<std::string> history;  ///< "keloid", "isotretinoin", ...
};
void describe(Person& person, Visitor& visitor);

/// Where on the body, and how much of it.
struct SiteChoice {
  std::string name;                  ///< a file of data/skin/sites
  Quantity area;                     ///< the treated window inside the site's outline [m2]
  std::string integrity;             ///< "intact", "broken", "inflamed"
  std::vector<std::string> concern;  ///< "wrinkle", "acne scar", ...
};
void describe(SiteChoice& site, Visitor& visitor);

/// Thickness of one layer by sex [m].
struct LayerData {
  Quantity female, male;
};
void describe(LayerData& layer, Visitor& visitor);

/// data/skin/sites/<name>.toml: what is known of a site, with its spread.
struct SiteData {
  std::string title;                                 ///< "Cheek"
  std::vector<std::vector<double>> outline;          ///< corners [[x, y], ...] [m]
  std::vector<std::vector<double>> expression_line;  ///< one polyline, may be empty [m]
  std::string beneath;                               ///< under the fat: "bone", "muscle", "mucosa"
  LayerData stratum_corneum, epidermis /* whole, stratum corneum included */, dermis, fat;
  Quantity papillary_share;           ///< of the dermis [1]
  Quantity dermis_change_per_decade;  ///< relative, from `reference_age` on [1]
  Quantity reference_age;             ///< [s]
};
void describe(SiteData& site, Visitor& visitor);

/// data/skin/mechanics.toml: how skin resists a needle.
struct Mechanics {
  Quantity indentation_modulus;             ///< stratum corneum and epidermis, perpendicular [Pa]
  Quantity cutting_energy;                  ///< energy per new surface at a tip's rim, at insertion speed [J/m2]
  Quantity opening_pressure;                ///< of a hole widened by a needle, on its projected area [Pa]
  Quantity friction_stress;                 ///< on the buried flank [Pa]
  Quantity tested_tip_min, tested_tip_max;  ///< tip diameters behind the cutting energy [m]; optional, 0 = not known
};
void describe(Mechanics& mechanics, Visitor& visitor);

/// One layer of this person's skin; z = 0 at the surface, downwards.
struct Layer {
  std::string_view name;       ///< one of k_layer_names
  double top = 0, bottom = 0;  ///< [m]
  double thickness() const { return bottom - top; }
};

inline constexpr std::string_view k_layer_names[] = {"stratum_corneum", "viable_epidermis", "papillary_dermis",
                                                     "reticular_dermis", "fat"};

/// This person's skin at this site, ready for the rooms. Plain values.
struct Skin {
  std::vector<Layer> layers;  ///< top to bottom, as k_layer_names
  numerics::Polygon outline;  ///< the site [m]
  numerics::Polygon window;   ///< the treated part of it [m]
  std::vector<numerics::Point> expression_line;
  std::string beneath;
  Mechanics mechanics;

  const Layer& layer(std::string_view name) const;  ///< throws std::out_of_range on another name
};

/// Stacks the layers for this person (after any draw of `site`). Epidermis thinner than its stratum corneum is kept
/// at 1.5 times it. Throws InputError when the wanted window is larger than the site's outline.
Skin build(const SiteData& site, const Mechanics& mechanics, const Person& person, double window_area);

}  // namespace percuta::skin
