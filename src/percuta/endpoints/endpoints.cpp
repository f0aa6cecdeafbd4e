#include "percuta/endpoints/endpoints.hpp"

#include "percuta/endpoints/methods.hpp"

namespace percuta::endpoints {

std::vector<Method> methods() {
  return {redness(), red_dots(), barrier(),  crust(),   reepithelialised(), discomfort(), downtime(), epidermis(),
          dermis(),  density(),  laxity(),   making(),  turnover(),         wrinkle(),    texture(),  acne_scar(),
          scar(),    striae(),   age_spot(), pigment(), new_scar(),         cellulite(),  rater()};
}

std::vector<Endpoint> endpoints() {
  std::vector<Endpoint> all;
  for (Method& method : methods()) all.push_back(std::move(method.endpoint));
  return all;
}

Endpoints measure(const Treated& treated, const Maps& maps) {
  Endpoints measured;
  measured.times = treated.state.course.times;
  measured.last_session = treated.last_session();
  measured.sizes = sizes_of(treated.state, maps);
  const Basis basis = basis_of(treated, maps, measured.sizes);
  for (const Method& method : methods()) measured.all.push_back(method.measure(basis));
  return measured;
}

}  // namespace percuta::endpoints
