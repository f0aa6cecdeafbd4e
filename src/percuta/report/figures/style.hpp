#pragma once

#include <string_view>

/// How the static figures look: one place for sizes [px] and colours.
namespace percuta::report::style {

inline constexpr double k_width = 960;
inline constexpr double k_margin = 28;
inline constexpr double k_title_size = 22;
inline constexpr double k_text_size = 13;
inline constexpr double k_small_size = 12;
inline constexpr double k_line_height = 19;

inline constexpr double k_hair = 1;
inline constexpr double k_fine = 1.5;
inline constexpr double k_bold = 2.5;

inline constexpr double k_veil = 0.15;  // opacity of a range behind the data
inline constexpr double k_solid = 0.8;  // opacity of bars, so that what lies behind still shows

inline constexpr double k_room_below = 1.2;     // a depth axis reaches so much further than what is drawn
inline constexpr double k_room_beside = 1.05;   // and the axis of a quantity so much
inline constexpr double k_map_margin = 0.05;    // round a map, of its width
inline constexpr double k_tile_overlap = 0.25;  // [px], so that no hairline shows between tiles
inline constexpr double k_smallest_dot = 1.5;   // of a puncture
inline constexpr double k_largest_dot = 5;
inline constexpr double k_dot_share = 0.6;     // of the mean distance between punctures
inline constexpr double k_cross_size = 1.5;    // of a dot
inline constexpr double k_tick_slack = 0.001;  // of a step, so that rounding drops no tick at either end

inline constexpr std::string_view k_paper = "#ffffff";
inline constexpr std::string_view k_ink = "#1b1f24";
inline constexpr std::string_view k_quiet = "#59616b";
inline constexpr std::string_view k_grid = "#d9dde2";
inline constexpr std::string_view k_skin = "#f6f1ea";
inline constexpr std::string_view k_treated = "#fffdfa";
inline constexpr std::string_view k_edge = "#8c8377";
inline constexpr std::string_view k_expression = "#a8327d";
inline constexpr std::string_view k_bar = "#24497e";
inline constexpr std::string_view k_whisker = "#0d1117";
inline constexpr std::string_view k_face = "#7a5c45";

}  // namespace percuta::report::style
