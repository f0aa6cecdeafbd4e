#pragma once

#include <string>

#include "percuta/report/figures/svg.hpp"
#include "percuta/run/run.hpp"

namespace percuta::report {

/// The words round a figure.
struct FigureWords {
  double height = 0;  ///< of the figure [px]
  std::string heading, note;
};

/// Heading and study title on top; the note, and where the figure comes from, at the bottom.
void draw_frame_words(Drawing& drawing, const FigureWords& words, const run::Record& record);

}  // namespace percuta::report
