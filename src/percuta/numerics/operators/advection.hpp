#pragma once

#include <unordered_map>
#include <vector>

#include "percuta/numerics/fields/launch.hpp"
#include "percuta/numerics/operators/face_flow.hpp"

namespace percuta::numerics {

/// How a face's u is taken from the cells on both sides.
enum class FluxScheme {
  upwind,      ///< that of the cell it comes from: first order, smears by half a cell
  exponential  ///< ScharfetterGummel1969: exact for a steady flux through the face; second order where u is smooth
};

/// What lies beyond the top or bottom. An exchange of the matrix with this label on the same cell lies in the same
/// face, unless its side says other: both make one flux, and the outside value is that of the exchange.
struct Beyond {
  double outside = 0;
  int label = 0;  ///< of the ledger row
};

struct AdvectionSettings {
  FluxScheme scheme = FluxScheme::exponential;
  Beyond top = {0, -1}, bottom = {0, -2};
};

/// A problem whose u is carried along by a flow: through a face from a to b goes
///     T' (u_a - u_b) + q (u_a + u_b) / 2,    T' = T + |q| / 2 (upwind) or |q| / 2 coth(|q| / (2 T)) (exponential).
/// T' >= |q| / 2, so no coefficient of a neighbour is ever negative: an M-matrix. `fitted` is the symmetric part, with
/// T' for T; the rest is carry(). A face toward a held cell is its exchange; flow into cells cut out, and through what
/// is insulated from a held one, is shut off.
class Advection {
 public:
  /// InputError when the grids differ or a flow is not finite.
  Advection(const Transmissibilities& matrix, FaceFlow flow, const AdvectionSettings& settings = {});

  /// A new flow; call fit() next.
  void set_flow(const Transmissibilities& matrix, FaceFlow flow);
  /// After the conductances of the matrix, or the flow, changed.
  void fit(const Transmissibilities& matrix);
  /// After nothing but outside values changed.
  void follow(const Transmissibilities& matrix);

  const Transmissibilities& fitted() const { return fitted_; }
  /// Between free cells; nothing in all other faces.
  const FaceFlow& flow() const { return flow_; }
  /// As Transmissibilities::load, with what flows in.
  void load(const Field* source, Field& f) const;
  /// r += factor x what the flow brings to each cell beside the fluxes of `fitted` and load(), in stored units. Ghosts
  /// of u are filled.
  void carry(const std::vector<SlabRange>& ranges, double factor, const Field& u, Field& r) const;
  /// As Transmissibilities::outflow.
  double outflow(int label, const Field& u) const;
  /// By how much carry() drains cells at top, bottom and beside held cells, in stored units; added to `grip`.
  void add_drains(Field& grip) const;
  std::size_t bytes() const;

 private:
  /// A face with a given value on its far side.
  struct End {
    Index cell = 0, behind = -1;
    CellSide side = CellSide::none;
    double flow = 0;  ///< into the cell [m3/s]
    Beyond beyond;
    Index exchange = -1;              ///< of the matrix, whose outside value and label are beyond; or none
    double brought = 0, drained = 0;  ///< flux in = brought outside - drained u, beside that of exchanges [m3/s]
  };
  void gather_ends(const Transmissibilities& matrix);
  using ExchangesOf = std::unordered_multimap<Index, std::size_t>;  ///< a cell's, by number
  void fit_end(const Transmissibilities& matrix, const ExchangesOf& exchanges_of, End& end);
  double fitted(double conductance, double flow) const;

  AdvectionSettings settings_;
  FaceFlow flow_;  ///< between cells; nothing in all other faces
  std::vector<End> ends_;
  Transmissibilities fitted_;
};

}  // namespace percuta::numerics
