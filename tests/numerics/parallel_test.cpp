#include "percuta/numerics/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <vector>

using percuta::numerics::parallel_for;

TEST_CASE("[unit] every index is called exactly once") {
  for (const int threads : {0, 1, 3}) {
    std::vector<int> calls(1000);
    parallel_for(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });
    CHECK(calls == std::vector<int>(1000, 1));
  }
}

TEST_CASE("[unit] nothing to do calls nothing") {
  int calls = 0;
  parallel_for(0, 1, [&](std::size_t) { ++calls; });
  CHECK(calls == 0);
}

TEST_CASE("[law] of many failures the one with the lowest index is thrown, on any number of threads") {
  for (const int threads : {1, 2, 4}) {
    std::string said;
    try {
      parallel_for(200, threads, [](std::size_t i) {
        if (i >= 37) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      said = error.what();
    }
    CHECK(said == "37");
  }
}
