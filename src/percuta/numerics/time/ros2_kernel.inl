// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

constexpr Index k_lanes = 8;         // of a sum: value i goes to lane i mod 8 whatever the width of the processor
constexpr double k_no_pivot = 1e-6;  // where one is the size of a matrix near one
constexpr double k_untied = 1e-60;   // beside any float nothing; where nothing holds a cell its answer stays 0
constexpr double k_first = 1.5, k_second = 0.5;  // weights of the stages

inline double folded(const double* lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

inline double size_of(double value) {
  return value < 0 ? -value : value;
}

/// Lanes that a run fills, whole vectors of them.
inline Index whole(Index n) {
  return (n + k_lanes - 1) / k_lanes * k_lanes;
}

/// What goes out of the cell's system into the sinks.
inline void take_decay(const Decay& decay, double* __restrict own, Index n) {
  for (Index i = 0; i < n; ++i) {
    const double rate = own[i] < 0 ? -own[i] : 0;
    own[i] += rate;
    if (decay.sinks != nullptr) {
      decay.sinks[i] = static_cast<float>(static_cast<double>(decay.sink[i]) +
                                          decay.ratio * rate * static_cast<double>(decay.mass[i]));
    }
  }
}

/// entry = one - weight entry; tells whether anything is left of it.
inline bool shift_entry(double* __restrict entry, double one, double weight, Index n) {
  double lane[k_lanes] = {};
  for (Index i = 0; i < n; i += k_lanes) {
#pragma omp simd
    for (Index l = 0; l < k_lanes; ++l) {
      const double value = one - weight * entry[i + l];
      entry[i + l] = value;
      lane[l] += value * value;
    }
  }
  const double all = folded(lane);
  return !(all == 0);
}

/// row -= factor pivot_row, lane by lane.
inline void take_off(double* __restrict row, const double* __restrict factor, const double* __restrict pivot_row,
                     Index n) {
#pragma omp simd
  for (Index i = 0; i < n; ++i) row[i] -= factor[i] * pivot_row[i];
}

/// Rates plus what motion and the first stage put on the right side.
inline void add_rest(const StageRun& run, Index field, Index n) {
  double* __restrict rest = run.rest + field * k_cells_at_once, * __restrict right =
                                                                    run.rates + field * k_cells_at_once;
  for (Index i = 0; i < n; ++i) rest[i] = 0;
  if (run.moves[field] != 0) {
    for (Index i = 0; i < run.n; ++i) rest[i] = run.out[field][i];
  }
  if (run.first != nullptr) {
    for (Index i = 0; i < run.n; ++i) rest[i] -= 2 * run.first[field][i];
  }
  for (Index i = 0; i < n; ++i) right[i] += rest[i];
}

/// Entries that are 0 in all cells of the run are left out.
inline bool eliminate(const StageRun& run, Index n) {
  const Index fields = run.fields;
  double factor[k_cells_at_once], inverse[k_cells_at_once];
  bool is_sound = true;
  for (Index p = 0; p < fields; ++p) {
    const double* pivot = run.jacobian + (p * fields + p) * k_cells_at_once;
    for (Index i = 0; i < run.n; ++i) is_sound = is_sound && size_of(pivot[i]) > k_no_pivot;
    for (Index i = 0; i < n; ++i) inverse[i] = 1 / pivot[i];
    for (Index row = p + 1; row < fields; ++row) {
      if (run.is_filled[row * fields + p] == 0) continue;
      const double* entry = run.jacobian + (row * fields + p) * k_cells_at_once;
      for (Index i = 0; i < n; ++i) factor[i] = entry[i] * inverse[i];
      for (Index column = p + 1; column < fields; ++column) {
        if (run.is_filled[p * fields + column] == 0) continue;
        run.is_filled[row * fields + column] = 1;
        take_off(run.jacobian + (row * fields + column) * k_cells_at_once, factor,
                 run.jacobian + (p * fields + column) * k_cells_at_once, n);
      }
      take_off(run.rates + row * k_cells_at_once, factor, run.rates + p * k_cells_at_once, n);
    }
  }
  return is_sound;
}

/// The same for the right side alone, with factors that stand.
inline void eliminate_right(const StageRun& run, Index n) {
  const Index fields = run.fields;
  double factor[k_cells_at_once], inverse[k_cells_at_once];
  for (Index p = 0; p < fields; ++p) {
    const double* pivot = run.jacobian + (p * fields + p) * k_cells_at_once;
    for (Index i = 0; i < n; ++i) inverse[i] = 1 / pivot[i];
    for (Index row = p + 1; row < fields; ++row) {
      if (run.is_filled[row * fields + p] == 0) continue;
      const double* entry = run.jacobian + (row * fields + p) * k_cells_at_once;
      for (Index i = 0; i < n; ++i) factor[i] = entry[i] * inverse[i];
      take_off(run.rates + row * k_cells_at_once, factor, run.rates + p * k_cells_at_once, n);
    }
  }
}

inline void substitute(const StageRun& run, Index n) {
  const Index fields = run.fields;
  for (Index row = fields - 1; row >= 0; --row) {
    double* right = run.rates + row * k_cells_at_once;
    for (Index column = row + 1; column < fields; ++column) {
      if (run.is_filled[row * fields + column] == 0) continue;
      take_off(right, run.jacobian + (row * fields + column) * k_cells_at_once, run.rates + column * k_cells_at_once,
               n);
    }
    const double* pivot = run.jacobian + (row * fields + row) * k_cells_at_once;
    for (Index i = 0; i < n; ++i) right[i] /= pivot[i];
  }
}

/// Writes v and sums up what the reaction alone made.
inline void give_out(const StageRun& run, Index field, Index n) {
  const double* __restrict v = run.rates + field * k_cells_at_once, * __restrict rest =
                                                                        run.rest + field * k_cells_at_once;
  double* __restrict out = run.out[field];
  const float* mass = run.mass[field];
  double lane[k_lanes] = {};
  for (Index i = 0; i < run.n; ++i) out[i] = v[i];
  for (Index i = 0; i < n; i += k_lanes) {
    if (mass != nullptr) {
      for (Index l = 0; l < k_lanes; ++l) lane[l] += static_cast<double>(mass[i + l]) * (v[i + l] - rest[i + l]);
    } else {
      for (Index l = 0; l < k_lanes; ++l) lane[l] += v[i + l] - rest[i + l];
    }
  }
  run.sums[field] += folded(lane);
}

bool solve_stage(const StageRun& run) {
  const Index fields = run.fields, n = whole(run.n);
  for (Index row = 0; row < fields && !run.is_factored; ++row) {
    double* own = run.jacobian + (row * fields + row) * k_cells_at_once;
    if (run.decay[row] != nullptr) take_decay(*run.decay[row], own, run.n);
    for (Index column = 0; column < fields; ++column) {
      double* entry = run.jacobian + (row * fields + column) * k_cells_at_once;
      const bool is_filled = shift_entry(entry, row == column ? 1 : 0, run.weight, n);
      run.is_filled[row * fields + column] = is_filled ? 1 : 0;
    }
  }
  for (Index row = 0; row < fields; ++row) add_rest(run, row, n);
  bool is_sound = true;
  if (run.is_factored) {
    eliminate_right(run, n);
  } else {
    is_sound = eliminate(run, n);
  }
  substitute(run, n);
  for (Index field = 0; field < fields; ++field) give_out(run, field, n);
  return is_sound;
}

/// Sums of one row by lanes.
struct EndLanes {
  double error[k_lanes] = {}, content[k_lanes] = {}, added[k_lanes] = {}, clipped[k_lanes] = {}, least[k_lanes] = {};
};

/// Cells [i, i + n) of the row, n <= k_lanes; every choice is one of values, so that all lanes go together.
inline void end_cells(const EndRow& row, EndLanes& lanes, const double* __restrict mass, Index i, Index n) {
  const double* __restrict begin = row.begin + i, * __restrict first = row.first + i;
  double* __restrict second = row.second + i;
  const double dt = row.dt, atol = row.atol, rtol = row.rtol, clips = row.is_clipped ? 1 : 0;
#pragma omp simd
  for (Index l = 0; l < n; ++l) {
    const double value = begin[l] + dt * (k_first * first[l] + k_second * second[l]);
    const double a = size_of(begin[l]), b = size_of(value);
    const double part = k_second * dt * (first[l] + second[l]) / (atol + rtol * (a > b ? a : b));
    const double below = value < 0 ? clips : 0;
    const double is_clipped = value >= -atol ? below : 0;
    const double end = is_clipped > 0 ? 0 : value;
    lanes.error[l] += part * part;
    lanes.content[l] += mass[l] * end;
    lanes.added[l] += mass[l] * (end - value);
    lanes.clipped[l] += is_clipped;
    lanes.least[l] = value < lanes.least[l] ? value : lanes.least[l];
    second[l] = end;
  }
}

void end(const EndRow& row, EndSums& sums) {
  EndLanes lanes;
  double mass[k_lanes] = {1, 1, 1, 1, 1, 1, 1, 1};
  for (Index i = 0; i < row.n; i += k_lanes) {
    const Index n = row.n - i < k_lanes ? row.n - i : k_lanes;
    for (Index l = 0; l < n && row.mass != nullptr; ++l) mass[l] = static_cast<double>(row.mass[i + l]);
    if (n == k_lanes) {
      end_cells(row, lanes, mass, i, k_lanes);
    } else {
      end_cells(row, lanes, mass, i, n);
    }
  }
  sums.error += folded(lanes.error);
  sums.content += folded(lanes.content);
  sums.added += folded(lanes.added);
  sums.clipped += folded(lanes.clipped);
  for (const double least : lanes.least) sums.least = least < sums.least ? least : sums.least;
}

/// Columns [begin, begin + n) on their way down: what each cell is grounded by, and the answer so far.
struct Descent {
  Index begin, n;
  double *y, *slope;  ///< u[k] = y[k] + slope[k] u[k + 1]
  double ground[k_columns_swept], inverse[k_columns_swept], nothing[k_columns_swept];
};

inline Descent descent(const MatrixSlab& a, Index begin, double* scratch) {
  const Index left = a.nx - begin;
  return {begin, left < k_columns_swept ? left : k_columns_swept, scratch, scratch + a.nz * k_columns_swept, {}, {},
          {}};
}

/// Row k of the columns; `aside` = conductance to other columns, `right` = all that flows in but from above. Of columns
/// alone `aside` is not read and `right` is what they hold.
template <bool is_alone>
inline void step_down(const MatrixSlab& a, Descent& columns, Index k, const double* __restrict aside,
                      const double* __restrict right) {
  const Index row = k * a.stride + columns.begin;
  const float* __restrict tz = a.tz + row, * __restrict tz_far = tz + a.stride;
  const float* __restrict mass = a.mass + row, * __restrict sink = a.sink + row;
  double* __restrict y = columns.y + k * k_columns_swept, * __restrict slope = columns.slope + k * k_columns_swept;
  const double* __restrict before = k > 0 ? y - k_columns_swept : columns.nothing;
  double* __restrict ground = columns.ground, * __restrict inverse = columns.inverse;
  const double shift = a.shift;
#pragma omp simd
  for (Index i = 0; i < columns.n; ++i) {
    const double above = static_cast<double>(tz[i]), below = static_cast<double>(tz_far[i]);
    const double past = shift * static_cast<double>(mass[i]);
    const double own = past + static_cast<double>(sink[i]);
    const double here = (is_alone ? own : aside[i] + own) + above * (ground[i] * inverse[i]);
    const double share = 1 / ((here + below) + k_untied);
    const double in = is_alone ? past * right[i] : right[i];
    ground[i] = here;
    inverse[i] = share;
    slope[i] = below * share;
    y[i] = (in + above * before[i]) * share;
  }
}

/// What one sweep moved, column by column.
struct SweptLanes {
  double change[k_columns_swept], greatest[k_columns_swept];
};

inline void climb(const MatrixSlab& a, const Descent& columns, double* u, Index colour, SweptLanes& swept) {
  double* __restrict change = swept.change, * __restrict greatest = swept.greatest;
  for (Index k = a.nz - 1; k >= 0; --k) {
    double* __restrict y = columns.y + k * k_columns_swept, * __restrict out = u + k * a.stride + columns.begin;
    const double* __restrict slope = columns.slope + k * k_columns_swept;
    const double* __restrict below = y + (k + 1 < a.nz ? k_columns_swept : 0);  // the slope is 0 under the last
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) {
      const double solved = y[i] + slope[i] * below[i];
      const double next = ((i + colour) & 1) == 0 ? solved : out[i];
      const double moved = size_of(next - out[i]), size = size_of(next);
      change[i] = moved > change[i] ? moved : change[i];
      greatest[i] = size > greatest[i] ? size : greatest[i];
      y[i] = solved;
      out[i] = next;
    }
  }
}

