#include <fmt/format.h>

#include <iterator>

#include "percuta/base/text/number.hpp"
#include "percuta/report/tables/tables.hpp"

namespace percuta::report {

namespace {

constexpr int k_length_decimals = 5;      // of mm: 10 nm
constexpr int k_force_decimals = 6;       // of N
constexpr std::size_t k_piece = 1 << 16;  // [bytes]

void add_row(std::string& csv, std::size_t number, const course::Session& session, std::size_t i) {
  const punctures::Puncture& puncture = session.punctures.all[i];
  const auto stroke_at = static_cast<std::size_t>(puncture.stroke);
  const strokes::Stroke stroke = stroke_at < session.strokes.size() ? session.strokes[stroke_at] : strokes::Stroke{};
  const insertion::Channel channel = i < session.channels.all.size() ? session.channels.all[i] : insertion::Channel{};
  fmt::format_to(
      std::back_inserter(csv), "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", number, puncture.stroke,
      stroke.pass, stroke.direction, puncture.needle, puncture.hole, puncture.is_reentry ? 1 : 0,
      puncture.in_window ? 1 : 0, fixed_text(puncture.x * k_mm_per_m, k_length_decimals),
      fixed_text(puncture.y * k_mm_per_m, k_length_decimals), fixed_text(channel.depth * k_mm_per_m, k_length_decimals),
      fixed_text(channel.force, k_force_decimals), fixed_text(puncture.force, k_force_decimals),
      fixed_text(puncture.length * k_mm_per_m, k_length_decimals), puncture.tilt, puncture.speed,
      fixed_text(channel.residual_depth * k_mm_per_m, k_length_decimals),
      fixed_text(channel.width * k_mm_per_m, k_length_decimals), i);
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
