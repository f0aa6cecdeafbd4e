#include <doctest/doctest.h>

#include "endpoints/treated_fixture.hpp"
#include "percuta/endpoints/tissue/thickening.hpp"

using namespace percuta;
using tests::k_day;
using tests::treatment;

TEST_CASE("[unit] the epidermis comes to the balance of what makes it") {
  healing::Course course;
  healing::Moment moment;
  moment.response = 0.4;
  moment.tissue.three = 0.2;
  course.times = {0, 1000 * k_day};
  course.papillary = {moment, moment};
  const auto both = endpoints::thickening(course, treatment().maps.epidermis);
  CHECK(both.by_response.back() == doctest::Approx(0.5 * 0.4));
  CHECK(both.by_gain.back() == doctest::Approx(0.2));
  CHECK(both.with(2).back() == doctest::Approx(0.2 + 0.4));
  CHECK(endpoints::more_cells(course, treatment().maps.epidermis).front() == doctest::Approx(0.2));
}

TEST_CASE("[law] twice as many times change the thickness by little, as drivers are linear between") {
  const auto at_end = [](int every) {
    const auto all = treatment().state.course;
    healing::Course some;
    for (std::size_t i = 0; i < all.times.size(); i += static_cast<std::size_t>(every)) {
      some.times.push_back(all.times[i]);
      some.papillary.push_back(all.papillary[i]);
    }
    return endpoints::thickening(some, treatment().maps.epidermis).with(1).back();
  };
  CHECK(at_end(2) == doctest::Approx(at_end(1)).epsilon(0.005));
}
