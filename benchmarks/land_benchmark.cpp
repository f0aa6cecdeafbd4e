// Trace and land alone, one core, re-entry on: a roller, a pen and a stamp over an outline of many corners.
#include "measure.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/punctures/punctures.hpp"

namespace {

using namespace percuta;

constexpr int k_repeats = 7;
constexpr double k_target_rate = 6e6;     // strikes a second
constexpr double k_target_bytes = 100e6;  // for a million punctures

template <class Struct>
Struct shipped(const std::string& file) {
  return read_struct<Struct>(read_document(std::string(PERCUTA_SOURCE_DIR) + "/data/" + file), nullptr, Units());
}

skin::Skin cheek() {
  const auto site = shipped<skin::SiteData>("skin/sites/cheek.toml");
  skin::Skin skin;
  for (const std::vector<double>& corner : site.outline) skin.outline.push_back({corner[0], corner[1]});
  skin.outline = numerics::scaled_to_area(skin.outline, site.area);
  skin.window = numerics::scaled_to_area(skin.outline, 40e-4);
  return skin;
}

strokes::Technique asked(std::int64_t passes) {
  strokes::Technique technique;
  for (const double direction : {0.0, 0.8, 1.6, 2.4}) technique.directions.push_back(certain(direction));
  technique.passes = passes;
  technique.speed = certain(0.05);
  technique.force = certain(5);
  technique.skill = certain(0.5);
  return technique;
}

/// One session of a shipped device on the cheek.
struct Session {
  device::Device device;
  strokes::Technique technique;
  strokes::Hand hand = shipped<strokes::Hand>("hand.toml");
  strokes::InjectionPatterns patterns = shipped<strokes::InjectionPatterns>("injection.toml");
  punctures::Guidance guidance = shipped<punctures::Guidance>("punctures.toml");
  skin::Skin skin = cheek();

  Session(const std::string& name, std::int64_t passes)
      : device(shipped<device::Device>("devices/" + name + ".toml")), technique(asked(passes)) {}

  double strikes() const {
    const Member member{7, 0, 32};
    const auto strokes = strokes::trace(technique, hand, patterns, device, skin, member, 1);
    return static_cast<double>(punctures::land(strokes, device, skin, guidance, member, 1).struck);
  }
};

void time_device(const std::string& name, std::int64_t passes) {
  const Session session(name, passes);
  double strikes = 0;
  const double seconds = benchmark::median_seconds(k_repeats, [&] { strikes = session.strikes(); });
  benchmark::print_row("trace + land, " + name, strikes / seconds, "strikes/s", k_target_rate, "target", true);
}

}  // namespace

int main() {
  const double before = benchmark::peak_bytes();
  const double strikes = Session("roller-192", 100).strikes();
  benchmark::print_row("memory of trace + land, a million strikes", (benchmark::peak_bytes() - before) * 1e6 / strikes,
                       "bytes", k_target_bytes, "target", false);
  time_device("roller-192", 15);
  time_device("pen-12", 4);
  time_device("stamp-hand", 30);
}
