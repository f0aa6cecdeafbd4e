// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

constexpr Index k_lanes = 8;  // of a sum: value i goes to lane i mod 8 whatever the width of the processor

/// Sums the lanes in a fixed order.
inline double folded(const double* lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

inline void add_products(const double* __restrict a, const double* __restrict b, Index n, double* __restrict lane) {
  Index i = 0;
  for (; i + k_lanes <= n; i += k_lanes) {
#pragma omp simd
    for (Index l = 0; l < k_lanes; ++l) lane[l] += a[i + l] * b[i + l];
  }
  for (Index l = 0; i + l < n; ++l) lane[l] += a[i + l] * b[i + l];
}

/// Row k of a slab and of its neighbours.
struct Row {
  const float *tx, *ty, *ty_far, *tz, *tz_far, *mass, *sink;
  const double *mid, *near, *far, *above, *below;
  double shift;
};

inline Row row_of(const MatrixSlab& a, const double* u, Index k) {
  const Index at = k * a.stride;
  const float* mass = a.shift == 0 ? a.sink : a.mass;  // times 0, whatever stands there: one array less to fetch
  return {a.tx + at,   a.ty + at, a.ty + at + a.slab, a.tz + at,       a.tz + at + a.stride, mass + at,
          a.sink + at, u + at,    u + at - a.slab,    u + at + a.slab, u + at - a.stride,    u + at + a.stride,
          a.shift};
}

/// (A u) of cell i, the flow through each face the same from both sides to the last bit.
inline double image(const Row& row, Index i) {
  const double c = row.mid[i];
  const double own = (row.shift * static_cast<double>(row.mass[i]) + static_cast<double>(row.sink[i])) * c;
  const double x =
      static_cast<double>(row.tx[i]) * (c - row.mid[i - 1]) + static_cast<double>(row.tx[i + 1]) * (c - row.mid[i + 1]);
  const double y =
      static_cast<double>(row.ty[i]) * (c - row.near[i]) + static_cast<double>(row.ty_far[i]) * (c - row.far[i]);
  const double z =
      static_cast<double>(row.tz[i]) * (c - row.above[i]) + static_cast<double>(row.tz_far[i]) * (c - row.below[i]);
  return own + ((x + y) + z);
}

double apply(const MatrixSlab& a, const double* u, double* q) {
  double lane[k_lanes] = {};
  for (Index k = 0; k < a.nz; ++k) {
    const Row row = row_of(a, u, k);
    double* __restrict out = q + k * a.stride;
#pragma omp simd
    for (Index i = 0; i < a.nx; ++i) out[i] = image(row, i);
    add_products(row.mid, out, a.nx, lane);
  }
  return folded(lane);
}

double residual(const MatrixSlab& a, const double* u, const double* f, double* r) {
  double lane[k_lanes] = {};
  for (Index k = 0; k < a.nz; ++k) {
    const Row row = row_of(a, u, k);
    const double* __restrict from = f + k * a.stride;
    double* __restrict out = r + k * a.stride;
#pragma omp simd
    for (Index i = 0; i < a.nx; ++i) out[i] = from[i] - image(row, i);
    add_products(out, out, a.nx, lane);
  }
  return folded(lane);
}

/// One row of pivots; `ground` is what the cells above are grounded by, then what these are.
inline void pivot_row(const MatrixSlab& a, Index at, Index n, double* __restrict ground, float* __restrict inverse) {
  const float* __restrict tx = a.tx + at, * __restrict ty = a.ty + at, * __restrict ty_far = ty + a.slab;
  const float* __restrict tz = a.tz + at, * __restrict tz_far = tz + a.stride;
  const float* __restrict mass = a.mass + at, * __restrict sink = a.sink + at;
  const double shift = a.shift;
#pragma omp simd
  for (Index i = 0; i < n; ++i) {
    const double above = static_cast<double>(tz[i]), below = static_cast<double>(tz_far[i]);
    const double aside = (static_cast<double>(tx[i]) + static_cast<double>(tx[i + 1])) +
                         (static_cast<double>(ty[i]) + static_cast<double>(ty_far[i]));
    const double own = shift * static_cast<double>(mass[i]) + static_cast<double>(sink[i]);
    const double path = above + ground[i];
    const double through = above * (ground[i] / (path > 0 ? path : 1));  // 0 where there is no path
    ground[i] = (aside + own) + through;
    const double pivot = ground[i] + below;
    const double whole = 1 / (pivot > 0 ? pivot : 1);
    inverse[i] = pivot > 0 ? static_cast<float>(whole) : 0;
  }
}

/// The conductance from each cell down its column is the pivot; written as the face below plus what the cell is
/// grounded by, no digits cancel even where that is next to nothing.
void pivots(const MatrixSlab& a, float* inverse) {
  constexpr Index n = 4 * k_columns_at_once;  // their one scratch row stays in the first cache
  double ground[n];
  for (Index begin = 0; begin < a.nx; begin += n) {
    for (double& each : ground) each = 0;
    for (Index k = 0; k < a.nz; ++k) {
      const Index at = k * a.stride + begin;
      pivot_row(a, at, begin + n < a.nx ? n : a.nx - begin, ground, inverse + at);
    }
  }
}

/// Columns [begin, end) that are solved together.
struct Bundle {
  Index begin, n;
};

constexpr Index k_rows_ahead = 4;      // fetched before they are needed: memory answers later than a row takes
constexpr Index k_values_a_line = 16;  // of a cache

/// From row k of a bundle to the row to fetch now; after the last come the first rows of the next bundle.
inline Index ahead(const MatrixSlab& a, Index k) {
  return k + k_rows_ahead < a.nz ? k_rows_ahead * a.stride : (k_rows_ahead - a.nz) * a.stride + k_columns_at_once;
}

/// Asks for a row of a bundle, which need not exist.
inline void fetch(const float* row) {
  for (Index i = 0; i < k_columns_at_once; i += k_values_a_line) __builtin_prefetch(row + i);
}

/// Back from the bottom: y[k] += tz[k + 1] inverse[k] y[k + 1], written to u where the colour asks.
inline void climb(const MatrixSlab& a, float* u, Bundle columns, Index colour, float* scratch) {
  for (Index k = a.nz - 1; k >= 0; --k) {
    const Index row = k * a.stride + columns.begin;
    const float* __restrict tz = a.tz + row + a.stride, * __restrict inverse = a.inverse + row;
    float* __restrict y = scratch + k * k_columns_at_once, * __restrict out = u + row;
    const float* __restrict below = y + (k + 1 < a.nz ? k_columns_at_once : 0);  // tz is 0 under the last
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) {
      const float solved = y[i] + (tz[i] * inverse[i]) * below[i];
      y[i] = solved;
      out[i] = ((i + colour) & 1) == 0 ? solved : out[i];
    }
  }
}

