#include "percuta/endpoints/grades.hpp"
#include "percuta/endpoints/methods.hpp"

namespace percuta::endpoints {
namespace {

Measured measure(const Basis& basis) {
  return {{rater_term(basis.treated, basis.maps.grade)}, {}};
}

}  // namespace

Method rater() {
  return {{.name = "rater",
           .is_assumed = true,
           .set_by = "",
           .blind_to = "who rates, and whether they know what was done",
           .numbers = {{"rater", "1", "Improvement that raters see whatever was done to the tissue, share of a score",
                        "", "nothing was done"}},
           .curves = {}},
          measure};
}

}  // namespace percuta::endpoints
