#include "percuta/insertion/layer_depth.hpp"

#include <limits>

namespace percuta::insertion {
namespace {

const skin::Layer* find_layer(const skin::Skin& skin, std::string_view name) {
  for (const skin::Layer& layer : skin.layers) {
    if (layer.name == name || (name == "papillary_dermis" && layer.name == "dermis")) return &layer;
  }
  return nullptr;
}

}  // namespace

double top_of(const skin::Skin& skin, std::string_view layer) {
  const skin::Layer* found = find_layer(skin, layer);
  return found != nullptr ? found->top : std::numeric_limits<double>::infinity();
}

double bottom_of(const skin::Skin& skin, std::string_view layer) {
  const skin::Layer* found = find_layer(skin, layer);
  return found != nullptr ? found->bottom : std::numeric_limits<double>::infinity();
}

}  // namespace percuta::insertion