/// Down from the top: y[k] = (what flows in + tz[k] y[k - 1]) inverse[k].
inline void descend(const MatrixSlab& a, const float* f, const float* u, Bundle columns, float* scratch) {
  for (Index k = 0; k < a.nz; ++k) {
    const Index row = k * a.stride + columns.begin;
    const float* __restrict tx = a.tx + row, * __restrict ty = a.ty + row, * __restrict tz = a.tz + row;
    const float* __restrict ty_far = ty + a.slab, * __restrict inverse = a.inverse + row, * __restrict from = f + row;
    const float* __restrict mid = u + row, * __restrict near = mid - a.slab, * __restrict far = mid + a.slab;
    float* __restrict y = scratch + k * k_columns_at_once;
    const float* __restrict above = y - (k > 0 ? k_columns_at_once : 0);  // tz is 0 above the first
    const Index next = ahead(a, k);
    fetch(tx + next), fetch(ty + next), fetch(ty_far + next), fetch(tz + next), fetch(inverse + next);
    fetch(from + next), fetch(mid + next), fetch(near + next), fetch(far + next);
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) {
      const float x = tx[i] * mid[i - 1] + tx[i + 1] * mid[i + 1];
      const float aside = ty[i] * near[i] + ty_far[i] * far[i];
      y[i] = ((from[i] + (x + aside)) + tz[i] * above[i]) * inverse[i];
    }
  }
}

inline void descend_first(const MatrixSlab& a, const float* f, const float* u, Bundle columns, float* scratch) {
  for (Index k = 0; k < a.nz; ++k) {
    const Index row = k * a.stride + columns.begin;
    const float* __restrict tz = a.tz + row, * __restrict inverse = a.inverse + row, * __restrict from = f + row;
    float* __restrict y = scratch + k * k_columns_at_once;
    const float* __restrict above = y - (k > 0 ? k_columns_at_once : 0);
    const Index next = ahead(a, k);
    fetch(tz + next), fetch(inverse + next), fetch(from + next), fetch(u + row + next);
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) y[i] = (from[i] + tz[i] * above[i]) * inverse[i];
  }
}

inline Bundle bundle(const MatrixSlab& a, Index begin) {
  const Index left = a.nx - begin;
  return {begin, left < k_columns_at_once ? left : k_columns_at_once};
}

void relax(const MatrixSlab& a, const float* f, float* u, Index colour, float* scratch) {
  for (Index begin = 0; begin < a.nx; begin += k_columns_at_once) {
    descend(a, f, u, bundle(a, begin), scratch);
    climb(a, u, bundle(a, begin), colour, scratch);
  }
}

void relax_first(const MatrixSlab& a, const float* f, float* u, Index colour, float* scratch) {
  for (Index begin = 0; begin < a.nx; begin += k_columns_at_once) {
    descend_first(a, f, u, bundle(a, begin), scratch);
    climb(a, u, bundle(a, begin), colour, scratch);
  }
}

