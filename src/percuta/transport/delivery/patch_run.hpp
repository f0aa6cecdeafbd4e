#pragma once

#include <memory>
#include <vector>

#include "percuta/transport/delivery/patch_cells.hpp"
#include "percuta/transport/delivery/walk.hpp"

/// A patch while it is solved: where it lies, what it goes on from, and what is kept of it.
namespace percuta::transport {

/// The corner of a patch that lies in the middle of the window [m].
numerics::Point corner_of(const PatchPlan& plan, const skin::Skin& skin);

/// The holes that a patch holds or cuts, in its own frame. Throws InputError when it does not fit into the window.
std::vector<Hole> holes_of_patch(const PatchPlan& plan, const skin::Skin& skin, const std::vector<Hole>& holes);

class PatchRun {
 public:
  PatchRun(const Strata& strata, const std::vector<Hole>& holes, const skin::Skin& skin, const DeliveryPlan& plan);

  double area() const;  ///< [m2]
  /// As transport::walk; what was walked before it was stopped is not walked again.
  std::vector<LinkCourse> walk(const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
                               const WalkInputs& inputs, const std::vector<double>& times);
  /// What the patch was; the fields are given away.
  PatchOutcome take_outcome();

 private:
  void add_field(const NamedActive& active, double time, const numerics::Field& amount);

  PatchPlan plan_;
  PatchWatch watch_;
  numerics::Point corner_;
  PatchCells cells_;
  PatchKept kept_;
};

}  // namespace percuta::transport
