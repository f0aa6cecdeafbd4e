#include <fmt/compile.h>

#include <concepts>
#include <iterator>

#include "percuta/base/text/number.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

constexpr int k_length_decimals = 5;      // of mm: 10 nm
constexpr int k_force_decimals = 6;       // of N
constexpr std::size_t k_piece = 1 << 16;  // [bytes]

/// One row of the table, cell after cell.
class Row {
 public:
  explicit Row(std::string& csv) : csv_(csv) {}

  template <std::integral Number>
  Row& whole(Number number) {
    const fmt::format_int text(number);
    cell().append(text.data(), text.size());
    return *this;
  }
  Row& flag(bool is_set) { return whole(is_set ? 1 : 0); }
  Row& shortest(float number) {
    cell();
    fmt::format_to(std::back_inserter(csv_), FMT_COMPILE("{}"), number);
    return *this;
  }
  Row& millimetres(double length) { return fixed(length * k_mm_per_m, k_length_decimals); }
  Row& newtons(double force) { return fixed(force, k_force_decimals); }
  void end() { csv_ += '\n'; }

 private:
  std::string& cell() {
    if (!is_first_) csv_ += ',';
    is_first_ = false;
    return csv_;
  }
  Row& fixed(double number, int decimals) {
    append_fixed(cell(), number, decimals);
    return *this;
  }

  std::string& csv_;
  bool is_first_ = true;
};

void add_row(std::string& csv, std::size_t number, const course::Session& session, std::size_t i) {
  const punctures::Puncture& puncture = session.punctures.all[i];
  const auto stroke_at = static_cast<std::size_t>(puncture.stroke);
  const strokes::Stroke stroke = stroke_at < session.strokes.size() ? session.strokes[stroke_at] : strokes::Stroke{};
  const insertion::Channel channel = i < session.channels.all.size() ? session.channels.all[i] : insertion::Channel{};
  Row row(csv);
  row.whole(number).whole(puncture.stroke).whole(stroke.pass).whole(stroke.direction);
  row.whole(puncture.needle).whole(puncture.hole).flag(puncture.is_reentry).flag(puncture.in_window);
  row.millimetres(puncture.x).millimetres(puncture.y).millimetres(channel.depth);
  row.newtons(channel.force).newtons(puncture.force).millimetres(puncture.length);
  row.shortest(puncture.tilt).shortest(puncture.speed);
  row.millimetres(channel.residual_depth).millimetres(channel.width).whole(i).end();
}

}  // namespace

void write_punctures(const run::Record& record, const std::function<void(std::string_view)>& take) {
  std::string csv =
      "session,stroke,pass,direction,needle,hole,reentry,in_window,"
      "x_mm,y_mm,depth_mm,force_on_needle_N,force_on_device_N,"
      "length_mm,tilt_rad,tip_speed_m_s,residual_depth_mm,channel_width_mm,strike\n";
  std::size_t number = 0;
  for (const course::Session& session : record.median_run.sessions) {
    ++number;
    for (std::size_t i = 0; i < session.punctures.all.size(); ++i) {
      add_row(csv, number, session, i);
      if (csv.size() < k_piece) continue;
      take(csv);
      csv.clear();
    }
  }
  take(csv);
}

std::string punctures_csv(const run::Record& record) {
  std::string csv;
  write_punctures(record, [&](std::string_view piece) { csv += piece; });
  return csv;
}

}  // namespace percuta::report