/// As descend_first and climb with u itself for scratch: no column waits for the other colour.
inline void solve_alone(const MatrixSlab& a, const float* f, float* u, Bundle columns) {
  for (Index k = 0; k < a.nz; ++k) {
    const Index row = k * a.stride + columns.begin;
    const float* __restrict tz = a.tz + row, * __restrict inverse = a.inverse + row, * __restrict from = f + row;
    const Index next = ahead(a, k);
    fetch(tz + next), fetch(inverse + next), fetch(from + next), fetch(u + row + next);
    float* __restrict y = u + row;
    const float* __restrict above = k > 0 ? y - a.stride : from;  // tz is 0 above the first
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) y[i] = (from[i] + tz[i] * above[i]) * inverse[i];
  }
  for (Index k = a.nz - 2; k >= 0; --k) {  // the last row is solved
    const Index row = k * a.stride + columns.begin;
    const float* __restrict tz = a.tz + row + a.stride, * __restrict inverse = a.inverse + row;
    float* __restrict y = u + row;
    const float* __restrict below = y + a.stride;
#pragma omp simd
    for (Index i = 0; i < columns.n; ++i) y[i] = y[i] + (tz[i] * inverse[i]) * below[i];
  }
}

void relax_alone(const MatrixSlab& a, const float* f, float* u) {
  for (Index begin = 0; begin < a.nx; begin += k_columns_at_once) solve_alone(a, f, u, bundle(a, begin));
}

void spill(const MatrixSlab& a, const float* u, float* row, Index k, Index colour) {
  const Index at = k * a.stride;
  const float* __restrict tx = a.tx + at, * __restrict ty = a.ty + at, * __restrict ty_far = ty + a.slab;
  const float* __restrict mid = u + at, * __restrict near = mid - a.slab, * __restrict far = mid + a.slab;
  float* __restrict out = row;
#pragma omp simd
  for (Index i = 0; i < a.nx; ++i) {
    const float x = tx[i] * mid[i - 1] + tx[i + 1] * mid[i + 1];
    const float all = x + (ty[i] * near[i] + ty_far[i] * far[i]);
    out[i] = ((i + colour) & 1) == 0 ? all : 0;
  }
}

void gather_pairs(const float* __restrict fine, float* __restrict coarse, Index n) {
#pragma omp simd
  for (Index i = 0; i < n; ++i) coarse[i] += fine[2 * i] + fine[2 * i + 1];
}

void spread_pairs(const float* __restrict coarse, float* __restrict fine, Index n) {
#pragma omp simd
  for (Index i = 0; i < n; ++i) {
    fine[2 * i] += coarse[i];
    fine[2 * i + 1] += coarse[i];
  }
}

double advance(const MatrixSlab& a, const AdvanceSlab& v) {
  double lane[k_lanes] = {};
  const double step = v.step, scale = v.scale;
  for (Index k = 0; k < a.nz; ++k) {
    const Index at = k * a.stride;
    const double* __restrict q = v.q + at;
    double* __restrict r = v.r + at;
    float* __restrict small = v.small + at;
#pragma omp simd
    for (Index i = 0; i < a.nx; ++i) {
      r[i] -= step * q[i];
      small[i] = static_cast<float>(r[i] * scale);
    }
    add_products(r, r, a.nx, lane);
  }
  return folded(lane);
}

void turn(const MatrixSlab& a, const TurnSlab& v) {
  const double step = v.step, factor = v.factor;
  for (Index k = 0; k < a.nz; ++k) {
    const float* __restrict z = v.z + k * a.stride;
    double* __restrict x = v.x + k * a.stride, * __restrict p = v.p + k * a.stride;
    if (step != 0) {
#pragma omp simd
      for (Index i = 0; i < a.nx; ++i) x[i] += step * p[i];
    }
#pragma omp simd
    for (Index i = 0; i < a.nx; ++i) p[i] = static_cast<double>(z[i]) + factor * p[i];
  }
}

double dot(const MatrixSlab& a, const double* r, const float* z) {
  double lane[k_lanes] = {};
  for (Index k = 0; k < a.nz; ++k) {
    const double* __restrict x = r + k * a.stride;
    const float* __restrict y = z + k * a.stride;
    Index i = 0;
    for (; i + k_lanes <= a.nx; i += k_lanes) {
#pragma omp simd
      for (Index l = 0; l < k_lanes; ++l) lane[l] += x[i + l] * static_cast<double>(y[i + l]);
    }
    for (Index l = 0; i + l < a.nx; ++l) lane[l] += x[i + l] * static_cast<double>(y[i + l]);
  }
  return folded(lane);
}

}  // namespace

const ColumnKernels k_column_kernels = {apply, residual,     pivots,       relax,   relax_first, relax_alone,
                                        spill, gather_pairs, spread_pairs, advance, turn,        dot};
