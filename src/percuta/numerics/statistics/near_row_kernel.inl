// Compiled once per clone, inside that clone's namespace. Nothing here may call an inline function from elsewhere: the
// linker keeps one copy of those, and it could be the one with instructions that this processor lacks.

namespace {

/// Beyond any error of `steps` below 8192.
constexpr float k_doubt = 1.0F / 256;

/// 1 / sqrt(s) from the bits of s and three steps of Newton's method.
inline float inverse_root(float s) {
  float y = __builtin_bit_cast(float, 0x5f3759df - (__builtin_bit_cast(std::int32_t, s) >> 1));
  y = y * (1.5F - 0.5F * s * y * y);
  y = y * (1.5F - 0.5F * s * y * y);
  return y * (1.5F - 0.5F * s * y * y);
}

}  // namespace

void measure(const NearRow& row, double* square, std::int32_t* bin) {
  const double x = row.x, y = row.y, cap = row.cap;
  const double* __restrict xs = row.xs, * __restrict ys = row.ys;
  const double scale = row.per_step * row.per_step;
  double* __restrict squares = square;
  std::int32_t* __restrict bins = bin;
  const std::size_t n = row.n;
  for (std::size_t k = 0; k < n; ++k) {
    const double dx = xs[k] - x, dy = ys[k] - y;
    const double s = dx * dx + dy * dy;
    squares[k] = s;
    const float square_steps = static_cast<float>((s < cap ? s : cap) * scale);
    const float steps = square_steps * inverse_root(square_steps);
    const std::int32_t whole = static_cast<std::int32_t>(steps);
    const float rest = steps - static_cast<float>(whole);
    bins[k] = rest > k_doubt && rest < 1 - k_doubt ? whole + 1 : -2 - whole;
  }
}

void weigh(const NearRow& row, const ShiftedWindow& window, double* weight) {
  const double x = row.x, y = row.y, width = window.width, height = window.height;
  const double area = window.area, most = window.most;
  const double* __restrict xs = row.xs, * __restrict ys = row.ys;
  double* __restrict weights = weight;
  const std::size_t n = row.n;
  for (std::size_t k = 0; k < n; ++k) {
    const double dx = xs[k] - x, dy = ys[k] - y;
    const double across = width - __builtin_fabs(dx), along = height - __builtin_fabs(dy);
    const double shared = across > 0 ? across * along : 0;
    const double over = area / (along > 0 ? shared : 0);
    weights[k] = over < most ? over : most;
  }
}
