#pragma once

#include <string>

#include "percuta/safety/safety.hpp"

/// How far a treatment's needles can get, against what lies above bone, muscle or the eye.
namespace percuta::safety {

/// How far below the surface a needle can get: its length, or less when it is set to a depth or goes in aslant [m].
double farthest(const Treatment& treatment);

/// How thick skin and fat can be together for this person [m].
struct TissueDepth {
  double thinnest = 0, thickest = 0;
};
TissueDepth tissue_depth(const Treatment& treatment);

/// Whether a needle can pass skin and fat into what lies beneath; never on a specimen.
bool passes_all_skin(const Treatment& treatment);

/// "a needle of 1.65 mm can pass skin and fat into muscle here: for this person they are 0.62 to 2.4 mm thick together"
std::string passing_sentence(const Treatment& treatment, const Units& units);

}  // namespace percuta::safety
