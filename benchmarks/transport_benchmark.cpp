// What gets in through holes: an ensemble's cost at map scale, a product of one active and one of a chain.
#include <random>

#include "measure.hpp"
#include "percuta/base/ensemble.hpp"
#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/closure/closure.hpp"
#include "percuta/numerics/parallel.hpp"
#include "percuta/transport/delivery/uptake.hpp"

namespace {

using namespace percuta;

constexpr std::uint32_t k_members = 32;
constexpr double k_cores = 2, k_target = 6;           // [s] of an active and its intact twin, all members
constexpr double k_area = 10e-4, k_per_area = 150e4;  // of the window, of holes on it
constexpr double k_radius = 25e-6, k_depth = 150e-6;  // of a hole, in the middle
constexpr double k_amount = 2e-2, k_apply = 120;      // of the product

const std::string k_data = std::string(PERCUTA_SOURCE_DIR) + "/data/";

template <class Struct>
Struct shipped(const std::string& file) {
  return read_struct<Struct>(read_document(k_data + file), nullptr, Units());
}

/// A product on a cheek after a roller.
struct Session {
  skin::Skin skin;
  std::vector<transport::Hole> holes;
  closure::Clocks clocks;
  transport::Treatment treatment;
  transport::Rates rates = shipped<transport::Rates>("transport.toml");

  explicit Session(const std::string& product) {
    skin::Person person;
    person.age = certain(40.0 * 365 * 86400);
    person.sex = "female";
    person.phototype = 3;
    skin = skin::build(shipped<skin::SiteData>("skin/sites/cheek.toml"),
                       shipped<skin::Mechanics>("skin/mechanics.toml"), person, k_area);
    const numerics::Box box = numerics::bounding_box(skin.window);
    std::mt19937 random(1);
    std::uniform_real_distribution<> x(box.low.x, box.high.x), y(box.low.y, box.high.y), spread(0.6, 1.4);
    while (static_cast<double>(holes.size()) < k_per_area * k_area) {
      const transport::Hole hole{x(random), y(random), k_radius * spread(random), k_depth * spread(random)};
      if (numerics::contains(skin.window, {hole.x, hole.y})) holes.push_back(hole);
    }
    clocks =
        closure::close({2 * k_radius, k_depth, k_per_area}, skin, person, {}, shipped<closure::Rates>("closure.toml"));
    Node file = read_document(k_data + "products/" + product + ".toml");
    for (const char* key : {"title", "setting", "contains", "refuse_with"}) file = without(std::move(file), key);
    treatment.composition = read_struct<transport::Composition>(file, nullptr, Units());
    treatment.application = {.amount = k_amount, .apply = k_apply};
    for (const std::string& name : DataFolder({k_data}).names("actives")) {
      treatment.actives.push_back({name, shipped<transport::Active>("actives/" + name + ".toml")});
    }
  }

  /// With its own draw of the rates.
  void deliver(std::uint32_t member) const {
    transport::Rates drawn = rates;
    draw([&](Visitor& visitor) { describe(drawn, visitor); }, {7, member, k_members}, "transport.");
    transport::deliver(holes, skin, clocks, treatment, drawn, {});
  }
};

void time_product(const std::string& name, const std::string& product, double target) {
  const Session session(product);
  benchmark::tell_progress(name);
  const double before = benchmark::processor_seconds();
  const double wall = benchmark::median_seconds(1, [&] {
    numerics::parallel_for(k_members, 0, [&](std::size_t n) { session.deliver(static_cast<std::uint32_t>(n)); });
  });
  const double spent = benchmark::processor_seconds() - before;
  benchmark::print_row(name + ", 10 cm2, 32 members: processor time over two cores", spent / k_cores, "s", target,
                       "target", false);
  benchmark::print_row(name + ", the same on all cores", wall, "s", target, "target", false);
}

}  // namespace

int main() {
  time_product("uptake of one active and its intact twin", "vitamin-c-15", k_target);
  time_product("uptake of an active that turns, and its twin", "retinol-serum", k_target);
}
