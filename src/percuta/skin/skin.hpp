#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/result_column.hpp"
#include "percuta/numerics/geometry/polygon.hpp"
#include "percuta/skin/mechanics.hpp"

/// Layers of the skin by site, sex and age, and how they resist a needle.
/// Model    a stack of plane layers; thickness drifts linearly with age; one modulus a layer
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

/// What a history may hold. data/limits says of each word whether it ends a study or is noted.
std::vector<std::string> history_words();

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

/// A line that the face's movements fold into the skin.
struct ExpressionLine {
  std::vector<std::vector<double>> course;  ///< [[x, y], ...] [m]
};
void describe(ExpressionLine& line, Visitor& visitor);

/// data/skin/sites/<name>.toml: what is known of a site, with its spread.
struct SiteData {
  std::string title;                            ///< "Cheek"
  std::vector<std::vector<double>> outline;     ///< corners [[x, y], ...] [m]; y upwards; drawn to scale by `area`
  Quantity area;                                ///< of the whole site [m2]
  std::vector<ExpressionLine> expression_line;  ///< none, one or several
  std::string beneath;                          ///< under the fat: "bone", "muscle", "mucosa", "eye"
  LayerData stratum_corneum, epidermis /* whole, stratum corneum included */, dermis, fat;
  Quantity papillary_share;           ///< of the dermis [1]
  Quantity dermis_change_per_decade;  ///< relative, from `reference_age` on [1]
  Quantity reference_age;             ///< [s]
};
void describe(SiteData& site, Visitor& visitor);

/// One layer of this person's skin; z = 0 at the surface, downwards.
struct Layer {
  std::string name;            ///< one of k_layer_names; a specimen's own word
  double top = 0, bottom = 0;  ///< [m]
  double modulus = 0;          ///< plane-strain, after a second under a needle's load [Pa]
  double thickness() const { return bottom - top; }
};

inline constexpr std::string_view k_layer_names[] = {"stratum_corneum", "viable_epidermis", "papillary_dermis",
                                                     "reticular_dermis", "fat"};

/// This person's skin at this site, ready for the rooms. Plain values.
struct Skin {
  std::vector<Layer> layers;  ///< top to bottom, as k_layer_names
  numerics::Polygon outline;  ///< the site [m]
  numerics::Polygon window;   ///< the treated part of it [m]
  std::vector<std::vector<numerics::Point>> expression_lines;
  std::string species;         ///< "human", of a specimen as it says
  bool is_living = true;       ///< false of skin that is cut out, and of what is no skin: nothing in it heals
  std::string beneath;         ///< "bone", "muscle", "mucosa", "eye", "nothing"; under a specimen also "rigid", "foam"
  double beneath_modulus = 0;  ///< of what lies under the last layer [Pa]
  Mechanics mechanics;

  /// The layer of that name, null in a skin without it. A dermis that is one layer, "dermis", answers for the papillary
  /// one as well: a specimen's needles reach the dermis where they pass its upper face.
  const Layer* find_layer(std::string_view name) const;
  const Layer& layer(std::string_view name) const;  ///< throws std::out_of_range in a skin without it
  double top_of(std::string_view name) const;       ///< the layer's upper face; infinite in a skin without it [m]
  double bottom_of(std::string_view name) const;    ///< the layer's lower face; infinite in a skin without it [m]
};

/// Stacks the layers for this person (after any draw of `site`). Epidermis thinner than its stratum corneum is kept
/// at 1.5 times it. The outline and its lines are scaled to the site's area. A window that fits the largest area
/// believed (`area.high`) but not this draw of it makes the site as large as the window: it was measured, the site was
/// not. Throws InputError when the wanted window is larger than that.
Skin build(const SiteData& site, const Mechanics& mechanics, const Person& person, double window_area);

inline constexpr std::string_view k_living = "living";  ///< a specimen's state

/// One layer of a specimen.
struct SpecimenLayer {
  std::string name;
  Quantity thickness;  ///< [m]
  Quantity modulus;    ///< plane-strain [Pa]
};
void describe(SpecimenLayer& layer, Visitor& visitor);

/// data/skin/specimens/<name>.toml: skin of an animal, skin cut out and laid on a bench, or a phantom.
struct Specimen {
  std::string title;
  std::string species;       ///< "human", "rat", "pig", "mouse", "cow", "phantom"
  std::string state;         ///< k_living, "excised", "phantom"
  std::string beneath;       ///< as of a site, or "rigid", "foam"
  Quantity beneath_modulus;  ///< [Pa]
  std::vector<SpecimenLayer> layers;
  Mechanics mechanics;  ///< where it differs from data/skin/mechanics.toml
};
void describe(Specimen& specimen, Visitor& visitor);

/// A square piece of a specimen, `side` wide, as a skin for the rooms.
Skin build(const Specimen& specimen, double side);

/// The faces of each layer; `any` member's skin names them.
std::vector<ResultOf<Skin>> results(const Skin& any);

}  // namespace percuta::skin
