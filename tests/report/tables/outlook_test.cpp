#include "percuta/report/tables/outlook.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/record_fixture.hpp"

using namespace percuta;
using namespace percuta::report;

TEST_CASE("[unit] a thing is seen in no, some, most or all members") {
  CHECK(sight_of({0.2, 0.1, 0.5}, 0.5) == Sight::no);
  CHECK(sight_of({0.2, 0.1, 0.6}, 0.5) == Sight::maybe);
  CHECK(sight_of({0.6, 0.1, 0.9}, 0.5) == Sight::likely);
  CHECK(sight_of({0.8, 0.6, 0.9}, 0.5) == Sight::yes);
  CHECK(to_word(Sight::maybe) == "maybe");
}

TEST_CASE("[unit] the outlook reads the curves at hours, days and months, and at the horizon") {
  const Outlook outlook = outlook_of(example_healed_record());
  CHECK(outlook.after == std::vector<double>{1.0 / 24, 1, 3, 7, 28, 91, 182, 360});
  REQUIRE(outlook.rows.size() == 4);
  CHECK(outlook.rows[1].name == "red_dots");
  CHECK(outlook.rows[1].seen == 1);
  CHECK(outlook.rows[2].unit == "%");
  CHECK(outlook.rows[2].seen == doctest::Approx(0.1));
  CHECK(outlook.rows[3].name == "collagen");
  CHECK_FALSE(outlook.rows[3].has_bound());
  CHECK(outlook.rows[3].values.back().value == doctest::Approx(19.45).epsilon(0.01));
}

TEST_CASE("[unit] times beyond a short horizon are left out") {
  run::Record record = example_healed_record();
  for (run::CurveSet& set : record.curves) {
    set.at.resize(5);
    for (run::Curve& curve : set.curves) curve.values.resize(5);
  }
  CHECK(outlook_of(record).after == std::vector<double>{1.0 / 24, 1, 3, 7});
  CHECK(outlook_of(example_record()).is_empty());
}

TEST_CASE("[unit] times are said as people say them") {
  CHECK(time_in_words(1.0 / 24) == "1 hour");
  CHECK(time_in_words(0.5) == "12 hours");
  CHECK(time_in_words(28) == "day 28");
  CHECK(time_in_words(91) == "3 months");
  CHECK(time_in_words(182) == "6 months");
}

TEST_CASE("[unit] endpoints of the study's concerns come first, and those without a result are left out") {
  const auto told = told_endpoints(example_healed_record());
  REQUIRE(told.size() == 5);
  CHECK(told.front().endpoint.name == "acne_scar");
  CHECK(told.front().is_asked);
  CHECK(std::count_if(told.begin(), told.end(), [](const ToldEndpoint& one) { return one.is_asked; }) == 1);
  run::Record record = example_healed_record();
  record.subject.concerns = {"expression line"};
  CHECK(told_endpoints(record).front().endpoint.name == "wrinkle");
}

TEST_CASE("[unit] what is not stated names the actives and what each shown thing does not see") {
  const auto all = not_stated(example_healed_record());
  REQUIRE(all.size() == 3);
  CHECK(all[0].find("actives") != std::string::npos);
  CHECK(all[1].rfind("acne scar: release", 0) == 0);
  CHECK(all[2].rfind("redness: ", 0) == 0);
}
