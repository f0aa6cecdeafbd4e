// Pattern statistics beside R's spatstat on the same number of points, in one run: 1e5 points at random in 50 x 50 mm,
// to 2 mm. Without R its rows are left out.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include "measure.hpp"
#include "percuta/numerics/statistics/envelope.hpp"
#include "percuta/numerics/statistics/pair_correlation.hpp"
#include "percuta/numerics/statistics/ripley.hpp"
#include "percuta/punctures/punctures.hpp"

namespace {

using namespace percuta;
using numerics::Polygon;

const Polygon k_square = {{0, 0}, {0.05, 0}, {0.05, 0.05}, {0, 0.05}};
constexpr double k_reach = 2e-3;

/// Seconds that an R call on X (1e5 points, 50 x 50) takes, the median of `repeats`; 0 without R and spatstat.
double spatstat_seconds(const std::string& call, int repeats) {
  const std::string script =
      "suppressMessages(library(spatstat.explore)); set.seed(1); X <- runifpoint(1e5, square(50)); "
      "r <- seq(0, 2, length.out = 513); cat(median(replicate(" +
      std::to_string(repeats) + ", system.time(" + call + ")[[3]])))";
  FILE* pipe = popen(("Rscript -e '" + script + "' 2>/dev/null").c_str(), "r");
  double seconds = 0;
  if (pipe == nullptr || std::fscanf(pipe, "%lf", &seconds) != 1) seconds = 0;
  if (pipe != nullptr) pclose(pipe);
  return seconds;
}

void print_beside(const std::string& name, double ours, double theirs) {
  if (theirs > 0) benchmark::print_row(name, ours, "s", theirs, "spatstat, one core", false);
}

double k_seconds(const std::vector<numerics::Point>& points, const numerics::EdgeRules& rules, int threads) {
  numerics::RipleyOptions options;
  options.radii = {k_reach, 512};
  options.rules = rules;
  options.threads = threads;
  return benchmark::median_seconds(9, [&] { numerics::ripley_k(points, k_square, options); });
}

void compare_k(const std::vector<numerics::Point>& points) {
  const std::string call = "spatstat.explore:::Krect.engine(X, 2, 513, \"";
  const double isotropic = spatstat_seconds(call + "isotropic\")", 5);
  const double translation = spatstat_seconds(call + "translate\")", 5);
  for (const int threads : {1, 2}) {
    const std::string cores = threads == 1 ? ", 1 core" : ", 2 cores";
    print_beside("K isotropic, 1e5 points" + cores, k_seconds(points, {false, true, false}, threads), isotropic);
    print_beside("K translation, 1e5 points" + cores, k_seconds(points, {false, false, true}, threads), translation);
  }
}

void compare_pair_correlation(const std::vector<numerics::Point>& points) {
  numerics::PairCorrelationOptions options;
  options.radii = {k_reach, 512};
  for (const int threads : {1, 2}) {
    options.threads = threads;
    const double ours = benchmark::median_seconds(5, [&] { numerics::pair_correlation(points, k_square, options); });
    benchmark::print_row("exact pair correlation, 1e5, " + std::to_string(threads) + " threads", ours, "s", 0.74,
                         "a hundredth of spatstat's 74 s", false);
  }
  options.threads = 1;
  const std::vector<numerics::Point> few(points.begin(), points.begin() + 10'000);
  const double ours = benchmark::median_seconds(5, [&] { numerics::pair_correlation(few, k_square, options); });
  print_beside("exact pair correlation, 1e4, 1 core", ours, spatstat_seconds("pcf(X[1:10000], r = r)", 3));
  benchmark::print_row("memory after K and pair correlation, 1e5", benchmark::peak_bytes(), "bytes", 100e6, "limit",
                       false);
}

/// Each clone against the one below it, turn by turn: they are there to be faster.
void compare_clones(const std::vector<numerics::Point>& points) {
  using numerics::KernelClone;
  numerics::RipleyOptions options;
  options.radii = {k_reach, 512};
  options.rules = {false, false, true};
  std::vector<KernelClone> clones;
  for (const KernelClone clone : {KernelClone::baseline, KernelClone::v3, KernelClone::v4}) {
    if (numerics::can_run(clone)) clones.push_back(clone);
  }
  std::vector<std::function<void()>> works;
  for (const KernelClone clone : clones) {
    works.emplace_back([&points, options, clone]() mutable {
      options.clone = clone;
      numerics::ripley_k(points, k_square, options);
    });
  }
  const benchmark::Timed timed = benchmark::timed_in_turn(7, works);
  for (std::size_t i = 1; i < clones.size(); ++i) {
    benchmark::print_row("K translation, clone " + numerics::to_word(clones[i]), timed.median_of(i), "s",
                         timed.median_of(i - 1), "the clone below, " + numerics::to_word(clones[i - 1]), false, 1.05);
  }
}

void summarise_a_million() {
  punctures::Punctures punctures;
  for (const numerics::Point& p : numerics::random_points(1'000'000, k_square, {2, 0, 0})) {
    punctures::Puncture puncture;
    puncture.x = p.x;
    puncture.y = p.y;
    puncture.hole = static_cast<std::int32_t>(punctures.all.size());
    puncture.stroke = puncture.hole / 10'000;
    puncture.in_window = true;
    punctures.all.push_back(puncture);
  }
  punctures.holes = 1'000'000;
  const double ours = benchmark::median_seconds(3, [&] { punctures::cover(punctures, k_square); });
  benchmark::print_row("coverage of a million punctures, 1 core", ours, "s", 5, "limit on 2 cores", false);
}

}  // namespace

int main() {
  const std::vector<numerics::Point> points = numerics::random_points(100'000, k_square, {1, 0, 0});
  compare_k(points);
  compare_pair_correlation(points);
  compare_clones(points);
  summarise_a_million();
}
