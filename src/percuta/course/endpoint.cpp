#include "percuta/course/endpoint.hpp"

#include <vector>

#include "percuta/numerics/statistics/quadrats.hpp"

namespace percuta::course {

namespace {

constexpr double k_square = 4e-3;  // [m]: told in the door

/// Whether a pass in one direction ends with this stroke.
bool ends_pass(const std::vector<strokes::Stroke>& strokes, std::size_t i) {
  if (i + 1 == strokes.size()) return true;
  return strokes[i].direction != strokes[i + 1].direction || strokes[i].pass != strokes[i + 1].pass;
}

}  // namespace

std::size_t strokes_until_even(const Session& session, const skin::Skin& skin, const strokes::Hand& hand) {
  const numerics::Quadrats squares(skin.window, k_square);
  const double dermis = skin.top_of("papillary_dermis");
  const auto& all = session.punctures.all;
  std::vector<numerics::Point> bleeding;
  std::size_t next = 0;  // strikes stand in the order of their strokes
  for (std::size_t i = 0; i < session.strokes.size(); ++i) {
    for (; next < all.size() && static_cast<std::size_t>(all[next].stroke) <= i; ++next) {
      if (all[next].in_window && session.channels.all[next].depth > dermis)
        bleeding.push_back({all[next].x, all[next].y});
    }
    if (!ends_pass(session.strokes, i)) continue;
    if (squares.share_below(bleeding, hand.bleeding_density) <= 1 - hand.bleeding_share) return i + 1;
  }
  return session.strokes.size();
}

}  // namespace percuta::course
