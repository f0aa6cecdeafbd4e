#pragma once

#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

/// Channels each with the tissue that is its share, as rings around its axis: far fewer cells than a grid through which
/// it runs, and the crowding at its mouth is still resolved. x = class of channels, y = ring from the axis outward,
/// z = depth. Classes do not touch.
namespace percuta::numerics {

/// A class of like channels.
struct ChannelClass {
  double radius = 0;    ///< [m]
  double depth = 0;     ///< from z = 0 [m]; 0 = no channel, whole tissue
  double share = 0;     ///< of the surface, of one channel [m2]; more than its own area
  double channels = 1;  ///< how many the class stands for: all amounts and flows are theirs
};

/// How many rings: the channel's are the narrower the nearer to its wall, where flow crowds at the mouth (edges at
/// 1 - (1 - j / n)^2 of its radius), those around it each `growth` times as wide as the one before.
struct RingCount {
  Index inside = 2, outside = 6;
  double growth = 2;
};

/// A resistance in a face: between ring j - 1 and j (Axis::y), or above cell k (Axis::z).
struct RingFace {
  Axis axis = Axis::y;
  Index i = 0, j = 0, k = 0;
};

class RingCells {
 public:
  /// InputError, by class, when a number is not sound or a channel is wider than its share.
  RingCells(const std::vector<ChannelClass>& classes, const std::vector<double>& z_edges, const RingCount& count = {});

  /// Of the fields: volumes and faces of its cells are not those of rings.
  const Grid& grid() const { return grid_; }
  Index rings() const { return grid_.layout().ny; }
  Index inside() const {
    return count_.inside;
  }  ///< rings of the channel; the wall is the face (Axis::y, i, inside, k)
  /// The inner radius of ring j; with j = rings() that of the share [m].
  double edge(Index i, Index j) const { return edges_[at(i, j)]; }
  /// Where a steady radial profile has its mean over the ring; of the disc in the middle one that is fed evenly [m].
  double middle(Index i, Index j) const;
  /// Of ring j around all channels of the class [m2].
  double area(Index i, Index j) const;
  double volume(Index i, Index j, Index k) const { return area(i, j) * grid_.dz(k); }  ///< [m3]
  /// Of a face, of all channels [m2].
  double area(const RingFace& face) const;
  /// How much of a cell is channel, by height.
  double channel_part(Index i, Index j, Index k) const;

  /// As of a grid of rings: along z two half cells in series, between rings two half rings,
  ///     1 / T = (ln(e / m_a) / D_a + ln(m_b / e) / D_b) / (2 pi dz),  e the edge and m the middles,
  /// exact for steady radial flow, fluxes and means over rings alike. Partition by Medium, as ever.
  Transmissibilities matrix(const Medium& medium) const;
  /// Robin on the top or bottom of all rings, half a cell in series; flux out = coefficient (u_surface - outside).
  void add_top(const Medium& medium, double coefficient, double outside, int label, Transmissibilities& matrix) const;
  void add_bottom(const Medium& medium, double coefficient, double outside, int label,
                  Transmissibilities& matrix) const;
  /// Puts a resistance [s/m] in series with what a face conducts in `open`, a matrix of these rings without any: a
  /// wall, a channel that closes. 0 opens it, an infinite one shuts it. To be told anew for every time; cheap.
  void resist(const RingFace& face, double resistance, const Transmissibilities& open,
              Transmissibilities& matrix) const;
  /// Sum of value x volume over a class [unit m3].
  double integral(const Field& field, Index i) const;

 private:
  std::size_t at(Index i, Index j) const { return static_cast<std::size_t>(i * (grid_.layout().ny + 1) + j); }
  void add_end(const Medium& medium, Index k, Exchange exchange, Transmissibilities& matrix) const;

  std::vector<ChannelClass> classes_;
  RingCount count_;
  Grid grid_;
  std::vector<double> edges_;  ///< [class][ring]
};

}  // namespace percuta::numerics
