#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "transport/transport_fixture.hpp"

using namespace percuta;

namespace {

const std::vector<std::string> k_known{"caffeine", "retinol"};

transport::Composition cream(double water, double oil, std::vector<transport::Ingredient> actives) {
  transport::Composition composition;
  composition.vehicle.water = certain(water);
  composition.vehicle.oil = certain(oil);
  composition.vehicle.ph = certain(6);
  composition.vehicle.partition = certain(1);
  composition.active = std::move(actives);
  return composition;
}

}  // namespace

TEST_CASE("[unit] a sound composition has no faults") {
  CHECK(faults_of(cream(0.7, 0.1, {{"retinol", "stated", certain(0.003)}, {"arnica", "not stated", {}}}), k_known)
            .empty());
  CHECK(transport::faults_of({}, k_known).empty());
}

TEST_CASE("[unit] each fault says what is wrong and how to mend it") {
  const auto message = [](const transport::Composition& composition) {
    const std::vector<Problem> problems = faults_of(composition, k_known);
    REQUIRE(problems.size() == 1);
    CHECK_FALSE(problems[0].hint.empty());
    return problems[0].message + "; " + problems[0].hint;
  };
  CHECK(message(cream(0.7, 0.1, {{"retinal", "stated", certain(0.003)}})).find("did you mean 'retinol'") !=
        std::string::npos);
  CHECK(message(cream(0.7, 0.1, {{"retinol", "stated", {}}})).find("no strength") != std::string::npos);
  CHECK(message(cream(0.7, 0.1, {{"retinol", "stated", certain(0)}})).find("homeopathic") != std::string::npos);
  CHECK(message(cream(0.7, 0.1, {{"arnica", "not stated", certain(0.1)}})).find("has a strength") != std::string::npos);
  CHECK(message(cream(0.7, 0.3, {{"retinol", "stated", certain(0.1)}})).find("110 %") != std::string::npos);
  transport::Composition bare;
  bare.active = {{"retinol", "stated", certain(0.1)}};
  CHECK(message(bare).find("no [vehicle]") != std::string::npos);
}

TEST_CASE("[law] a homeopathic dilution holds exactly nothing, and what is not stated is not guessed") {
  CHECK(transport::concentration({"belladonna", "homeopathic", {}}) == 0);
  CHECK(transport::concentration({"retinol", "stated", certain(0.003)}) == doctest::Approx(3));
  CHECK_THROWS_AS(transport::concentration({"arnica", "not stated", {}}), InputError);
}

TEST_CASE("[law] oil holds what dissolves in it, as far as it is neutral") {
  const transport::Rates& rates = tests::transport_rates();
  const transport::Active retinol = tests::active("retinol"), acid = tests::active("retinoic-acid");
  const auto held = [&](const transport::Active& active, double oil, double ph) {
    transport::Vehicle vehicle = cream(0.5, oil, {}).vehicle;
    vehicle.ph = certain(ph);
    return vehicle_partition(active, vehicle, rates);
  };
  CHECK(held(retinol, 0, 6) == doctest::Approx(1));
  CHECK(held(retinol, 0.1, 6) == doctest::Approx(0.9 + 0.1 * 501187).epsilon(1e-4));
  CHECK(held(acid, 0.1, 8) < 0.01 * held(acid, 0.1, 4));
  CHECK(held(tests::active("albumin"), 0.1, 6) == doctest::Approx(0.9));
}

TEST_CASE("[law] every product that Percuta ships has a sound composition of known actives") {
  const std::vector<std::string> known = tests::shipped_names("actives");
  for (const std::string& name : tests::shipped_names("products")) {
    CAPTURE(name);
    Node file = read_document(source_folder() + "/data/products/" + name + ".toml");
    for (const char* key : {"title", "setting", "contains", "refuse_with"}) file = without(std::move(file), key);
    const auto composition = read_struct<transport::Composition>(file, nullptr, Units());
    CHECK(composition.has_vehicle());
    CHECK(faults_of(composition, known).empty());
  }
}
