#include "percuta/study/limit_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace percuta::study {

namespace {

void check_row(const safety::Limit& limit, const std::vector<std::string>& sites, const Place& place,
               Problems& problems) {
  for (const std::string& site : limit.sites) {
    if (std::find(sites.begin(), sites.end(), site) != sites.end()) continue;
    problems.add(
        {fmt::format("a limit is for the site '{}', which there is not", site), suggestion(site, sites), place});
  }
  if (limit.at_most.source.empty() == limit.at_least.source.empty()) {
    problems.add({fmt::format("a limit of {} needs one bound", limit.quantity), "give at_most or at_least", place});
  }
}

Place place_of_row(const Node& document, std::size_t row) {
  const auto* list = std::get_if<Node::List>(&document.find("limit")->value);
  return list != nullptr && row < list->size() ? (*list)[row].place() : document.place();
}

}  // namespace

std::vector<safety::Limit> read_limits(StudyData& data, const Units& units) {
  const std::vector<std::string> sites = data.names("skin/sites");
  std::vector<safety::Limit> limits;
  Problems problems;
  for (const std::string& name : data.names("limits")) {
    if (name == "contraindications") continue;
    const Node document = data.document(data.find("limits", name));
    auto file = read_struct<safety::LimitFile>(document, nullptr, units);
    for (std::size_t row = 0; row < file.limit.size(); ++row) {
      check_row(file.limit[row], sites, place_of_row(document, row), problems);
    }
    std::move(file.limit.begin(), file.limit.end(), std::back_inserter(limits));
  }
  problems.throw_if_any();
  return limits;
}

safety::LimitPlace limit_place(const Subject& subject, const device::Device& device) {
  return {subject.site_name, subject.site_title, device.setting, device.kind};
}

void add_limit_sources(std::map<std::string, UsedSource>& used, const Model& model) {
  for (const safety::Limit& limit : model.limits) {
    const bool holds = std::any_of(model.inputs.sessions.begin(), model.inputs.sessions.end(),
                                   [&](const course::SessionInputs& session) {
                                     return safety::applies(limit, limit_place(model.subject, session.device));
                                   });
    if (!holds) continue;
    std::vector<std::string>& used_for = used[limit.bound().source].used_for;
    const std::string path = "limits." + limit.quantity;
    if (std::find(used_for.begin(), used_for.end(), path) == used_for.end()) used_for.push_back(path);
  }
}

}  // namespace percuta::study
