#pragma once

#include <cstdint>
#include <string>

#include "percuta/report/figures/svg.hpp"
#include "percuta/run/run.hpp"

namespace percuta::report {

/// The run that a figure is of.
struct FigureOrigin {
  std::string title;    ///< The study's title.
  std::string version;  ///< The version of Percuta that ran it.
  std::uint64_t seed = 0;
};
FigureOrigin origin_of(const run::Record& record);

/// The words round a figure.
struct FigureWords {
  double height = 0;  ///< of the figure [px]
  std::string heading, note;
};

/// Heading and study title on top; the note, and where the figure comes from, at the bottom.
void draw_frame_words(Drawing& drawing, const FigureWords& words, const FigureOrigin& origin);

}  // namespace percuta::report