Swept sweep(const MatrixSlab& a, const double* f, double* u, Index colour, double* scratch) {
  double aside[k_columns_swept], right[k_columns_swept];
  SweptLanes swept = {};
  for (Index begin = 0; begin < a.nx; begin += k_columns_swept) {
    Descent columns = descent(a, begin, scratch);
    for (Index k = 0; k < a.nz; ++k) {
      const Index row = k * a.stride + begin;
      const float* __restrict tx = a.tx + row, * __restrict ty = a.ty + row, * __restrict ty_far = ty + a.slab;
      const double* __restrict from = f + row, * __restrict mid = u + row;
      const double* __restrict near = mid - a.slab, * __restrict far = mid + a.slab;
#pragma omp simd
      for (Index i = 0; i < columns.n; ++i) {
        const double west = static_cast<double>(tx[i]), east = static_cast<double>(tx[i + 1]);
        const double south = static_cast<double>(ty[i]), north = static_cast<double>(ty_far[i]);
        aside[i] = (west + east) + (south + north);
        right[i] = from[i] + ((west * mid[i - 1] + east * mid[i + 1]) + (south * near[i] + north * far[i]));
      }
      step_down<false>(a, columns, k, aside, right);
    }
    climb(a, columns, u, colour, swept);
  }
  Swept most;
  for (const double change : swept.change) most.change = change > most.change ? change : most.change;
  for (const double size : swept.greatest) most.greatest = size > most.greatest ? size : most.greatest;
  return most;
}

inline void climb_alone(const MatrixSlab& a, const Descent& columns, double* u) {
  for (Index k = a.nz - 1; k >= 0; --k) {
    double* __restrict y = columns.y + k * k_columns_swept, * __restrict out = u + k * a.stride + columns.begin;
    const double* __restrict slope = columns.slope + k * k_columns_swept;
    const double* __restrict below = y + (k + 1 < a.nz ? k_columns_swept : 0);
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) {
      const double solved = y[i] + slope[i] * below[i];
      y[i] = solved;
      out[i] = solved;
    }
  }
}

void solve_alone(const MatrixSlab& a, double* u, double* scratch) {
  for (Index begin = 0; begin < a.nx; begin += k_columns_swept) {
    Descent columns = descent(a, begin, scratch);
    for (Index k = 0; k < a.nz; ++k) step_down<true>(a, columns, k, nullptr, u + k * a.stride + begin);
    climb_alone(a, columns, u);
  }
}

}  // namespace

const Ros2Kernels k_ros2_kernels = {solve_stage, end, sweep, solve_alone};
