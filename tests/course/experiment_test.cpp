#include "percuta/course/experiment.hpp"

#include <doctest/doctest.h>

using namespace percuta;
using namespace percuta::course;

TEST_CASE("[unit] a bench presses what is placed or injects, and moves what rolls or glides") {
  CHECK(is_pressed("stamp"));
  CHECK(is_pressed("injector"));
  CHECK_FALSE(is_pressed("roller"));
  CHECK_FALSE(is_pressed("pen"));
}

TEST_CASE("[unit] holes that are given move no device, whatever it is") {
  Experiment experiment;
  CHECK_FALSE(is_straight(experiment, "stamp"));
  experiment.kind = std::string(k_closure);
  CHECK(is_straight(experiment, "stamp"));
  CHECK_FALSE(is_straight(experiment, "roller"));
  experiment.hole_width = certain(1e-4);
  experiment.hole_depth = certain(1e-3);
  CHECK(is_straight(experiment, "roller"));
}
