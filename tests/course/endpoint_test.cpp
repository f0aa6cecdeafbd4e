#include "percuta/course/endpoint.hpp"

#include <doctest/doctest.h>

using namespace percuta;

namespace {

/// Four passes, each of which leaves a lattice of strikes 1 mm apart, 1 mm deep, on a window of 20 mm.
course::Session session() {
  course::Session made;
  for (std::int32_t pass = 0; pass < 4; ++pass) {
    strokes::Stroke stroke;
    stroke.pass = pass;
    made.strokes.push_back(stroke);
    for (int i = 0; i < 400; ++i) {
      punctures::Puncture one;
      one.x = (i % 20 + 0.5) * 1e-3;
      one.y = (i / 20 + 0.5) * 1e-3;
      one.stroke = pass;
      one.in_window = true;
      made.punctures.all.push_back(one);
      insertion::Channel channel;
      channel.depth = 1e-3;
      made.channels.all.push_back(channel);
    }
  }
  return made;
}

skin::Skin skin_with_dermis_at(double depth) {
  skin::Skin skin;
  skin.window = {{0, 0}, {20e-3, 0}, {20e-3, 20e-3}, {0, 20e-3}};
  skin::Layer dermis;
  dermis.name = "papillary_dermis";
  dermis.top = depth;
  dermis.bottom = depth + 1e-3;
  skin.layers = {dermis};
  return skin;
}

/// With dots of that density per cm2 over that share of the window.
std::size_t done(double density, double share, const course::Session& all = session(), double dermis = 0.1e-3) {
  strokes::Hand hand;
  hand.bleeding_density = certain(density * 1e4);
  hand.bleeding_share = certain(share);
  return course::strokes_until_even(all, skin_with_dermis_at(dermis), hand);
}

}  // namespace

TEST_CASE("[law] the more dots are wanted, the more passes are done; all of them where it never bleeds so") {
  CHECK(done(50, 0.9) == 1);
  CHECK(done(150, 0.9) == 2);
  CHECK(done(250, 0.9) == 3);
  CHECK(done(1000, 0.9) == 4);
}

TEST_CASE("[law] what does not reach the dermis does not bleed") {
  CHECK(done(50, 0.9, session(), 2e-3) == 4);
}

TEST_CASE("[law] where a part of the window stays bare, the share that must bleed decides") {
  course::Session half = session();
  for (std::size_t i = 0; i < half.punctures.all.size(); ++i) {
    if (half.punctures.all[i].x > 12e-3 && half.punctures.all[i].stroke == 0) half.channels.all[i].depth = 0;
  }
  CHECK(done(50, 0.5, half) == 1);
  CHECK(done(50, 0.9, half) == 2);
}
