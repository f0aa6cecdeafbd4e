#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "endpoints/treated_fixture.hpp"

using namespace percuta;
using tests::treatment;
using tests::untouched;

TEST_CASE("[law] every endpoint says what it is, and gives the numbers and curves that it declares") {
  const auto all = endpoints::endpoints();
  const auto measured = treatment().measure();
  REQUIRE(measured.all.size() == all.size());
  std::set<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].name);
    CHECK(names.insert(all[i].name).second);
    CHECK_FALSE(all[i].numbers.empty());
    CHECK(all[i].numbers.front().name == all[i].name);
    CHECK(measured.all[i].numbers.size() == all[i].numbers.size());
    CHECK(measured.all[i].curves.size() == all[i].curves.size());
    CHECK((all[i].is_assumed || !all[i].set_by.empty()));
    for (const auto& curve : measured.all[i].curves) CHECK(curve.size() == measured.times.size());
  }
}

TEST_CASE("[law] units of numbers and curves are units, and curves of one figure share theirs") {
  const Units units;
  std::map<std::string, std::string> of_figure;
  for (const auto& endpoint : endpoints::endpoints()) {
    for (const auto& number : endpoint.numbers) CHECK(units.is_unit(number.unit));
    for (const auto& curve : endpoint.curves) {
      CHECK(units.is_unit(curve.unit));
      CHECK(of_figure.emplace(curve.figure, curve.unit).first->second == curve.unit);
    }
  }
}

TEST_CASE("[law] skin to which nothing is done keeps every curve exactly where it begins") {
  const auto measured = untouched().measure();
  for (const auto& one : measured.all) {
    for (const auto& curve : one.curves) {
      for (const double value : curve) CHECK(value == curve.front());
    }
  }
}

TEST_CASE("[law] a stronger answer never lessens what healing brings, nor what it costs") {
  const auto weak = treatment(0.5), strong = treatment(1);
  for (const std::string more : {"redness", "redness_peak", "epidermis", "dermis", "density", "reticulin",
                                 "echo_density", "laxity", "making", "pigment"}) {
    INFO(more);
    CHECK(strong.number(more) > weak.number(more));
  }
  for (const std::string less : {"wrinkle", "texture", "acne_scar", "scar", "striae", "age_spot", "cellulite"}) {
    INFO(less);
    CHECK(strong.number(less) < weak.number(less));
  }
}
