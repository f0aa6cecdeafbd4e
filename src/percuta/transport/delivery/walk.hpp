#pragma once

#include <vector>

#include "percuta/transport/delivery/cells.hpp"
#include "percuta/transport/delivery/depot.hpp"
#include "percuta/transport/delivery/needle_source.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// One active and what it turns into, walked through the phases of a site or a patch.
namespace percuta::transport {

/// Names of where it may be: surface, channels, the layers; then what has left: blood or receptor, converted, washed;
/// and what needles that stay still hold, or took off with them, or what was injected below the last layer.
std::vector<std::string> places_of(const std::vector<std::string>& layers, const Treatment& treatment);

struct WalkInputs {
  const skin::Skin& skin;
  const closure::Clocks& clocks;
  const Treatment& treatment;
  const Rates& rates;
  double concentration = 0;  ///< of the first of the chain, in the fresh product [mol/m3]
  double stricter = 1;       ///< tolerances of steps and solves are that much tighter: for studies of convergence
  bool has_needles = false;  ///< the treatment's needles are in the skin, not their product on it
  const NeedleSource* needles = nullptr;  ///< what they give, where they dissolve
  const Depot* depot = nullptr;           ///< where the product lies at first, where it is injected
};

/// Who looks on while a chain is walked. All may be left out.
struct WalkWatch {
  std::function<bool()> is_stopped;            ///< asked at every stage of a step
  std::string when_stopped = "stopped";        ///< what Interrupted says then
  std::function<void()> one_more;              ///< a moment is told
  std::function<bool()> is_due;                ///< asked at every moment that is told: whether to keep
  std::function<void(const WalkState&)> keep;  ///< what to go on from
  const WalkState* from = nullptr;             ///< to go on from
  std::vector<double> field_times;             ///< of the moments told [s]
  /// A link's amount in each cell at such a time [mol].
  std::function<void(std::size_t link, double time, const numerics::Field& amount)> take_field;
};

/// `times` since the first application, from 0; the phases cover them.
std::vector<LinkCourse> walk(const Cells& cells, const std::vector<NamedActive>& chain,
                             const std::vector<Phase>& phases, const WalkInputs& inputs,
                             const std::vector<double>& times, const WalkWatch& watch = {});

}  // namespace percuta::transport
