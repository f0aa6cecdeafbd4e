#include "percuta/study/own_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {

std::vector<OwnFile> keep_devices(std::vector<SessionFile>& sessions) {
  std::vector<OwnFile> kept;
  for (SessionFile& session : sessions) {
    if (session.lookup.own_device.empty()) continue;
    const OwnFile mine{"devices/" + session.lookup.own_device.filename().string(),
                       read_file(session.lookup.own_device)};
    session.file.device.name = mine.name;
    const auto same =
        std::find_if(kept.begin(), kept.end(), [&](const OwnFile& other) { return other.name == mine.name; });
    if (same == kept.end()) {
      kept.push_back(mine);
    } else if (same->text != mine.text) {
      throw InputError(
          fmt::format("two different device files are called '{}'", session.lookup.own_device.filename().string()),
          "give them different names");
    }
  }
  return kept;
}

std::vector<OwnFile> keep_data(const StudyData& data, std::vector<SessionFile>& sessions) {
  std::vector<OwnFile> kept = data.kept();
  for (SessionFile& session : sessions) session.file.data = kept.empty() ? "" : StudyData::k_folder;
  return kept;
}

std::vector<OwnFile> keep_measured(std::vector<SessionFile>& sessions, const StudyTree& tree,
                                   const Overrides& overrides, course::Inputs& inputs, MeasuredTable& table) {
  const std::string name = sessions.front().file.measured.from;
  if (name.empty()) return {};
  Problems problems;
  std::vector<OwnFile> kept;
  try {
    const std::filesystem::path path = path_beside(name, "table of punctures", tree, overrides);
    if (!std::filesystem::exists(path)) {
      throw InputError(fmt::format("there is no table of punctures '{}'", name), "it stands beside the study");
    }
    table = read_landings(path, static_cast<std::int64_t>(sessions.size()));
    for (std::size_t i = 0; i < table.sessions.size(); ++i) {
      inputs.sessions[i].measured = table.sessions[i];
      sessions[i].is_measured = !table.sessions[i].empty();
      sessions[i].is_map_of_holes = sessions[i].is_measured && !table.sessions[i].name_holes();
    }
    kept.push_back({"measured/" + path.filename().string(), read_file(path)});
  } catch (const InputError& error) {
    add_at(tree.root, "punctures.from", error, problems);
  }
  problems.throw_if_any();
  for (SessionFile& session : sessions) session.file.measured.from = kept.front().name;
  return kept;
}

}  // namespace percuta::study
