#include "percuta/course/stages.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

namespace percuta::course {
namespace {

/// A room's results, read off a session through `part`.
template <class Source, class Part>
std::vector<ResultOf<Treated>> of_session(std::vector<ResultOf<Source>> results, Part part) {
  return results_within<Treated>(std::move(results), part);
}

std::vector<ResultOf<Treated>> strokes_of(const Scales&) {
  return of_session(strokes::results(), [](const Treated& all) -> const auto& { return all.session.strokes; });
}

std::vector<ResultOf<Treated>> coverage(const Scales&) {
  return of_session(punctures::results(),
                    [](const Treated& all) { return punctures::Landed{all.session.punctures, all.session.coverage}; });
}

std::vector<ResultOf<Treated>> insertion_results(const Scales& scales) {
  std::vector<ResultOf<Treated>> results =
      of_session(punctures::dose_results(), [](const Treated& all) -> const auto& { return all.session.coverage; });
  for (ResultOf<Treated>& one : of_session(insertion::results(scales.depths), [](const Treated& all) {
         const Session& session = all.session;
         return insertion::Inserted{session.channels, session.reach, session.punctures, all.skin, session.holes};
       })) {
    results.push_back(std::move(one));
  }
  return results;
}

std::vector<ResultOf<Treated>> closing(const Scales& scales) {
  return of_session(closure::results(scales.times), [](const Treated& all) { return all.session.clocks; });
}

std::vector<ResultOf<Treated>> delivered(const Scales& scales) {
  return of_session(transport::results(scales.actives, scales.since_applied),
                    [](const Treated& all) -> const auto& { return all.session.uptake; });
}

std::vector<ResultOf<Course>> healed(const Scales& scales) {
  return results_within<Course>(healing::results(scales.of_course),
                                [](const Course& course) -> const auto& { return course.healing; });
}

std::vector<ResultOf<Course>> seen(const Scales& scales) {
  return results_within<Course>(endpoints::results(scales.after_last),
                                [](const Course& course) -> const auto& { return course.endpoints; });
}

/// The keys of what a stage says: they are the same on any scales.
std::vector<std::string> keys_of(const Stage& stage) {
  const Scales any{{0, 1}, {0}, {}, {}, {"<active>"}, {0}};
  std::vector<std::string> keys;
  if (stage.results) {
    for (const auto& one : stage.results(any)) keys.push_back(one.column.key());
  }
  if (stage.of_course) {
    for (const auto& one : stage.of_course(any)) keys.push_back(one.column.key());
  }
  return keys;
}

bool is_asked(const Stage& stage, const Asked& asked) {
  const std::vector<std::string> keys = keys_of(stage);
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return asked.wants(key); });
}

/// Every result that a stage tells of a session.
std::set<std::string, std::less<>> names_of_sessions() {
  std::set<std::string, std::less<>> names;
  for (const Stage& stage : stages()) {
    for (std::string& key : keys_of(stage)) names.insert(std::move(key));
  }
  return names;
}

const Stage& stage_named(const std::string& name) {
  const auto& all = stages();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Stage& stage) { return stage.name == name; });
  if (found == all.end()) throw std::out_of_range("no room '" + name + "'");
  return *found;
}

/// "transport.retinol.uptake" as the stages name it of any active, and what is of none as it is.
std::string of_any_active(const std::string& key) {
  const std::string room = "transport.";
  const std::size_t next = key.find('.', room.size());
  return key.starts_with(room) && next != std::string::npos ? room + "<active>" + key.substr(next) : key;
}

Asked of_any_active(const Asked& asked) {
  std::set<std::string, std::less<>> keys;
  for (const std::string& key : asked.keys()) keys.insert(of_any_active(key));
  return Asked(std::move(keys));
}

/// What a product is made of, and what its actives are, is asked by transport alone.
std::string_view table_of(std::string_view path) {
  const bool is_of_product = path.starts_with("active.") || path.starts_with("product.vehicle.") ||
                             path.starts_with("product.active") || path == "product.amount";
  return is_of_product ? "transport" : path.substr(0, path.find('.'));
}

}  // namespace

const std::vector<Stage>& stages() {
  static const std::vector<Stage> all = {
      {"skin", "layers of the site", true},
      {"device", "needles and what carries them", true},
      {"strokes", "the operator's hand", true, strokes_of},
      {"punctures", "where each needle lands", true, coverage},
      {"insertion", "how deep each needle goes", true, insertion_results},
      {"heat", "radio frequency and thermal damage", false},
      {"closure", "how long the channels stay open", true, closing},
      {"transport", "what gets in through skin and channels", true, delivered},
      {"healing", "wound repair and new collagen", true, {}, healed},
      {"endpoints", "redness, crust, wrinkles, scars and the other clinical scales", true, {}, seen},
      {"plan", "protocols within safety limits", false},
      {"cohort", "many virtual people", false},
  };
  return all;
}

std::vector<ResultOf<Treated>> session_results(const Scales& scales) {
  std::vector<ResultOf<Treated>> all;
  for (const Stage& stage : stages()) {
    if (!stage.results) continue;
    for (ResultOf<Treated>& one : stage.results(scales)) all.push_back(std::move(one));
  }
  return all;
}

std::vector<ResultOf<Course>> whole_course_results(const Scales& scales) {
  std::vector<ResultOf<Course>> all;
  for (const Stage& stage : stages()) {
    if (!stage.of_course) continue;
    for (ResultOf<Course>& one : stage.of_course(scales)) all.push_back(std::move(one));
  }
  return all;
}

bool is_built(const std::string& stage) {
  return stage_named(stage).is_built;
}

bool can_act(std::string_view path, const Asked& wanted) {
  const Asked asked = of_any_active(wanted);
  const std::string_view key = table_of(path);
  const std::vector<KnowledgeTable> tables = knowledge_tables();
  const auto table =
      std::find_if(tables.begin(), tables.end(), [&](const KnowledgeTable& one) { return one.key == key; });
  if (table == tables.end() || !asked.is_within(names_of_sessions())) return true;
  const auto& all = stages();
  const auto first =
      std::find_if(all.begin(), all.end(), [&](const Stage& stage) { return stage.name == table->stage; });
  return std::any_of(first, all.end(), [&](const Stage& stage) { return is_asked(stage, asked); });
}

std::string missing_sentence(const std::string& stage) {
  return "The room '" + stage + "' is not built yet: this version says nothing of " + stage_named(stage).does + ".";
}

}  // namespace percuta::course
