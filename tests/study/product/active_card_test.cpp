#include "percuta/study/product/active_card.hpp"

#include <doctest/doctest.h>

#include "study/study_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

TEST_CASE("[unit] an active has a card, and each of its values one of its own") {
  const auto card = [](const std::string& key) { return study::active_card(own_data(), own_units(), key); };
  CHECK(card("retinol").find("(active: Retinol)") != std::string::npos);
  CHECK(card("retinol").find("log_kow") != std::string::npos);
  CHECK(card("active.retinol.log_kow").starts_with("active.retinol.log_kow\n"));
  CHECK(card("retinol.log_kow") == card("active.retinol.log_kow"));
  CHECK(card("active.retinol.colour").empty());
  CHECK(card("lead").empty());
}

TEST_CASE("[unit] a quantity of any active is known by the name of each, and by its own") {
  const auto is_it = [](const std::string& key) { return study::is_of_active("<active>.uptake", key, own_data()); };
  CHECK(is_it("uptake"));
  CHECK(is_it("retinol.uptake"));
  CHECK(is_it("transport.retinol.uptake"));
  CHECK_FALSE(is_it("lead.uptake"));
  CHECK_FALSE(is_it("retinol.flux"));
  CHECK_FALSE(study::is_of_active("density", "density", own_data()));
}
