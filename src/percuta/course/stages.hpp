#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/result_column.hpp"
#include "percuta/course/course.hpp"

/// The links of the chain: one row each, in the order of the flow.
namespace percuta::course {

/// One session, and the skin that it was done on.
struct Treated {
  const skin::Skin& skin;
  const Session& session;
};

/// Along what the series of a study run.
struct Scales {
  std::vector<double> depths;              ///< edges of depth histograms [m]
  std::vector<double> times;               ///< of what changes after a session [s]
  std::vector<double> of_course = {};      ///< of what changes through the course, since its first session [s]
  std::vector<double> after_last = {};     ///< of what is seen after its last session [s]
  std::vector<std::string> actives = {};   ///< whose uptake is told
  std::vector<double> since_applied = {};  ///< of what gets in, since a product is first put on [s]
};

/// A link of the chain, whether this version computes it, and what it says of a session.
struct Stage {
  std::string name;  ///< "closure"
  std::string does;  ///< what it says of a study, in a few words
  bool is_built = false;
  std::function<std::vector<ResultOf<Treated>>(const Scales&)> results = {};   ///< empty = it says nothing by itself
  std::function<std::vector<ResultOf<Course>>(const Scales&)> of_course = {};  ///< of all sessions together; the same
};

const std::vector<Stage>& stages();

/// What all stages say of a session, in the order of results.json.
std::vector<ResultOf<Treated>> session_results(const Scales& scales);

/// What all stages say of the whole course, after what they say of its sessions.
std::vector<ResultOf<Course>> whole_course_results(const Scales& scales);

/// Whether the named stage is built; throws std::out_of_range for a name that is none.
bool is_built(const std::string& stage);

/// Whether an input can act on what is asked: a table of knowledge acts from the first stage that reads it on, all else
/// anywhere; on what no stage tells of a session, everything may. `path` is the study's key: "closure.elastic_share".
bool can_act(std::string_view path, const Asked& asked);

/// The sentence a user reads about a stage that is not built: what will be missing.
std::string missing_sentence(const std::string& stage);

}  // namespace percuta::course
