#pragma once

#include "percuta/insertion/layered_compliance.hpp"
#include "percuta/skin/skin.hpp"

/// What speed does to skin: it gives less the shorter it is loaded, over many decades of time alike,
///   M(t) = M(1 s) (t / 1 s)^-n   held between the shortest and the longest time of the law
/// and what a shear wave cannot reach in time does not give at all. Source  Shergold2006, Crichton2013
namespace percuta::insertion {

/// How long a needle takes over `distance`; without end at speed 0 [s].
double loading_time(double distance, double speed);

/// Modulus after loading for `time` over that after one second [1].
double stiffening(const skin::Mechanics& mechanics, double time);

/// The skin as it gives when loaded for `time`.
Ground ground_of(const skin::Skin& skin, double time);

/// What the softest layer pushes back with when its upper face is moved: density c, c = sqrt(M / (3 density)), the
/// speed of shear in what keeps its volume [Pa s/m].
double impedance_of(const Ground& ground, double density);

}  // namespace percuta::insertion
