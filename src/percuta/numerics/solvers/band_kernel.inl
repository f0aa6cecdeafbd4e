// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

/// Of unknown n: what grounds it, then its conductances to the unknowns n + 1 to n + ny.
inline void fill_row(const MatrixSlab& a, Index ny, Index j, Index k, float* __restrict row) {
  const Index at = j * a.slab + k * a.stride;
  const float *mass = a.mass + at, *sink = a.sink + at, *below = a.tz + at + a.stride, *next = a.ty + at + a.slab;
  const double shift = a.shift;
  for (Index v = k_band_lanes; v < (ny + 1) * k_band_lanes; ++v) row[v] = 0;
#pragma omp simd
  for (Index l = 0; l < k_band_lanes; ++l) {
    row[l] = static_cast<float>(shift * static_cast<double>(mass[l]) + static_cast<double>(sink[l]));
  }
  float *aside = row + k_band_lanes, *down = row + ny * k_band_lanes;
  if (j + 1 < ny) {
    for (Index l = 0; l < k_band_lanes; ++l) aside[l] = next[l];
  }
  if (k + 1 < a.nz) {
    for (Index l = 0; l < k_band_lanes; ++l) down[l] = below[l];
  }
}

/// Takes unknown n out: its neighbours are joined by w w / pivot and grounded by w ground / pivot. Sums and products of
/// what is not negative, so nothing cancels, however little grounds the whole.
inline void eliminate(Index ny, Index left, float* __restrict factors) {
  const Index row = (ny + 1) * k_band_lanes, last = left < ny ? left : ny;
  float pivot[k_band_lanes], inverse[k_band_lanes], share[k_band_lanes];
  float* __restrict own = factors;
  for (Index l = 0; l < k_band_lanes; ++l) pivot[l] = own[l];
  for (Index d = 1; d <= last; ++d) {
    const float* w = own + d * k_band_lanes;
#pragma omp simd
    for (Index l = 0; l < k_band_lanes; ++l) pivot[l] += w[l];
  }
#pragma omp simd
  for (Index l = 0; l < k_band_lanes; ++l) {
    const float whole = 1.0F / (pivot[l] > 0 ? pivot[l] : 1.0F);
    inverse[l] = pivot[l] > 0 ? whole : 0;
  }
  for (Index d = 1; d <= last; ++d) {
    const float* w = own + d * k_band_lanes;
    float* __restrict theirs = factors + d * row;
#pragma omp simd
    for (Index l = 0; l < k_band_lanes; ++l) {
      share[l] = w[l] * inverse[l];
      theirs[l] += share[l] * own[l];
    }
    for (Index e = d + 1; e <= last; ++e) {
      const float* further = own + e * k_band_lanes;
      float* __restrict joined = theirs + (e - d) * k_band_lanes;
#pragma omp simd
      for (Index l = 0; l < k_band_lanes; ++l) joined[l] += share[l] * further[l];
    }
  }
  for (Index d = 1; d <= last; ++d) {
    float* w = own + d * k_band_lanes;
#pragma omp simd
    for (Index l = 0; l < k_band_lanes; ++l) w[l] *= inverse[l];
  }
  for (Index l = 0; l < k_band_lanes; ++l) own[l] = inverse[l];
}

void factor(const MatrixSlab& a, Index ny, float* factors) {
  const Index row = (ny + 1) * k_band_lanes, n = a.nz * ny;
  for (Index at = 0; at < n; ++at) fill_row(a, ny, at % ny, at / ny, factors + at * row);
  for (Index at = 0; at < n; ++at) eliminate(ny, n - 1 - at, factors + at * row);
}

void solve(const MatrixSlab& a, Index ny, const float* factors, const float* f, float* u, float* scratch) {
  const Index row = (ny + 1) * k_band_lanes, n = a.nz * ny;
  for (Index at = 0; at < n; ++at) {
    const float* from = f + at % ny * a.slab + at / ny * a.stride;
    for (Index l = 0; l < k_band_lanes; ++l) scratch[at * k_band_lanes + l] = from[l];
  }
  for (Index v = n * k_band_lanes; v < (n + ny) * k_band_lanes; ++v) scratch[v] = 0;
  for (Index at = 0; at < n; ++at) {
    const float *own = scratch + at * k_band_lanes, *w = factors + at * row;
    for (Index d = 1; d <= ny; ++d) {
      const float* share = w + d * k_band_lanes;
      float* __restrict theirs = scratch + (at + d) * k_band_lanes;
#pragma omp simd
      for (Index l = 0; l < k_band_lanes; ++l) theirs[l] += share[l] * own[l];
    }
  }
  for (Index v = n * k_band_lanes; v < (n + ny) * k_band_lanes; ++v) scratch[v] = 0;
  for (Index at = n - 1; at >= 0; --at) {
    const float* w = factors + at * row;
    float* __restrict own = scratch + at * k_band_lanes;
    float sum[k_band_lanes];
#pragma omp simd
    for (Index l = 0; l < k_band_lanes; ++l) sum[l] = own[l] * w[l];
    for (Index d = 1; d <= ny; ++d) {
      const float *share = w + d * k_band_lanes, *theirs = scratch + (at + d) * k_band_lanes;
#pragma omp simd
      for (Index l = 0; l < k_band_lanes; ++l) sum[l] += share[l] * theirs[l];
    }
    float* to = u + at % ny * a.slab + at / ny * a.stride;
    for (Index l = 0; l < k_band_lanes; ++l) own[l] = sum[l];
    for (Index l = 0; l < k_band_lanes; ++l) to[l] = sum[l];
  }
}

}  // namespace

const BandKernels k_band_kernels = {factor, solve};
