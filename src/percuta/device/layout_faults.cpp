#include <fmt/format.h>

#include "percuta/base/error.hpp"
#include "percuta/device/layout.hpp"
#include "percuta/device/soundness.hpp"

namespace percuta::device {

namespace {

constexpr int k_most_places_a_needle = 10;  // a sliver of an outline lies aslant in a box of many empty places
constexpr std::size_t k_most_corners = 2000;

std::string at_most() {
  return fmt::format("a device has at most {} needles", k_most_needles);
}

void find_number_faults(const Head& head, Faults& faults) {
  const bool has_list = head.layout == "csv", has_outline = !head.outline.empty();
  if (head.needles == 0 && !has_list && !has_outline) {
    faults.push_back({"head.needles", "the head does not say how many needles it has", "write head.needles = 12"});
  }
  if (static_cast<std::int64_t>(head.positions.size()) > k_most_needles) {
    faults.push_back(
        {"head.positions", fmt::format("head.positions lists {} needles", head.positions.size()), at_most()});
  }
  const bool has_rows = head.rows > 0 && head.needles > 0 && !has_list && !has_outline;
  if (has_rows && ceiling(head.needles, ceiling(head.needles, head.rows)) != head.rows) {
    faults.push_back({"head.rows",
                      fmt::format("{} needles cannot stand in {} rows of equal number", head.needles, head.rows),
                      "only the last row may have fewer than the others"});
  }
}

/// An outline whose needles can be counted.
void find_crowding(const Head& head, Faults& faults) {
  const LatticeExtent extent = extent_inside(lattice_of(head), outline_of(head));
  const auto most = static_cast<double>(k_most_needles);
  if (extent.inside <= most && extent.places <= k_most_places_a_needle * most) return;
  faults.push_back(
      {"head.pitch",
       fmt::format("head.pitch is {}: the outline would hold about {:.2g} needles", in_mm(head.pitch), extent.inside),
       at_most()});
}

void find_outline_faults(const Head& head, Faults& faults) {
  if (head.outline.size() > k_most_corners) {
    faults.push_back({"head.outline", fmt::format("head.outline has {} corners", head.outline.size()),
                      fmt::format("{} are enough for any head; draw it with fewer", k_most_corners)});
    return;
  }
  const std::size_t before = faults.size();
  if (head.layout != "grid" && head.layout != "hex") {
    faults.push_back(
        {"head.outline", fmt::format("an outline cuts layouts 'grid' and 'hex', not '{}'", head.layout), ""});
  }
  if (head.pitch <= 0) {
    faults.push_back({"head.outline", "a head with an outline needs the distance between its needles",
                      "write head.pitch = \"0.5 mm\""});
  }
  try {
    outline_of(head);
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems()) faults.push_back({"head.outline", problem.message, problem.hint});
  }
  if (faults.size() == before) find_crowding(head, faults);
}

}  // namespace

void find_layout_faults(const Head& head, Faults& faults) {
  if (head.layout == "csv" && head.positions.empty()) {
    faults.push_back(
        {"head.layout", "a head of layout 'csv' has no positions", "list them: head.positions = [[x, y], ...]"});
  }
  if (head.layout != "csv" && !head.positions.empty()) {
    faults.push_back({"head.positions", fmt::format("head.positions do nothing in a head of layout '{}'", head.layout),
                      "write head.layout = \"csv\""});
  }
  find_number_faults(head, faults);
  if (!head.outline.empty()) find_outline_faults(head, faults);
}

}  // namespace percuta::device
