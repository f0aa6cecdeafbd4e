#include "percuta/course/stages.hpp"

#include <algorithm>
#include <map>
#include <ranges>
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
  return of_session(
      strokes::results(), [](const Treated& all) -> const auto& { return all.session.strokes; });
}

std::vector<ResultOf<Treated>> coverage(const Scales&) {
  return of_session(punctures::results(), [](const Treated& all) {
    return punctures::Landed{all.session.punctures, all.session.coverage};
  });
}

std::vector<ResultOf<Treated>> insertion_results(const Scales& scales) {
  std::vector<ResultOf<Treated>> results = of_session(
      punctures::dose_results(), [](const Treated& all) -> const auto& { return all.session.coverage; });
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
  return of_session(
      transport::results(scales.actives, scales.since_applied),
      [](const Treated& all) -> const auto& { return all.session.uptake; });
}

std::vector<ResultOf<Course>> healed(const Scales& scales) {
  return results_within<Course>(
      healing::results(scales.of_course), [](const Course& course) -> const auto& { return course.healing; });
}

std::vector<ResultOf<Course>> seen(const Scales& scales) {
  return results_within<Course>(
      endpoints::results(scales.after_last), [](const Course& course) -> const auto& { return course.endpoints; });
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

using Names = std::set<std::string, std::less<>>;

bool wants_one_of(const Asked& asked, const Names& names) {
  if (asked.is_all()) return !names.empty();
  return std::any_of(asked.keys().begin(), asked.keys().end(),
                     [&](const std::string& key) { return names.contains(key); });
}

/// What the stages say from the named one on, the same in every study: asked for each input and each result of a run.
std::map<std::string, Names, std::less<>> names_from_stages() {
  std::map<std::string, Names, std::less<>> names;
  Names later;
  for (const Stage& stage : std::views::reverse(stages())) {
    for (std::string& key : keys_of(stage)) later.insert(std::move(key));
    names[stage.name] = later;
  }
  return names;
}

/// By a table's key, what the stages say from the one that reads it on.
std::map<std::string, Names, std::less<>> names_by_table() {
  const std::map<std::string, Names, std::less<>> from = names_from_stages();
  std::map<std::string, Names, std::less<>> names;
  for (const KnowledgeTable& table : knowledge_tables()) {
    const auto found = from.find(table.stage);
    names.try_emplace(std::string(table.key), found == from.end() ? Names{} : found->second);
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
  if (path.starts_with("transport.needle.")) return "closure";  // needles that dissolve keep holes open until then
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
  static const std::map<std::string, Names, std::less<>> by_table = names_by_table();
  static const Names all = names_from_stages().at(stages().front().name);
  const Asked asked = of_any_active(wanted);
  const auto table = by_table.find(table_of(path));
  return table == by_table.end() || !asked.is_within(all) || wants_one_of(asked, table->second);
}

std::string missing_sentence(const std::string& stage) {
  return "The room '" + stage + "' is not built yet: this version says nothing of " + stage_named(stage).does + ".";
}

}  // namespace percuta::course
