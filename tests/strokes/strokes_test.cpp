#include "percuta/strokes/strokes.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace percuta;
using strokes::pose_at;
using strokes::Stroke;

TEST_CASE("[unit] a straight stroke runs along its heading") {
  Stroke stroke;
  stroke.start = {1, 2};
  stroke.heading = std::numbers::pi / 2;
  stroke.length = 4;
  const strokes::Pose pose = pose_at(stroke, 3);
  CHECK(pose.at.x == doctest::Approx(1));
  CHECK(pose.at.y == doctest::Approx(5));
  CHECK(pose.heading == doctest::Approx(stroke.heading));
}

TEST_CASE("[law] a bowed stroke leaves and meets its chord at the ends and stands off by its bow in the middle") {
  Stroke stroke;
  stroke.length = 10;
  stroke.bow = 0.5;
  CHECK(pose_at(stroke, 0).at.y == doctest::Approx(0));
  CHECK(pose_at(stroke, 5).at.y == doctest::Approx(0.5));
  CHECK(pose_at(stroke, 10).at.y == doctest::Approx(0));
}

TEST_CASE("[law] the local heading is the slope of the path") {
  Stroke stroke;
  stroke.length = 10;
  stroke.bow = -0.7;
  stroke.heading = 0.4;
  for (const double s : {1.0, 4.0, 9.0}) {
    const numerics::Point before = pose_at(stroke, s - 1e-6).at, after = pose_at(stroke, s + 1e-6).at;
    CHECK(pose_at(stroke, s).heading == doctest::Approx(std::atan2(after.y - before.y, after.x - before.x)));
  }
}
