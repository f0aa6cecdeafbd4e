#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "percuta/transport/delivery/walk.hpp"
#include "transport/delivery/delivery_fixture.hpp"

using namespace percuta;
using tests::named;
using transport::NamedActive;

namespace {

std::vector<std::string> names_of(const std::vector<NamedActive>& chain) {
  std::vector<std::string> names;
  for (const NamedActive& one : chain) names.push_back(one.name);
  return names;
}

}  // namespace

TEST_CASE("[unit] a chain follows what an active turns into, to what is lost or not known, and never round") {
  const std::vector<NamedActive> known = {
      named("ester", "alcohol", 1), named("alcohol", "acid", 1), named("acid"),
      named("egg", "hen", 1),       named("hen", "egg", 1),      named("odd", "?", 1)};
  CHECK(names_of(chain_of("ester", known)) == std::vector<std::string>{"ester", "alcohol", "acid"});
  CHECK(names_of(chain_of("acid", known)) == std::vector<std::string>{"acid"});
  CHECK(names_of(chain_of("egg", known)) == std::vector<std::string>{"egg", "hen"});
  CHECK(names_of(chain_of("odd", known)) == std::vector<std::string>{"odd"});
  CHECK(chain_of("nobody", known).empty());
}

TEST_CASE("[unit] places are the surface, the holes, the layers, then what has left") {
  using Names = std::vector<std::string>;
  transport::Treatment living, on_a_bench;
  on_a_bench.is_living = false;
  CHECK(transport::places_of({"a", "b"}, living) ==
        Names{"surface", "channels", "a", "b", "blood", "converted", "washed"});
  living.needles.release = transport::Release::coated;
  CHECK(transport::places_of({}, living).back() == "needles");
  CHECK(transport::places_of({}, on_a_bench) == Names{"surface", "channels", "receptor", "converted", "washed"});
}
