#include <doctest/doctest.h>

#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

validation::Judged one_row(const std::string& measured, const std::string& compare) {
  return judged_rows("row," + measured + "\n", comparison("row", compare)).front();
}

}  // namespace

TEST_CASE("[unit] a measured value is inside when our band holds it") {
  const validation::Judged ours = one_row("1/cm2,15,,,none,", "quantity = \"coverage.density\"");
  CHECK(ours.ours.low <= ours.ours.value);
  CHECK(ours.band_low == doctest::Approx(ours.ours.low));
  CHECK(ours.is_counted);
  CHECK(ours.role == "blind");
  CHECK_FALSE(one_row("1/cm2,1500,,,none,", "quantity = \"coverage.density\"").is_inside);
  const std::string value = std::to_string(ours.ours.value);
  CHECK(one_row("1/cm2," + value + ",,,none,", "quantity = \"coverage.density\"").is_inside);
}

TEST_CASE("[unit] the spread of people widens the band, less the more of them there were") {
  const auto width = [](const std::string& n) {
    const validation::Judged row = one_row("1/cm2,100,50,150,sd," + n, "quantity = \"coverage.density\"");
    return row.band_high - row.band_low;
  };
  CHECK(width("4") > width("400"));
  CHECK(width("") > width("4"));
}

TEST_CASE("[unit] a measured value above ours may be too high by its own lower spread") {
  const std::string quantity = "quantity = \"coverage.density\"";
  const double top = one_row("1/cm2,1,,,none,", quantity).ours.high;
  const auto row = [&](double value, double low, double high) {
    return one_row(
        "1/cm2," + std::to_string(value) + "," + std::to_string(low) + "," + std::to_string(high) + ",range,",
        quantity);
  };
  CHECK(row(top * 1.5, top * 0.2, top * 1.5).is_inside);
  CHECK_FALSE(row(top * 1.5, top * 1.5, top * 9).is_inside);
}

TEST_CASE("[unit] an order compares two variants, member by member") {
  const validation::Judged more =
      one_row("1,,1,,order,", "quantity = \"coverage.density\"\nof = \"thrice\"\nover = \"once\"");
  CHECK(more.is_inside);
  CHECK(more.share == 1);
  CHECK(more.ours.value == doctest::Approx(3).epsilon(0.2));
  CHECK_FALSE(more.is_naive_inside);
  CHECK(more.naive == 1);
  CHECK_FALSE(one_row("1,,,1,order,", "quantity = \"coverage.density\"\nof = \"thrice\"\nover = \"once\"").is_inside);
}

TEST_CASE("[unit] bounds, yes and no, differences and lengths to divide by") {
  CHECK(one_row("1,,,1,bound,", "quantity = \"coverage.evenness\"").is_inside);
  CHECK_FALSE(one_row("1,,2,,bound,", "quantity = \"coverage.evenness\"").is_inside);
  CHECK(one_row("1,1,,,binary,", "quantity = \"insertion.pierced_share\"").is_inside);
  CHECK_FALSE(one_row("1,0,,,binary,", "quantity = \"insertion.pierced_share\"").is_inside);
  const validation::Judged less =
      one_row("1,1,,,none,", "quantity = \"insertion.pierced_share\"\nless = \"insertion.pierced_share\"");
  CHECK(less.ours.value == 0);
  const validation::Judged minus =
      one_row("1/cm2,1,,,none,", "quantity = \"coverage.density\"\nof = \"once\"\nminus = \"thrice\"");
  CHECK(minus.ours.value < 0);
  const validation::Judged share =
      one_row("1,0.5,,,none,", "quantity = \"insertion.depth_in_place\"\nper = \"1.5 mm\"");
  CHECK(share.ours.value < 1.1);
}

TEST_CASE("[law] a series over itself at another moment, or less itself, is its shape") {
  const std::string barrier = "quantity = \"closure.barrier\"\nat = \"2 h\"\nof = \"once\"\n";
  const validation::Judged plain = one_row("1,1,,,none,", barrier);
  const validation::Judged over = one_row("1,1,,,none,", barrier + "over = \"once\"\nover_at = \"0 h\"");
  const validation::Judged minus = one_row("1,1,,,none,", barrier + "minus = \"once\"\nminus_at = \"0 h\"");
  CHECK(plain.ours.value > 0);
  CHECK(plain.ours.value < 1);
  CHECK(over.ours.value == doctest::Approx(plain.ours.value));  // a barrier's leak begins at 1
  CHECK(minus.ours.value == doctest::Approx(plain.ours.value - 1));
  CHECK(one_row("1,1,,,none,", barrier + "over = \"once\"").ours.value == doctest::Approx(1));
  CHECK(over.ours_quantity == "closure.barrier at 2 h (once) / (once at 0 h)");
  CHECK(one_row("1,1,,,none,", barrier + "over = \"once\"\nover_at = \"48 h\"").ours.value > 1);
}

TEST_CASE("[unit] what cannot be stated says why, a quantity that is none is refused") {
  const validation::Judged row = one_row("1,1,,,none,", "not_stated = \"waits\"");
  CHECK(row.not_stated == "waits");
  CHECK_THROWS_AS(one_row("1,1,,,none,", "quantity = \"coverage.densty\""), InputError);
}

TEST_CASE("[unit] of a series the place, the peak or the fall below a level is compared") {
  const std::string pore = "quantity = \"closure.pore\"\n";
  const validation::Judged late = one_row("1,1,,,none,", pore + "at = \"100 h\"");
  CHECK(late.ours_quantity == "closure.pore at 4.16667 day");
  CHECK(late.ours.value < 1);
  CHECK(one_row("1,1,,,none,", pore + "peak = true").ours.value == doctest::Approx(1));
  const validation::Judged half = one_row("h,1,,,none,", pore + "below = 0.5");
  CHECK(half.ours_quantity == "closure.pore below 0.5");
  CHECK(half.ours.value > 1);
  CHECK(half.ours.value < 100);
  CHECK_THROWS_AS(one_row("1,1,,,none,", pore), InputError);
  CHECK_THROWS_AS(one_row("1,1,,,none,", pore + "at = \"1 h\"\npeak = true"), InputError);
  CHECK_THROWS_AS(one_row("1,1,,,none,", pore + "at = \"1 mm\""), InputError);
}

TEST_CASE("[unit] two readings of a series are no naive rule for each other") {
  const Units units;
  validation::Comparison late;
  late.quantity = "closure.pore";
  late.at = certain(86400);
  validation::Comparison later = late;
  later.at = certain(2 * 86400);
  CHECK(validation::plain_quantity(late, units) == "closure.pore at 1 day");
  CHECK(validation::plain_quantity(late, units) != validation::plain_quantity(later, units));
}
