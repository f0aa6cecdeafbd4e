#pragma once

#include <vector>

#include "percuta/endpoints/basis.hpp"

/// The one list of endpoints: each file gives what its endpoint is and how it is measured.
namespace percuta::endpoints {

struct Method {
  Endpoint endpoint;
  Measured (*measure)(const Basis& basis);
};

// surface/
Method redness();
Method red_dots();
Method barrier();
Method crust();
Method reepithelialised();
Method discomfort();
Method downtime();
// tissue/
Method epidermis();
Method dermis();
Method density();
Method laxity();
Method making();
Method turnover();
// looks/
Method wrinkle();
Method texture();
Method acne_scar();
Method scar();
Method striae();
Method age_spot();
Method pigment();
Method new_scar();
Method cellulite();
Method rater();

/// All of them, in the order in which they are told.
std::vector<Method> methods();

}  // namespace percuta::endpoints
