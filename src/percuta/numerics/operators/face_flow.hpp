#pragma once

#include <array>
#include <functional>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

namespace percuta::numerics {

/// How much of the fluid that u is measured in crosses each face [m3/s], toward +x, +y, +z. As u = c / K is the
/// concentration in that fluid, a flow q carries q u on both sides of a jump in K: K is felt only by what cells hold.
/// A drift in a potential is such a flow too (flow_down).
class FaceFlow {
 public:
  FaceFlow() = default;
  explicit FaceFlow(const Layout& layout);

  const Layout& layout() const { return layout_; }
  /// Through the face of a cell toward -x, -y or -z. i = nx, j = ny, k = nz are the far sides: on a periodic side the
  /// same face as 0. Top (k = 0) and bottom (k = nz) are open.
  double at(Axis axis, Index i, Index j, Index k) const;
  /// InputError when it is not finite or crosses a closed side.
  void set(Axis axis, Index i, Index j, Index k, double flow);
  /// What leaves a cell through its faces less what enters it.
  double divergence(Index i, Index j, Index k) const;
  std::size_t bytes() const;

  const double* x() const { return x_.cells(); }  ///< laid out as Transmissibilities::tx
  const double* y() const { return y_.cells(); }
  const double* z() const { return z_.cells(); }

 private:
  double& place(Axis axis, Index i, Index j, Index k);

  Layout layout_;
  PaddedArray<double> x_, y_, z_;
  std::vector<double> bottom_;
};

/// Where the flow through a cell's face stands in FaceFlow.
struct FacePlace {
  Axis axis = Axis::x;
  Index i = 0, j = 0, k = 0;
  bool is_inward = true;  ///< toward -x, -y or -z: a flow through it enters the cell
};
FacePlace face_place(const Layout& layout, Index cell, CellSide side);

/// The same velocity everywhere [m/s]. InputError when it would cross a closed side.
FaceFlow even_flow(const Grid& grid, const std::array<double, 3>& velocity);

/// What flows down a potential: conductance times its difference over each face. With the hydraulic conductances and
/// the pressure as solved, Darcy's flow; with those of a species (D K) and z F phi / (R T), its drift. Exchanges of the
/// labels `top` and `bottom`, and cells held, let it in and out.
FaceFlow flow_down(const Transmissibilities& conducting, const Field& potential, int top, int bottom);

}  // namespace percuta::numerics
