#include "percuta/study/session_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "percuta/base/text/number.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/keys/device_body.hpp"
#include "percuta/study/keys/device_statements.hpp"
#include "percuta/study/keys/experiment_keys.hpp"
#include "percuta/study/keys/key_place.hpp"
#include "percuta/study/keys/site_statements.hpp"
#include "percuta/study/limit_rows.hpp"
#include "percuta/study/product/session_product.hpp"

namespace percuta::study {

namespace {

/// What can still be checked when device or site are unknown, so that a user sees all errors at once.
void read_choices(Node root, const Node& defaults, const Units& units, Problems& problems) {
  root = without(std::move(root), "device");
  for (const course::KnowledgeTable& table : course::knowledge_tables()) root = without(std::move(root), table.key);
  StudyFile file;
  read_members(
      root, &defaults, units, [&](Visitor& visitor) { describe_choices(file, visitor); }, problems);
}

bool holds(const safety::Product& product, const char* active) {
  return std::find(product.contains.begin(), product.contains.end(), active) != product.contains.end();
}

/// Adds a problem for a course that ends before its last session, or before a time that is asked for.
void check_course(const StudyFile& file, const Node& root, const Units& units, Problems& problems) {
  const course::CoursePlan& plan = file.course;
  const double last = static_cast<double>(plan.sessions - 1) * plan.interval;
  if (file.experiment.is_wanted()) return;
  const auto days = [&](double seconds) { return short_text(units.from_si(seconds, "day")); };
  for (const Quantity& time : file.outputs.times) {
    if (last + time <= plan.horizon) continue;
    problems.add({fmt::format("{} days after the last session lie beyond the horizon, which ends {} days after it",
                              days(time), days(plan.horizon - last)),
                  "raise course.horizon, which counts from the first session on, or leave that time out",
                  place_of(root, "outputs.times")});
  }
  if (plan.horizon >= last) return;
  problems.add({fmt::format("the last of {} sessions is on day {}, beyond the horizon of {} days", plan.sessions,
                            days(last), days(plan.horizon)),
                "raise course.horizon, which counts from the first session on, or have fewer or nearer sessions",
                place_of(root, "course.horizon")});
}

/// Adds a problem for ends of healing's ranges that stand the wrong way round.
void check_healing(const healing::Rates& rates, const Node& root, Problems& problems) {
  const auto must_rise = [&](const Quantity& low, const Quantity& high, const char* low_key, const char* high_key) {
    if (low < high) return;
    problems.add({fmt::format("{} is not below {}", low_key, high_key),
                  fmt::format("lower {}, or raise {}", low_key, high_key), place_of(root, low_key)});
  };
  must_rise(rates.making_least, rates.making_most, "healing.making_least", "healing.making_most");
  must_rise(rates.young_age, rates.old_age, "healing.young_age", "healing.old_age");
}

/// Adds a problem for each refusal; keeps the notes with the session.
void check_safety(SessionFile& session, const Node& root, StudyData& data, const Units& units, Problems& problems) {
  const auto limits =
      read_struct<safety::Limits>(data.document(data.file("limits/contraindications.toml")), nullptr, units);
  const StudyFile& file = session.file;
  const course::Knowledge& known = file.knowledge;
  const std::vector<safety::ProductUse> uses = products_of(file, root, data, units, problems);
  for (const safety::ProductUse& use : uses) {
    if (use.key == "course.aftercare") session.aftercare_soothes = holds(use.product, "panthenol");
    if (use.key == "product.name") {
      session.product_title = use.product.title;
      session.product_setting = use.product.setting;
    }
    if (use.key == "product.name") session.is_numbed = file.product.apply < 0 && holds(use.product, "lidocaine");
  }
  const safety::Treatment treatment{
      file.person,    file.site,       known.skin, known.mechanics,         known.specimen.has_value(), session.device,
      file.technique, known.injection, uses,       file.research.overrides, read_limits(data, units)};
  for (safety::Refusal& refusal : safety::refuse(treatment, limits, units)) {
    problems.add({std::move(refusal.message), std::move(refusal.hint), place_of(root, refusal.key)});
  }
  session.safety_notes = safety::notes(treatment, limits, units);
}

/// Adds a problem for a technique that the device knows nothing of, or that asks more of its needles than they have.
void check_technique(const SessionFile& session, const Node& root, Problems& problems) {
  const strokes::Technique& technique = session.file.technique;
  for (const strokes::Misfit& misfit : strokes::misfits(technique, session.device)) {
    problems.add({misfit.message, misfit.hint, place_of(root, misfit.key)});
  }
}

/// Takes over what the study says of the device. Adds a problem for what does not fit together in it.
void complete_device(SessionFile& session, const Node& root, Problems& problems) {
  const DeviceChoice& own = session.file.device;
  session.device.needle = own.needle;
  session.device.drum = own.drum;
  session.device.head = own.head;
  session.device.applicator = own.applicator;
  session.device.wear = own.wear;
  session.device.strength = own.strength;
  follow_study(root, session.device);
  const std::size_t before = problems.list().size();
  check_statements(session.device, session.lookup.device, root, problems);
  if (problems.list().size() > before || device::body_of(session.device.kind) != "head") return;
  session.device.head.needles = device::needle_count(session.device);
  session.file.device.head = session.device.head;  // the resolved study tells the number that was laid out
}

/// How the product comes to the skin with that device.
void tell_way(const device::Device& device, course::ProductInputs& product) {
  const std::string& release = device.needle.release;
  if (device::manner_of(device.kind) == device::Manner::inject) {
    product.way = course::Way::injected;
    product.has_own_amount = true;
  } else if (device::is_left_on(device.kind) && release != "nothing") {
    product.way = course::Way::in_needles;
    product.has_own_amount = release != "swells";
  }
}

/// Reads one session. Adds problems; the result is usable only when none were added.
SessionFile read_session(const StudyTree& tree, const Node& root, const Overrides& overrides, StudyData& data,
                         const Units& units, Problems& problems) {
  SessionFile session;
  session.lookup = look_up(tree, root, overrides, data, problems);
  if (!session.lookup.is_complete) {
    read_choices(root, session.lookup.defaults, units, problems);
    return session;
  }
  const std::size_t before = problems.list().size();
  read_members(
      session.lookup.device, nullptr, units, [&](Visitor& visitor) { device::describe(session.device, visitor); },
      problems);
  check_body(session.device.kind, session.lookup.device, root, problems);
  session.file.device.kind = session.device.kind;
  if (session.lookup.is_specimen) session.file.knowledge.specimen.emplace();
  read_members(
      root, &session.lookup.defaults, units, [&](Visitor& visitor) { describe(session.file, visitor); }, problems);
  if (problems.list().size() > before) return session;
  complete_device(session, root, problems);
  if (!session.lookup.is_specimen) {
    check_site_statements(session.file.knowledge.skin, session.lookup.site, root, problems);
  }
  if (!course::is_straight(session.file.experiment, session.device.kind)) check_technique(session, root, problems);
  if (session.file.experiment.is_wanted()) {
    check_experiment(session.file.experiment, session.device.kind, session.device.applicator.mass > 0, root, problems);
  }
  check_safety(session, root, data, units, problems);
  tell_way(session.device, session.file.product);
  check_product(session, root, data, problems);
  if (problems.list().size() == before) read_actives(session, root, data, units, problems);
  check_course(session.file, root, units, problems);
  check_healing(session.file.knowledge.healing, root, problems);
  return session;
}

/// The same mistake seen in several sessions is told once.
void throw_distinct(const Problems& problems) {
  Problems distinct;
  std::set<std::tuple<std::string, int, int, std::string>> seen;
  for (const Problem& problem : problems.list()) {
    if (seen.insert({problem.place.file, problem.place.line, problem.place.column, problem.message}).second) {
      distinct.add(problem);
    }
  }
  distinct.throw_if_any();
}

}  // namespace

std::vector<SessionFile> read_sessions(StudyTree& tree, const Overrides& overrides, StudyData& data,
                                       const Units& units) {
  Problems problems;
  tree.root = with_known_keys(std::move(tree.root), problems);
  const std::int64_t highest = highest_session(tree.root, problems);
  check_session_keys(tree.root, problems);
  std::vector<SessionFile> sessions;
  sessions.push_back(read_session(tree, session_root(tree.root, 1), overrides, data, units, problems));
  throw_distinct(problems);
  const std::int64_t wanted = sessions.front().file.course.sessions;
  if (highest > wanted) {
    problems.add({fmt::format("[[session]] number {} is beyond the course's {} session{}", highest, wanted,
                              wanted == 1 ? "" : "s"),
                  "raise course.sessions", tree.root.find("session")->place()});
  }
  for (std::int64_t number = 2; number <= std::min(wanted, highest); ++number) {
    sessions.push_back(read_session(tree, session_root(tree.root, number), overrides, data, units, problems));
    sessions.back().is_changed = changes_session(tree.root, number);
  }
  if (wanted > highest && wanted > 1) {
    const SessionFile alike = read_session(tree, without(tree.root, "session"), overrides, data, units, problems);
    sessions.resize(static_cast<std::size_t>(wanted), alike);
  }
  sessions.front().is_changed = changes_session(tree.root, 1);
  throw_distinct(problems);
  return sessions;
}

}  // namespace percuta::study
