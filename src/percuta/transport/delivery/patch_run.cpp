#include "percuta/transport/delivery/patch_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/numerics/geometry/polygon_overlap.hpp"
#include "percuta/numerics/operators/channel_cover.hpp"

namespace percuta::transport {
namespace {

constexpr double k_rounding = 1e-9;  // of a patch's area
constexpr double k_mm = 1e-3, k_um = 1e-6;
constexpr double k_cells_across = 2;       // a hole, at least
constexpr int k_halvings = 40;             // in search of the largest patch that fits
constexpr double k_cells_of_thread = 1e5;  // fewer wait for each other longer than they reckon

numerics::Polygon square(numerics::Point corner, double side) {
  return {corner, {corner.x + side, corner.y}, {corner.x + side, corner.y + side}, {corner.x, corner.y + side}};
}

bool fits(const PatchPlan& plan, const skin::Skin& skin) {
  const double area = plan.side * plan.side;
  return numerics::shared_area(square(corner_of(plan, skin), plan.side), skin.window) >= (1 - k_rounding) * area;
}

/// Side of the largest patch in the middle of the window [m].
double largest(const skin::Skin& skin) {
  const numerics::Box box = numerics::bounding_box(skin.window);
  double low = 0, high = std::max(box.high.x - box.low.x, box.high.y - box.low.y);
  for (int n = 0; n < k_halvings; ++n) {
    const double middle = 0.5 * (low + high);
    (fits({middle, middle}, skin) ? low : high) = middle;
  }
  return low;
}

/// How many threads so many cells keep at work.
int worthwhile(int threads, double cells) {
  const int all = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return std::clamp(static_cast<int>(cells / k_cells_of_thread), 1, all);
}

numerics::SolveSettings solve_of(const PatchWatch& watch, double cells) {
  numerics::SolveSettings solve = k_patch_solve;
  solve.threads = worthwhile(watch.threads, cells);
  solve.clone = watch.clone;
  return solve;
}

/// Rounded down, so that it fits.
std::string side_text(double side) {
  constexpr double k_step = 0.1;  // [mm]
  return fmt::format("{:.1f} mm", k_step * std::floor(side / (k_step * k_mm)));
}

}  // namespace

numerics::Point corner_of(const PatchPlan& plan, const skin::Skin& skin) {
  const numerics::Box box = numerics::bounding_box(skin.window);
  return {0.5 * (box.low.x + box.high.x - plan.side), 0.5 * (box.low.y + box.high.y - plan.side)};
}

std::vector<PatchMisfit> misfits(const PatchPlan& plan, const skin::Skin& skin, double hole_width) {
  std::vector<PatchMisfit> found;
  if (!plan.is_wanted()) return found;
  if (!fits(plan, skin)) {
    found.push_back({"side",
                     fmt::format("a patch of {:g} mm does not lie within the treated window, {:.2g} cm2 of the site",
                                 plan.side / k_mm, numerics::area(skin.window) / (100 * k_mm * k_mm)),
                     fmt::format("in its middle {} is the most; or raise site.area", side_text(largest(skin)))});
  }
  if (plan.cell > plan.side) {
    found.push_back(
        {"cell", fmt::format("cells of {:g} um are wider than the patch", plan.cell / k_um), "20 to 50 um are usual"});
  } else if (hole_width > 0 && k_cells_across * plan.cell > hole_width) {
    found.push_back(
        {"cell",
         fmt::format("cells of {:g} um are too coarse for holes of at most {:.0f} um: it takes {:g} across one",
                     plan.cell / k_um, hole_width / k_um, k_cells_across),
         fmt::format("{:.0f} um or less", std::floor(hole_width / (k_cells_across * k_um)))});
  }
  return found;
}

std::vector<Hole> holes_of_patch(const PatchPlan& plan, const skin::Skin& skin, const std::vector<Hole>& holes) {
  for (const PatchMisfit& misfit : misfits(plan, skin, 0)) throw InputError(misfit.message, misfit.hint);
  const numerics::Point corner = corner_of(plan, skin);
  std::vector<Hole> within;
  for (Hole hole : holes) {
    hole.x -= corner.x;
    hole.y -= corner.y;
    const double area = numerics::shared_area(hole.x, hole.y, hole.radius, 0, plan.side, 0, plan.side);
    if (area > 0 && hole.depth > 0) within.push_back(hole);
  }
  return within;
}

PatchRun::PatchRun(const Strata& strata, const std::vector<Hole>& holes, const skin::Skin& skin,
                   const DeliveryPlan& plan)
    : plan_(plan.patch),
      watch_(plan.watch == nullptr ? PatchWatch() : *plan.watch),
      corner_(corner_of(plan.patch, skin)),
      cells_(strata, plan.patch, holes_of_patch(plan.patch, skin, holes),
             solve_of(watch_, cells_of(plan.patch, strata))) {
  if (watch_.from != nullptr) kept_ = *watch_.from;
  std::vector<double> edges = strata.edges;
  for (double& edge : edges) edge -= strata.surface();
  kept_.grid.emplace(cells_.layout(), cells_.grid().dx(), cells_.grid().dy(), edges);
}

double PatchRun::area() const {
  return plan_.side * plan_.side;
}

/// Of an active that more than one chain holds the amounts add up.
void PatchRun::add_field(const NamedActive& active, double time, const numerics::Field& amount) {
  numerics::Field made(active.name, "kg/m3", cells_.layout());
  numerics::for_each_cell(cells_.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
    made(i, j, k) = amount(i, j, k) * active.active.molar_mass / cells_.volume(i, j, k);
  });
  auto series = std::find_if(kept_.fields.begin(), kept_.fields.end(), [&](const numerics::FieldSeries& one) {
    return one.values.front().name() == active.name;
  });
  if (series == kept_.fields.end()) {
    kept_.fields.push_back({{time}, {std::move(made)}});
    return;
  }
  for (std::size_t n = 0; n < series->times.size(); ++n) {
    if (series->times[n] != time) continue;
    numerics::Field& there = series->values[n];
    numerics::for_each_cell(cells_.layout(), [&](numerics::Index i, numerics::Index j, numerics::Index k) {
      there(i, j, k) += made(i, j, k);
    });
    return;
  }
  series->times.push_back(time);
  series->values.push_back(std::move(made));
}

