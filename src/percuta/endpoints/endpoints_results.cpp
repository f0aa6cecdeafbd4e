#include <utility>

#include "percuta/endpoints/basis.hpp"
#include "percuta/endpoints/endpoints.hpp"

namespace percuta::endpoints {
namespace {

constexpr const char* k_room = "endpoints";
constexpr const char* k_healed = "a skin with a dermis, and sessions that it heals from";
constexpr const char* k_horizon = "a horizon that reaches so far";

ResultOf<Endpoints> number(const Number& said, std::size_t endpoint, std::size_t index) {
  ResultColumn column{k_room, said.name, said.unit, said.meaning};
  column.needs = said.needs.empty() ? k_healed : said.needs;
  column.at_zero = said.at_zero;
  return number_result<Endpoints>(std::move(column), [endpoint, index](const Endpoints& all) {
    return all.all.empty() ? k_undefined : all.all[endpoint].numbers[index];
  });
}

ResultOf<Endpoints> curve(const Curve& said, std::size_t endpoint, std::size_t index, const ResultAxis& axis) {
  ResultColumn column{k_room, said.name, said.unit, said.meaning, axis, said.figure};
  column.needs = k_horizon;
  return {std::move(column), [endpoint, index, times = axis.at](const Endpoints& all, std::vector<double>& row) {
            for (const double t : times) {
              row.push_back(all.all.empty() ? k_undefined
                                            : at(all.times, all.all[endpoint].curves[index], all.last_session + t));
            }
          }};
}

}  // namespace

std::vector<ResultOf<Endpoints>> results(const std::vector<double>& times) {
  const ResultAxis axis{"time", "day", times, {}};
  const std::vector<Endpoint> all = endpoints();
  std::vector<ResultOf<Endpoints>> results;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < all[i].numbers.size(); ++k) results.push_back(number(all[i].numbers[k], i, k));
  }
  ResultColumn unmet{k_room, "are_sizes_unmet", "1", "Whether a reference trial's change is out of reach: 0 or 1"};
  unmet.is_listed = false;
  results.push_back(
      number_result<Endpoints>(unmet, [](const Endpoints& one) { return one.sizes.are_met ? 0.0 : 1.0; }));
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < all[i].curves.size(); ++k) results.push_back(curve(all[i].curves[k], i, k, axis));
  }
  return results;
}

}  // namespace percuta::endpoints
