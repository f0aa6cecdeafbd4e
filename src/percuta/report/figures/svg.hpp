#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "percuta/report/figures/style.hpp"

/// A small surface to draw on, in pixels from the top left; its text is SVG.
namespace percuta::report {

struct Spot {
  double x = 0, y = 0;
};

struct Frame {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

/// How a shape is filled and its edge drawn.
struct Ink {
  std::string_view fill = "none";
  std::string_view edge = "none";
  double width = style::k_hair;
  std::string_view dashes = {};
  double opacity = 1;
};

enum class Align { start, middle, end };

struct Lettering {
  double size = style::k_text_size;
  std::string_view colour = style::k_ink;
  Align align = Align::start;
  bool is_bold = false;
  double turn = 0;  ///< about the text's own place [deg]
};

class Drawing {
 public:
  /// White paper. `title` and `description` are read aloud by screen readers.
  Drawing(double width, double height, std::string_view title, std::string_view description);

  void rectangle(const Frame& frame, const Ink& ink);
  void line(Spot from, Spot to, const Ink& ink);
  void polyline(const std::vector<Spot>& spots, const Ink& ink);
  void polygon(const std::vector<Spot>& spots, const Ink& ink);
  void text(Spot at, std::string_view words, const Lettering& lettering = {});
  /// Many round dots of one colour, as one compact shape.
  void dots(const std::vector<Spot>& spots, double diameter, std::string_view colour);
  /// Many small slanting crosses of one colour.
  void crosses(const std::vector<Spot>& spots, double size, double width, std::string_view colour);
  /// What is drawn until `end_clip` shows only inside `frame`.
  void begin_clip(const Frame& frame);
  void end_clip();

  std::string svg() const;

 private:
  void shape(std::string_view element, std::string_view geometry, const Ink& ink);

  std::string body_;
  int clips_ = 0;
};

}  // namespace percuta::report
