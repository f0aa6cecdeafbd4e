#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "percuta/base/asked.hpp"
#include "percuta/base/stage_times.hpp"
#include "percuta/course/knowledge.hpp"

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
  Quantity cover;                ///< how long the skin is covered after it; 0 = not [s]
  punctures::Landings measured;  ///< in order; instead of strokes; empty = trace them
};
void describe(SessionInputs& session, Visitor& visitor);

/// Everything the chain needs. Uncertain quantities carry their spread; `simulate` draws them.
struct Inputs {
  skin::Person person;
  Quantity window_area;  ///< [m2]
  Knowledge knowledge;
  std::vector<SessionInputs> sessions;
};
/// All of it in one walk, whose paths are the study's keys: what a verdict names, `percuta explain` knows.
void describe(Inputs& inputs, Visitor& visitor);

/// What one session left behind.
struct Session {
  std::vector<strokes::Stroke> strokes;
  punctures::Punctures punctures;
  punctures::Coverage coverage;
  insertion::Channels channels;
  insertion::Reach reach;
  insertion::HolesLeft holes;
  closure::Clocks clocks;
};

struct Course {
  skin::Skin skin;
  std::vector<Session> sessions;
};

/// `inputs` with this member's own draws, each keyed by the study's key. Equal keys draw alike in every session: it is
/// the same device and the same hand.
Inputs sample_inputs(Inputs inputs, const Member& member);

/// The skin that sampled inputs stand for: the site's window, or a square of the specimen of the same area.
skin::Skin skin_of(const Inputs& inputs);

/// How near to an open hole a needle that lands slips into it: as far as skin guides it, and at least on the hole, the
/// widest that the device leaves [m].
double capture_distance(const Knowledge& known, const device::Device& device);

/// A course, and the sampled inputs that it was walked with.
struct Walked {
  Inputs inputs;
  Course course;
};

/// What is wanted of every member of a study, and what they share.
struct Scope {
  explicit Scope(const Inputs& inputs, Asked wanted = {});

  Asked asked;  ///< rooms from which nothing is wanted, nor from one after them, are left out
  std::optional<punctures::CoverageWindow> window;  ///< of the medians, where coverage is wanted
  StageTimes* times = nullptr;                      ///< told where the time goes; nullptr = nobody asks
  /// Of the very member that is walked: sessions whose needles must land as its do take its landings. May be nullptr.
  const Walked* before = nullptr;
};

/// The chain with inputs that are sampled already; `member` keys what the hand does. Without a scope all is worked out.
Course walk(const Inputs& sampled, const Member& member, const Scope* scope = nullptr);

/// Draws this member's inputs and walks the chain.
Course simulate(const Inputs& inputs, const Member& member, const Scope* scope = nullptr);

}  // namespace percuta::course
