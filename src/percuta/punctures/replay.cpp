#include <algorithm>
#include <utility>

#include "percuta/punctures/holes.hpp"
#include "percuta/punctures/roller.hpp"

namespace percuta::punctures {
namespace {

/// What landings leave open.
struct Usual {
  double force = 0, length = 0;
};

Puncture puncture_of(const Landing& landing, const Usual& usual) {
  Puncture puncture;
  puncture.x = landing.x;
  puncture.y = landing.y;
  puncture.force = landing.force > 0 ? landing.force : usual.force;
  puncture.length = landing.length > 0 ? landing.length : usual.length;
  puncture.tilt = static_cast<float>(landing.tilt);
  puncture.speed = static_cast<float>(landing.speed);
  puncture.stroke = landing.stroke;
  puncture.needle = landing.needle;
  return puncture;
}

/// Holes by the names that landings give them, each with our number once a strike of it lies on the site.
class NamedHoles {
 public:
  explicit NamedHoles(const Landings& landings) {
    for (std::size_t i = 0; i < landings.size(); ++i) names_.push_back(landings.at(i).hole);
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    names_.shrink_to_fit();
    ours_.assign(names_.size(), numerics::CellList::k_none);
  }

  std::int32_t& number_of(std::int32_t name) {
    const auto at = std::lower_bound(names_.begin(), names_.end(), name) - names_.begin();
    return ours_[static_cast<std::size_t>(at)];
  }

 private:
  std::vector<std::int32_t> names_, ours_;
};

/// Holes as the landings name them, numbered in the order in which they are made. Those beyond the site's outline are
/// left out of the count.
void strike_as_named(const Landings& landings, const Usual& usual, Holes& holes) {
  NamedHoles named(landings);
  for (std::size_t i = 0; i < landings.size(); ++i) {
    const Landing landing = landings.at(i);
    std::int32_t& ours = named.number_of(landing.hole);
    Puncture puncture = puncture_of(landing, usual);
    puncture.hole = ours == numerics::CellList::k_none ? holes.count() : ours;
    if (holes.strike_as_told(puncture)) ours = puncture.hole;
  }
}

void strike_each_its_own(const Landings& landings, const Usual& usual, Holes& holes) {
  for (std::size_t i = 0; i < landings.size(); ++i) {
    Puncture puncture = puncture_of(landings.at(i), usual);
    puncture.hole = holes.count();
    holes.strike_as_told(puncture);
  }
}

}  // namespace

Punctures replay(const Landings& landings, double force, const device::Device& device, const skin::Skin& skin,
                 const Guidance& guidance) {
  Holes holes(skin, guidance, static_cast<double>(landings.size()));
  const Usual usual{force, device.needle.length};
  if (landings.name_holes()) {
    strike_as_named(landings, usual, holes);
  } else {
    strike_each_its_own(landings, usual, holes);
  }
  Punctures punctures = holes.take();
  if (device::manner_of(device.kind) == device::Manner::roll) tell_kinematics(device, guidance, punctures);
  return punctures;
}

}  // namespace percuta::punctures
