#include "percuta/report/figures/svg.hpp"

#include <fmt/format.h>

#include <iterator>

#include "percuta/base/text/escape.hpp"
#include "percuta/base/text/number.hpp"

namespace percuta::report {

namespace {

constexpr int k_decimals = 2;

/// A coordinate in its shortest form with two decimals.
std::string px(double value) {
  std::string text = fixed_text(value, k_decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string joined(const std::vector<Spot>& spots) {
  std::string text;
  for (const Spot& spot : spots) text += fmt::format("{}{},{}", text.empty() ? "" : " ", px(spot.x), px(spot.y));
  return text;
}

std::string_view anchor_word(Align align) {
  if (align == Align::middle) return "middle";
  return align == Align::end ? "end" : "start";
}

}  // namespace

Drawing::Drawing(double width, double height, std::string_view title, std::string_view description) {
  body_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
      "aria-labelledby=\"title desc\" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n"
      "<title id=\"title\">{2}</title>\n<desc id=\"desc\">{3}</desc>\n",
      px(width), px(height), xml_text(title), xml_text(description));
  rectangle({0, 0, width, height}, {.fill = style::k_paper});
}

void Drawing::shape(std::string_view element, std::string_view geometry, const Ink& ink) {
  body_ += fmt::format("<{} {} fill=\"{}\"", element, geometry, ink.fill);
  if (ink.edge != "none") body_ += fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", ink.edge, px(ink.width));
  if (!ink.dashes.empty()) body_ += fmt::format(" stroke-dasharray=\"{}\"", ink.dashes);
  if (ink.opacity < 1) body_ += fmt::format(" opacity=\"{}\"", px(ink.opacity));
  body_ += "/>\n";
}

void Drawing::rectangle(const Frame& frame, const Ink& ink) {
  shape("rect",
        fmt::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", px(frame.left), px(frame.top), px(frame.width()),
                    px(frame.height())),
        ink);
}

void Drawing::line(Spot from, Spot to, const Ink& ink) {
  shape("line", fmt::format("x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", px(from.x), px(from.y), px(to.x), px(to.y)),
        ink);
}

void Drawing::polyline(const std::vector<Spot>& spots, const Ink& ink) {
  shape("polyline", fmt::format("points=\"{}\"", joined(spots)), ink);
}

void Drawing::polygon(const std::vector<Spot>& spots, const Ink& ink) {
  shape("polygon", fmt::format("points=\"{}\"", joined(spots)), ink);
}

void Drawing::text(Spot at, std::string_view words, const Lettering& lettering) {
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"", px(at.x), px(at.y), px(lettering.size),
                       lettering.colour);
  if (lettering.align != Align::start) body_ += fmt::format(" text-anchor=\"{}\"", anchor_word(lettering.align));
  if (lettering.is_bold) body_ += " font-weight=\"bold\"";
  if (lettering.turn != 0) {
    body_ += fmt::format(" transform=\"rotate({} {} {})\"", px(lettering.turn), px(at.x), px(at.y));
  }
  body_ += fmt::format(">{}</text>\n", xml_text(words));
}

void Drawing::dots(const std::vector<Spot>& spots, double diameter, std::string_view colour) {
  if (spots.empty()) return;
  body_ += fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" d=\"", colour,
                       px(diameter));
  for (const Spot& spot : spots) fmt::format_to(std::back_inserter(body_), "M{} {}h0", px(spot.x), px(spot.y));
  body_ += "\"/>\n";
}

void Drawing::crosses(const std::vector<Spot>& spots, double size, double width, std::string_view colour) {
  if (spots.empty()) return;
  const std::string full = px(size);
  const std::string half = px(size / 2);
  body_ += fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" d=\"", colour, px(width));
  for (const Spot& spot : spots) {
    fmt::format_to(std::back_inserter(body_), "M{} {}m-{} -{}l{} {}m-{} 0l{} -{}", px(spot.x), px(spot.y), half, half,
                   full, full, full, full, full);
  }
  body_ += "\"/>\n";
}

void Drawing::begin_clip(const Frame& frame) {
  ++clips_;
  body_ += fmt::format("<clipPath id=\"clip{}\">", clips_);
  rectangle(frame, {.fill = style::k_ink});
  body_ += fmt::format("</clipPath>\n<g clip-path=\"url(#clip{})\">\n", clips_);
}

void Drawing::end_clip() {
  body_ += "</g>\n";
}

std::string Drawing::svg() const {
  return body_ + "</svg>\n";
}

}  // namespace percuta::report
