#pragma once

#include <map>
#include <utility>
#include <vector>

#include "percuta/numerics/fields/grid.hpp"
#include "percuta/transport/delivery/cells.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// The cells of a patch: every hole resolved in three dimensions. Nothing passes its sides.
namespace percuta::transport {

/// How a patch is solved; with the same bytes for any number of threads.
inline constexpr numerics::SolveSettings k_patch_solve{.tolerance = 1e-4, .threads = 1};

/// How many cells a patch has with those in depth.
double cells_of(const PatchPlan& plan, const Strata& strata);

class PatchCells : public Cells {
 public:
  /// Holes in the frame of the patch, whole or cut by its sides [m].
  PatchCells(Strata cells, const PatchPlan& plan, std::vector<Hole> holes,
             const numerics::SolveSettings& solve = k_patch_solve);

  const numerics::Grid& grid() const { return grid_; }
  const std::vector<Hole>& holes() const { return holes_; }

  const numerics::Layout& layout() const override { return grid_.layout(); }
  double volume(numerics::Index, numerics::Index, numerics::Index k) const override { return grid_.volume(k); }
  double area(numerics::Index, numerics::Index) const override { return grid_.dx() * grid_.dy(); }
  double hole_part(numerics::Index i, numerics::Index j, numerics::Index k) const override { return part_(i, j, k); }
  std::size_t pool_of(numerics::Index, numerics::Index) const override { return 0; }
  std::size_t pools() const override { return 1; }
  numerics::Transmissibilities matrix(const Substance& substance, const Phase& phase) const override;
  Mouths mouths(const Substance& substance, const numerics::Transmissibilities& open) const override;
  void set_mouths(const Mouths& mouths, double share, numerics::Transmissibilities& matrix) const override;
  numerics::SolveSettings solve() const override { return solve_; }

 private:
  /// A part of a hole's mouth in the face of one column.
  struct MouthPart {
    numerics::Index i = 0, j = 0;
    std::size_t hole = 0;
    double area = 0;  ///< [m2]
    double way = 0;   ///< conductance from there into the film's lowest cell over the film's conductivity [m]
  };

  /// A face of a column beside or in a hole, below the first layer.
  struct WallFace {
    numerics::Axis axis = numerics::Axis::x;
    numerics::Index i = 0, j = 0, k = 0;
    double within = 0;  ///< how much of the way from middle to middle lies in a hole [1]
  };
  using Column = std::pair<numerics::Index, numerics::Index>;  ///< j, i

  void find_mouths();
  void find_walls();
  void add_wall(const WallFace& face, const std::vector<std::size_t>& near);
  bool is_in_hole(double x, double y, double z, const std::vector<std::size_t>& near) const;
  double way_out(double x, double y, double z, const WallFace& face, double step,
                 const std::vector<std::size_t>& near) const;
  bool is_follicle(numerics::Index i, numerics::Index j) const;
  double beside_follicles(const Substance& substance) const;
  void part_follicles(const Substance& substance, numerics::Medium& medium) const;
  void set_walls(const Substance& substance, numerics::Transmissibilities& matrix) const;
  void add_resistances(const Substance& substance, const Phase& phase, numerics::Transmissibilities& matrix) const;
  double own_resistance(const Hole& hole, const Substance& substance) const;
  std::vector<double> through(const Substance& substance) const;
  void open_mouths(const Substance& substance, numerics::Transmissibilities& matrix) const;

  numerics::Grid grid_;
  std::vector<Hole> holes_;
  numerics::SolveSettings solve_;
  numerics::Field part_;                             ///< share of each cell in holes
  std::map<Column, std::vector<std::size_t>> near_;  ///< which holes reach into a column
  std::vector<MouthPart> mouths_;                    ///< column by column
  std::vector<WallFace> walls_;
  double follicles_ = 0;  ///< how many columns hold one
  double corneum_ = 0;    ///< how many columns all stratum corneum fills
};

}  // namespace percuta::transport
