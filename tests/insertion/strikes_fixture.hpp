#pragma once

#include "insertion/insertion_fixture.hpp"
#include "percuta/insertion/drives/drives.hpp"
#include "percuta/insertion/loading_rate.hpp"

namespace percuta::tests {

/// A device on a skin, with all that its drive starts from.
struct Driven {
  device::Device device;
  insertion::Places places;
  punctures::Punctures punctures;
  skin::Skin skin;
  insertion::Ground ground;
  insertion::NeedleLaw law;
  insertion::NeedleCurve curve;

  Driven(const device::Device& from, double force, const skin::Skin& on = even_skin(), std::size_t n = 40)
      : device(from),
        places(from.kind == "roller" ? insertion::Places() : device::layout(from)),
        punctures(strikes_of(from, force, n)),
        skin(on),
        ground(insertion::ground_of(skin, 1)),
        law(insertion::needle_law(device.needle, skin, contact(),
                                  {drive().bed(device, places, skin, ground, force), device.needle.length,
                                   device.needle.length, drive().frame})),
        curve(insertion::NeedleRest(law, {1}, device.needle.length), device.needle.length) {}

  const insertion::Drive& drive() const { return insertion::drive_of(device::manner_of(device.kind)); }
  std::vector<double> protrusions() const { return drive().by_hand(strikes()).protrusion; }
  std::vector<double> struck() const { return drive().by_blow(strikes()); }
  double force_for(double protrusion) const {
    const insertion::Strikes own = strikes();
    return drive().by_hand(own).force_for(protrusion);
  }
  insertion::Strikes strikes() const { return {punctures, device, places, skin, law, curve, ground}; }
};

inline device::Device pen() {
  device::Device pen = stamp("ring", 6);
  pen.kind = "pen";
  pen.head.width = certain(4e-3);
  pen.head.frequency = certain(100);
  pen.head.stroke = certain(1e-3);
  pen.head.aperture = certain(4e-3);
  return pen;
}

}  // namespace percuta::tests
