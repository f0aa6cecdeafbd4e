#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "percuta/base/asked.hpp"
#include "percuta/base/stage_times.hpp"
#include "percuta/course/knowledge.hpp"
#include "percuta/transport/delivery/uptake.hpp"

/// One or more sessions: the whole chain as one readable function.
/// Model    strokes -> punctures -> insertion -> closure -> transport, for each session; over all of them then healing
///          and endpoints
/// In       chain inputs, ensemble member                    Out  what each session left
/// Holds    as the rooms                                      Throws  as the rooms
/// Checked  tests/course
namespace percuta::course {

/// [course]: when the sessions are, and what is done between them.
struct CoursePlan {
  std::int64_t sessions = 1;
  Quantity interval;       ///< between sessions [s]
  Quantity horizon;        ///< after the first [s]
  std::string aftercare;   ///< a product, "" = none
  Quantity aftercare_for;  ///< [s]
};
void describe(CoursePlan& plan, Visitor& visitor);

/// How a product comes to the skin: on it, in needles that stay, or through the needle.
enum class Way { on_skin, in_needles, injected };

/// What is put on in a session.
struct ProductInputs {
  std::string name;                    ///< a file of data/products, "" = nothing
  transport::Composition composition;  ///< what is known of it
  Quantity amount;                     ///< each time [kg/m2]
  Quantity apply;                      ///< after the last puncture; negative = before the session [s]
  Quantity every;                      ///< from one time to the next [s]
  std::int64_t times = 0;              ///< how often; 0 = once
  Quantity wash;                       ///< taken off so long after each time; 0 = it stays on [s]
  Quantity volume;                     ///< at each point, where it is injected [m3]
  Way way = Way::on_skin;

  /// Whether it comes in needles that dissolve, or wear a coat that does, or is injected: how much is theirs to tell.
  bool has_own_amount = false;
  /// Whether how much it holds of anything is known, and some of it is put on.
  bool is_told() const;
};

/// What one session is made of.
struct SessionInputs {
  device::Device device;
  strokes::Technique technique;
  Quantity cover;                ///< how long the skin is covered after it; 0 = not [s]
  punctures::Landings measured;  ///< in order; instead of strokes; empty = trace them
  std::uint32_t number = 0;      ///< of the course, from 1; 0 = its place among those that are traced
  bool is_numbed = false;        ///< by a product put on before it
  ProductInputs product = {};
  bool tells_uptake = true;  ///< false: an earlier session alike tells what gets in
};
void describe(SessionInputs& session, Visitor& visitor);
/// The keys of [product] beside its name and composition.
void describe_use(ProductInputs& product, Quantity& cover, Visitor& visitor);

/// Everything the chain needs. Uncertain quantities carry their spread; `simulate` draws them.
struct Inputs {
  skin::Person person;
  Quantity window_area;  ///< [m2]
  Knowledge knowledge;
  std::vector<SessionInputs> sessions;  ///< those that are traced, rising in number
  CoursePlan plan = {};
  std::vector<std::size_t> traced = {};  ///< per session of the course, which of `sessions` it is; empty = each is one
  std::vector<double> times = {};        ///< to be told of, after the last session [s]
  bool is_soothed = false;               ///< whether the aftercare holds what lines holes faster
  bool is_expression_line = false;       ///< whether the wrinkle is one that movements fold
  bool has_all_columns = false;          ///< heals each piece by itself, without classes
  bool is_bench = false;                 ///< nothing heals on a bench
  bool is_untreated = false;             ///< the sessions are left out: what becomes of the skin by itself
  /// What the products hold and what that turns into, as data/actives knows it.
  std::vector<transport::NamedActive> actives = {};
  transport::PatchPlan patch = {};  ///< in which the median person's holes are resolved
  bool are_all_patches = false;     ///< and so every member's
};
/// Each under its name.
void describe(std::vector<transport::NamedActive>& actives, Visitor& visitor);
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
  transport::Uptake uptake;  ///< empty where nothing that is known is put on
};

struct Course {
  skin::Skin skin;
  std::vector<Session> sessions;
  healing::State healing;          ///< empty where nothing of it or after it is wanted
  endpoints::Endpoints endpoints;  ///< the same
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

/// Which session of the course the traced one at `index`, from 0, is: from 1.
std::uint32_t session_number(const Inputs& inputs, std::size_t index);

inline constexpr std::size_t k_most_alike = 12;  ///< of sessions that are alike, no more are traced

/// Which sessions of a course are traced, and which of those stands for each.
struct TracedSessions {
  std::vector<std::size_t> sessions;    ///< rising, from 0
  std::vector<std::size_t> of_session;  ///< per session of the course, a place in `sessions`
};

/// Every session that differs from the study's own, and of those alike at most k_most_alike, spread over the course, as
/// needles wear. The others repeat one of them: the nearest in time or, by a key, one of its neighbours.
TracedSessions traced_sessions(const std::vector<bool>& are_alike, std::int64_t seed);

/// The names of the actives whose uptake the session tells, in the order of `inputs`.
std::vector<std::string> told_actives(const Inputs& inputs, const SessionInputs& session);

/// Until when what is put on is followed, of the times asked for after the last session [s].
std::vector<double> uptake_times(const Inputs& inputs);

/// When the sessions of the course are [s]: of two or more the interval must be above 0.
std::vector<double> session_times(const Inputs& inputs);

/// What is wanted of every member of a study, and what they share.
struct Scope {
  explicit Scope(const Inputs& inputs, Asked wanted = {});

  Asked asked;  ///< rooms from which nothing is wanted, nor from one after them, are left out
  std::optional<punctures::CoverageWindow> window;  ///< of the medians, where coverage is wanted
  StageTimes* times = nullptr;                      ///< told where the time goes; nullptr = nobody asks
  healing::SharedReferences* references = nullptr;  ///< of many studies; nullptr = each member works out its own
  bool is_coarse = false;  ///< healing is walked coarsely: to see which way an input turns what is asked
  /// Of the very member that is walked: sessions whose needles must land as its do take its landings. May be nullptr.
  const Walked* before = nullptr;
  /// Holes are resolved in the inputs' patch, and who watches it; nullptr = they are rings.
  const transport::PatchWatch* patch = nullptr;
};

/// The chain with inputs that are sampled already; `member` keys what the hand does. Without a scope all is worked out.
Course walk(const Inputs& sampled, const Member& member, const Scope* scope = nullptr);

/// What each place of the window comes to: of a course that was healed and measured, with the inputs it was walked
/// with.
std::vector<endpoints::PlaceValues> outcome_map(const Inputs& sampled, const Course& course);

/// What of the first session's product has got in at each place of the window: of a course that was walked with these
/// inputs. Empty where nothing that is known is put on.
transport::DoseMap dose_map(const Inputs& sampled, const Course& course);

/// Draws this member's inputs and walks the chain.
Course simulate(const Inputs& inputs, const Member& member, const Scope* scope = nullptr);

}  // namespace percuta::course
