#include "percuta/skin/skin.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "percuta/base/error.hpp"

namespace percuta::skin {
namespace {

constexpr std::int64_t k_decade = 315569260;  // [s], ten mean tropical years

double thickness(const LayerData& layer, const Person& person) {
  return person.sex == "male" ? layer.male : layer.female;
}

double dermis_thickness(const SiteData& site, const Person& person) {
  const double decades = std::max(0.0, person.age - site.reference_age) / static_cast<double>(k_decade);
  return thickness(site.dermis, person) * (1 + site.dermis_change_per_decade * decades);
}

/// Modulus of each layer of k_layer_names [Pa].
std::vector<double> moduli(const Mechanics& mechanics) {
  const double dermis = mechanics.dermis_modulus;
  return {mechanics.corneum_modulus, mechanics.epidermis_modulus, dermis, dermis, mechanics.fat_modulus};
}

/// Of what lies under the fat [Pa].
double modulus_of(const std::string& beneath, const Mechanics& mechanics) {
  if (beneath == "bone") return mechanics.bone_modulus;
  return beneath == "nothing" ? mechanics.fat_modulus : mechanics.muscle_modulus;
}

std::vector<Layer> stack(const SiteData& site, const Mechanics& mechanics, const Person& person) {
  const double corneum = thickness(site.stratum_corneum, person);
  const double epidermis = std::max(thickness(site.epidermis, person), corneum + 0.5 * corneum);
  const double dermis = dermis_thickness(site, person);
  const double faces[] = {0,
                          corneum,
                          epidermis,
                          epidermis + site.papillary_share * dermis,
                          epidermis + dermis,
                          epidermis + dermis + thickness(site.fat, person)};
  const std::vector<double> modulus = moduli(mechanics);
  std::vector<Layer> layers;
  layers.reserve(std::size(k_layer_names));
  for (std::size_t i = 0; i < std::size(k_layer_names); ++i) {
    layers.push_back({std::string(k_layer_names[i]), faces[i], faces[i + 1], modulus[i]});
  }
  return layers;
}

std::vector<numerics::Point> as_points(const std::vector<std::vector<double>>& pairs) {
  std::vector<numerics::Point> points;
  points.reserve(pairs.size());
  for (const std::vector<double>& pair : pairs) points.push_back({pair.at(0), pair.at(1)});
  return points;
}

/// Puts the site's outline and lines on the skin, grown or shrunk together until the outline has `area` [m2].
void draw(Skin& skin, const SiteData& site, double area) {
  const numerics::Polygon drawn = as_points(site.outline);
  if (!numerics::is_simple(drawn)) {
    throw InputError("the outline of the site '" + site.title + "' is not a simple polygon",
                     "list at least three corners in order, without edges that cross");
  }
  const double scale = std::sqrt(area / numerics::area(drawn));
  const numerics::Point middle = numerics::centroid(drawn);
  skin.outline = numerics::scaled_to_area(drawn, area);
  for (const ExpressionLine& line : site.expression_line) {
    skin.expression_lines.push_back(as_points(line.course));
    for (numerics::Point& p : skin.expression_lines.back()) {
      p = {middle.x + scale * (p.x - middle.x), middle.y + scale * (p.y - middle.y)};
    }
  }
}

}  // namespace

const Layer* Skin::find_layer(std::string_view name) const {
  const auto found = std::find_if(layers.begin(), layers.end(), [name](const Layer& l) { return l.name == name; });
  if (found != layers.end()) return &*found;
  return name == "papillary_dermis" ? find_layer("dermis") : nullptr;
}

const Layer& Skin::layer(std::string_view name) const {
  const Layer* found = find_layer(name);
  if (found == nullptr) throw std::out_of_range("no skin layer is called " + std::string(name));
  return *found;
}

double Skin::top_of(std::string_view name) const {
  const Layer* found = find_layer(name);
  return found != nullptr ? found->top : std::numeric_limits<double>::infinity();
}

double Skin::bottom_of(std::string_view name) const {
  const Layer* found = find_layer(name);
  return found != nullptr ? found->bottom : std::numeric_limits<double>::infinity();
}

Skin build(const SiteData& site, const Mechanics& mechanics, const Person& person, double window_area) {
  if (window_area > std::max<double>(site.area, site.area.high)) {
    throw InputError("the treated window is larger than the site '" + site.title + "'", "choose a smaller site.area");
  }
  Skin skin;
  skin.layers = stack(site, mechanics, person);
  draw(skin, site, std::max<double>(site.area, window_area));
  skin.window = numerics::scaled_to_area(skin.outline, window_area);
  skin.species = "human";
  skin.beneath = site.beneath;
  skin.beneath_modulus = modulus_of(site.beneath, mechanics);
  skin.mechanics = mechanics;
  return skin;
}

}  // namespace percuta::skin
