#pragma once

#include <vector>

#include "percuta/transport/transport.hpp"

/// Layers in series in Laplace's variable s, to first order about s = 0.
///   D d2C/dz2 = (s + k) C,   c = C / K and J = -D dC/dz continuous
///   (c, J) on top of a layer = [[cosh ql, sinh ql / (D K q)], [D K q sinh ql, cosh ql]] (c, J) below, q2 = (s + k) / D
namespace percuta::transport {

/// value + slope s.
struct Linear {
  double value = 0, slope = 0;
};
Linear operator+(Linear a, Linear b);
Linear operator-(Linear a, Linear b);
Linear operator*(Linear a, Linear b);
Linear operator/(Linear a, Linear b);

/// The entries of a layer's matrix: cosh, and sinh above and below.
struct LayerMatrix {
  Linear cosh, resist, admit;
};
LayerMatrix matrix_of(const LayerProperties& layer);

}  // namespace percuta::transport
