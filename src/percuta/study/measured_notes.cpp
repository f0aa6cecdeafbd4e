#include "percuta/study/measured_notes.hpp"

#include <fmt/format.h>

#include "percuta/base/text/number.hpp"
#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {
namespace {

constexpr double k_percent = 100;

std::string box_text(const numerics::Box& box, const Units& units) {
  const auto mm = [&](double metres) { return short_text(units.from_si(metres, "mm")); };
  return fmt::format("x {} to {} mm, y {} to {} mm", mm(box.low.x), mm(box.high.x), mm(box.low.y), mm(box.high.y));
}

/// A map of which nothing can count is most likely in another frame or unit.
InputError misses(const MeasuredTable& table, const punctures::Lie& lie, const std::string& of_session,
                  const skin::Skin& skin, const Units& units) {
  return InputError(
      fmt::format(
          "none of the {} rows of '{}'{} lies in the treated window: the map spans {}; the site's outline spans "
          "{}, the window in it {}",
          lie.rows, table.name, of_session, box_text(lie.box, units),
          box_text(numerics::bounding_box(skin.outline), units), box_text(numerics::bounding_box(skin.window), units)),
      "x_mm and y_mm are millimetres in the frame of the site's outline (data/skin/sites): move, turn or scale the map "
      "into it");
}

std::string share_text(std::int64_t part, std::int64_t all) {
  return short_text(k_percent * static_cast<double>(part) / static_cast<double>(all));
}

/// Rows that do not count in full.
void add_for_lie(const MeasuredTable& table, const punctures::Lie& sum, std::vector<std::string>& notes) {
  if (sum.off_site > 0) {
    notes.push_back(fmt::format("{} of {} rows of '{}' ({} %) lie off the site's outline: they are left out.",
                                sum.off_site, table.rows, table.name, share_text(sum.off_site, table.rows)));
  }
  if (sum.off_window > 0) {
    notes.push_back(
        fmt::format("{} of {} rows of '{}' ({} %) lie on the site but outside the treated window, of which alone the "
                    "results are.",
                    sum.off_window, table.rows, table.name, share_text(sum.off_window, table.rows)));
  }
}

}  // namespace

std::vector<std::string> measured_notes(const MeasuredTable& table, const Node& root, const skin::Skin& skin,
                                        const Units& units) {
  std::vector<std::string> notes;
  if (table.name.empty()) return notes;
  Problems problems;
  punctures::Lie sum;
  for (std::size_t i = 0; i < table.sessions.size(); ++i) {
    const std::string of_session = table.sessions.size() > 1 ? fmt::format(" in session {}", i + 1) : "";
    if (table.sessions[i].empty()) {
      notes.push_back(fmt::format("'{}' has no rows of session {}: its strokes are traced as the technique asks.",
                                  table.name, i + 1));
      continue;
    }
    const punctures::Lie lie = punctures::lie_of(table.sessions[i], skin);
    sum.off_site += lie.off_site;
    sum.off_window += lie.off_window;
    if (lie.off_site + lie.off_window < lie.rows) continue;
    add_at(root, "punctures.from", misses(table, lie, of_session, skin, units), problems);
  }
  problems.throw_if_any();
  add_for_lie(table, sum, notes);
  for (const IdleColumn& column : table.idle) {
    notes.push_back(fmt::format("'{}' gives {} in {} row{}, and nothing is made of it: {}.", table.name, column.name,
                                table.rows, table.rows == 1 ? "" : "s", column.why));
  }
  return notes;
}

}  // namespace percuta::study
