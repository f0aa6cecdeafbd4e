#pragma once

#include "insertion/insertion_fixture.hpp"
#include "percuta/insertion/drives/drives.hpp"

namespace percuta::tests {

/// A device on a skin, with all that its drive starts from.
struct Driven {
  device::Device device;
  punctures::Punctures punctures;
  skin::Skin skin;
  insertion::NeedleLaw law;
  insertion::NeedleCurve curve;

  Driven(const device::Device& from, double force, const skin::Skin& on = even_skin(), std::size_t n = 40)
      : device(from),
        punctures(strikes_of(from, force, n)),
        skin(on),
        law(insertion::needle_law(device.needle, skin, contact(),
                                  {drive().bed(device, skin), 0, device.needle.length, drive().frame})),
        curve(law, device.needle.length, numerics::KernelClone::baseline) {}

  const insertion::Drive& drive() const { return insertion::drive_of(device::manner_of(device.kind)); }
  std::vector<double> protrusions() const { return drive().protrusions({punctures, device, skin, law, curve}); }
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
