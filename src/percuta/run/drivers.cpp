#include "percuta/run/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "percuta/base/each_quantity.hpp"
#include "percuta/base/random.hpp"
#include "percuta/course/stages.hpp"

namespace percuta::run {
namespace {

constexpr std::size_t k_most_drivers = 3, k_fewest_members = 8;
constexpr std::uint32_t k_most_members = 1000;  // more tell no more
constexpr double k_chance = 0.05;               // of naming an input that has no part in a result

/// An input with its draws.
struct Draws {
  std::string key, meaning;
  bool is_of_later = false;  ///< of a later session alone
  std::vector<double> of_members;
  std::vector<double> ranks = {};  ///< among all members
};

/// The key of all sessions for a quantity of one of them.
std::string common_key(const std::string& path) {
  return path.starts_with("session[") ? path.substr(path.find('.') + 1) : path;
}

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    for (std::size_t i = first; i < last; ++i) ranks[order[i]] = 0.5 * static_cast<double>(first + last - 1);
  }
  return ranks;
}

/// Every uncertain input once: equal keys of further sessions draw alike.
std::vector<Draws> draws_of(const study::Model& model, std::uint32_t members) {
  std::vector<Draws> draws;
  course::Inputs medians = model.inputs;
  std::vector<bool> is_kept;
  std::set<std::string, std::less<>> met_keys;
  each_quantity([&](Visitor& visitor) { course::describe(medians, visitor); }, "",
                [&](const std::string& path, const Spec& spec, const Quantity& quantity) {
                  const std::string key = common_key(path);
                  is_kept.push_back(!quantity.is_certain() && met_keys.insert(key).second);
                  if (is_kept.back()) draws.push_back({key, std::string(spec.meaning), key != path, {}});
                });
  for (std::uint32_t member = 1; member <= members; ++member) {
    course::Inputs sampled = course::sample_inputs(model.inputs, {model.seed, member, model.members});
    std::size_t met = 0, kept = 0;
    each_quantity([&](Visitor& visitor) { course::describe(sampled, visitor); }, "",
                  [&](const std::string&, const Spec&, const Quantity& quantity) {
                    if (is_kept[met++]) draws[kept++].of_members.push_back(quantity.value);
                  });
  }
  for (Draws& one : draws) one.ranks = ranks_of(one.of_members);
  return draws;
}

/// Pearson's correlation of two rows of ranks; 0 where one of them never changes.
double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean = 0.5 * (static_cast<double>(a.size()) - 1);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) * (a[i] - mean);
    bb += (b[i] - mean) * (b[i] - mean);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

/// `values` of members where `other` is a number.
std::vector<double> where_defined(const std::vector<double>& values, const std::vector<double>& other) {
  std::vector<double> kept;
  for (std::size_t i = 0; i < other.size(); ++i) {
    if (std::isfinite(other[i])) kept.push_back(values[i]);
  }
  return kept;
}

/// What is of a later session alone acts on the course, not on the first session.
bool can_act(const Draws& input, const Asked& asked, bool is_of_course) {
  return course::can_act(input.key, asked) && (is_of_course || !input.is_of_later);
}

std::vector<Driver> drivers_of(const Result& result, const std::vector<double>& given, bool is_of_course,
                               const std::vector<Draws>& draws) {
  const Asked asked({result.room + "." + result.name});
  const std::vector<double> defined = where_defined(given, given);
  std::vector<const Draws*> able;
  for (const Draws& one : draws) {
    if (can_act(one, asked, is_of_course)) able.push_back(&one);
  }
  const double least = telling_correlation(defined.size(), able.size());
  const std::vector<double> ranks = ranks_of(defined);
  const bool is_everywhere = defined.size() == given.size();
  std::vector<Driver> drivers;
  for (const Draws* one : able) {
    const double correlation =
        correlation_of(is_everywhere ? one->ranks : ranks_of(where_defined(one->of_members, given)), ranks);
    if (std::abs(correlation) >= least) drivers.push_back({one->key, one->meaning, correlation});
  }
  std::sort(drivers.begin(), drivers.end(), [](const Driver& a, const Driver& b) {
    return std::abs(a.correlation) != std::abs(b.correlation) ? std::abs(a.correlation) > std::abs(b.correlation)
                                                              : a.key < b.key;
  });
  if (drivers.size() > k_most_drivers) drivers.resize(k_most_drivers);
  return drivers;
}

}  // namespace

double rank_correlation(const std::vector<double>& one, const std::vector<double>& other) {
  return correlation_of(ranks_of(one), ranks_of(other));
}

double telling_correlation(std::size_t members, std::size_t inputs) {
  if (members < k_fewest_members || inputs == 0) return INFINITY;
  const double tail = k_chance / (2 * static_cast<double>(inputs));
  return normal_quantile(1 - tail) / std::sqrt(static_cast<double>(members) - 1);
}

void add_drivers(const study::Model& model, Record& record) {
  const std::uint32_t members = std::min(static_cast<std::uint32_t>(record.table.members()), k_most_members);
  if (members < k_fewest_members) return;
  const std::vector<Draws> draws = draws_of(model, members);
  for (Result& result : record.results) {
    const std::string key = result.room + "." + result.name;
    std::vector<double> given = record.table.values(key);
    given.resize(members);
    result.drivers = drivers_of(result, given, record.table.column(key).session == 0, draws);
  }
}

}  // namespace percuta::run
