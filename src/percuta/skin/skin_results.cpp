#include "percuta/skin/skin.hpp"

namespace percuta::skin {
namespace {

ResultOf<Skin> face_of(const char* name, const char* meaning, const ResultAxis& layers, double Layer::* face) {
  return {{.room = "skin", .name = name, .unit = "mm", .meaning = meaning, .axis = layers},
          [face](const Skin& skin, std::vector<double>& row) {
            for (const Layer& layer : skin.layers) row.push_back(layer.*face);
          }};
}

}  // namespace

std::vector<ResultOf<Skin>> results(const Skin& any) {
  ResultAxis layers{"layer", "", {}, {}};
  for (const Layer& layer : any.layers) layers.names.push_back(layer.name);
  return {face_of("layer_top", "Depth of the layer's upper face", layers, &Layer::top),
          face_of("layer_bottom", "Depth of the layer's lower face", layers, &Layer::bottom)};
}

}  // namespace percuta::skin