std::vector<LinkCourse> PatchRun::walk(const std::vector<NamedActive>& chain, const std::vector<Phase>& phases,
                                       const WalkInputs& inputs, const std::vector<double>& times) {
  const std::string& name = chain.front().name;
  const auto done = kept_.done.find(name);
  if (done != kept_.done.end()) {
    for (std::size_t n = 0; watch_.one_more && n < times.size(); ++n) watch_.one_more();
    return done->second;
  }
  WalkWatch watch;
  watch.is_stopped = watch_.is_stopped;
  watch.when_stopped = watch_.when_stopped;
  watch.one_more = watch_.one_more;
  watch.field_times = watch_.field_times;
  watch.take_field = [&](std::size_t link, double time, const numerics::Field& amount) {
    add_field(chain.at(link), time, amount);
  };
  std::optional<WalkState> from;
  if (kept_.under_way == name) from = std::exchange(kept_.state, std::nullopt);
  if (from) {
    watch.from = &*from;
    for (std::size_t n = 0; watch_.one_more && n < from->next; ++n) watch_.one_more();
  }
  kept_.under_way = name;
  if (watch_.keep && watch_.is_due) {
    watch.is_due = watch_.is_due;
    watch.keep = [&](const WalkState& state) {
      kept_.state = state;
      watch_.keep(kept_);
      kept_.state.reset();
    };
  }
  std::vector<LinkCourse> courses = transport::walk(cells_, chain, phases, inputs, times, watch);
  kept_.done[name] = courses;
  kept_.under_way.clear();
  kept_.state.reset();
  return courses;
}

PatchOutcome PatchRun::take_outcome() {
  PatchPlan plan = plan_;
  plan.cell = cells_.grid().dx();
  return {plan, corner_.x, corner_.y, cells_.holes().size(), *kept_.grid, std::move(kept_.fields)};
}

}  // namespace percuta::transport
