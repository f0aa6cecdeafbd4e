#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "percuta/closure/closure.hpp"

/// One or more sessions: the whole chain as one readable function.
/// Model    strokes -> punctures -> insertion -> closure, for each session
/// In       chain inputs, ensemble member                    Out  what each session left
/// Holds    as the rooms                                      Throws  as the rooms
/// Checked  tests/course
namespace percuta::course {

/// What one session is made of.
struct SessionInputs {
  device::Device device;
  strokes::Technique technique;
  Quantity cover;                            ///< how long the skin is covered after it; 0 = not [s]
  std::vector<punctures::Landing> measured;  ///< instead of strokes; empty = trace them
};
void describe(SessionInputs& session, Visitor& visitor);

/// Everything the chain needs. Uncertain quantities carry their spread; `simulate` draws them.
struct Inputs {
  skin::Person person;
  skin::SiteData site;
  Quantity window_area;  ///< [m2]
  skin::Mechanics mechanics;
  strokes::Hand hand;
  punctures::Guidance guidance;
  insertion::Contact contact;
  strokes::InjectionPatterns patterns;
  closure::Rates closure;
  std::vector<SessionInputs> sessions;
  std::optional<skin::Specimen> specimen = std::nullopt;  ///< on a bench: instead of site and mechanics
};
/// All of it in one walk, for draws, provenance and the inputs hash.
void describe(Inputs& inputs, Visitor& visitor);

/// What one session left behind.
struct Session {
  std::vector<strokes::Stroke> strokes;
  punctures::Punctures punctures;
  punctures::Coverage coverage;
  insertion::Channels channels;
  insertion::Reach reach;
  closure::Clocks clocks;
};

struct Course {
  skin::Skin skin;
  std::vector<Session> sessions;
};

/// `inputs` with this member's own draws.
Inputs drawn(Inputs inputs, const Member& member);

/// The skin that drawn inputs stand for: the site's window, or a square of the specimen of the same area.
skin::Skin skin_of(const Inputs& inputs);

/// The chain with inputs that are drawn already; `member` keys what the hand does.
Course walk(const Inputs& drawn, const Member& member, numerics::KernelClone clone);

/// Draws this member's inputs and walks the chain.
Course simulate(const Inputs& inputs, const Member& member, numerics::KernelClone clone);

}  // namespace percuta::course
