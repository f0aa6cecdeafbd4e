#pragma once

#include <string>
#include <vector>

#include "percuta/report/figures/axis.hpp"
#include "percuta/report/figures/svg.hpp"
#include "percuta/run/run.hpp"

/// The skin's layers as a ground to draw on; `depth` lays millimetres on pixels, downwards.
namespace percuta::report {

/// How the face between two layers is drawn, and the range of it.
inline constexpr Ink k_median_face_ink = {.edge = style::k_face, .width = style::k_fine, .dashes = "6 4"};
inline constexpr Ink k_face_range_ink = {.fill = style::k_face, .opacity = style::k_veil};

inline constexpr double k_label_gap = 22;  ///< Between the frame and what stands right of it [px].

/// Pixels of a depth [m], held inside the frame.
double depth_px(const Frame& frame, const Scale& depth, double metres);

/// Each layer as a tinted band between its median faces, and each lower face with its range and median.
void draw_layer_bands(Drawing& drawing, const Frame& frame, const Scale& depth,
                      const std::vector<run::LayerBand>& layers);

/// The layers' names and faces right of the frame, pushed apart where bands are thin, each tied to its band by a line.
void draw_layer_labels(Drawing& drawing, const Frame& frame, const Scale& depth,
                       const std::vector<run::LayerBand>& layers);

/// "viable_epidermis" as words.
std::string plain_name(std::string name);

}  // namespace percuta::report
