#include "profile_text.hpp"

#include <fmt/format.h>

namespace percuta::apps {

std::string profile_text(const std::vector<StageTimes::Stage>& stages, double all) {
  std::string text = fmt::format("{:<26}{:>16}{:>9}\n", "Where the time went", "processor [s]", "share");
  double left = all;
  const auto add = [&](const std::string& name, double seconds) {
    text += fmt::format("  {:<24}{:>16.3f}{:>7.0f} %\n", name, seconds, all > 0 ? 100 * seconds / all : 0.0);
  };
  for (const StageTimes::Stage& stage : stages) {
    add(stage.name, stage.seconds);
    left -= stage.seconds;
  }
  add("all else", left > 0 ? left : 0);
  return text;
}

}  // namespace percuta::apps
