#pragma once

#include "percuta/healing/pieces.hpp"

/// The courses of published trials that each member repeats: what was observed sets the size of its answers.
namespace percuta::healing {

/// One of those courses, in this skin: a chance pattern in each session, needles through a share of the dermis.
class ReferenceWalk {
 public:
  /// `response`: of a healthy person with these rates.
  ReferenceWalk(const Rates& rates, const ReferenceCourse& course, const skin::Skin& skin, const DoseResponse& response,
                const Member& member, const char* purpose, bool is_coarse = false);

  /// With that rate of making by myofibroblasts [1/s]; ends when the trial was measured.
  Course operator()(double p3) const;

 private:
  Law law_;
  Walk walk_;
  PieceClasses classes_;
};

/// The rate of making with which the roller's course gains what was observed.
struct Making {
  double rate = 0;  ///< p3 [1/s]
  Course roller;    ///< walked with it
  bool is_met = true;
};
Making making_that_gains(const Rates& rates, const ReferenceWalk& roller);

}  // namespace percuta::healing
