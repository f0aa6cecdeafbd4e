#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "percuta/base/error.hpp"
#include "percuta/validation/validation.hpp"

namespace percuta::validation {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(folder, failure)) {
    if (entry.is_directory(failure)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> names_of(const Case& one) {
  return {one.list, one.room, one.id, one.list + "/" + one.id, one.list + "/" + one.name, one.name};
}

bool is_meant(const Case& one, const std::string& word) {
  const std::vector<std::string> names = names_of(one);
  return std::find(names.begin(), names.end(), word) != names.end();
}

std::vector<std::string> all_names(const std::vector<Case>& cases) {
  std::set<std::string> names;
  for (const Case& one : cases) {
    for (std::string& name : names_of(one)) names.insert(std::move(name));
  }
  return {names.begin(), names.end()};
}

void refuse_unmet(const std::vector<Case>& cases, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return is_meant(one, word); })) continue;
    throw InputError(fmt::format("'{}' is no case, list or room of the validation", word),
                     suggestion(word, all_names(cases)));
  }
}

}  // namespace

fs::path roles_file(const DataFolder& data) {
  return data.beside("validation/roles.toml", "the list of published cases");
}

std::vector<std::string> case_words(const DataFolder& data, const Units& units) {
  return all_names(find_cases(roles_file(data).parent_path(), {}, units));
}

std::vector<Case> find_cases(const fs::path& validation, const std::vector<std::string>& words, const Units& units) {
  std::vector<Case> cases;
  for (const std::string& list : case_lists()) {
    for (const fs::path& folder : folders_in(validation / list)) {
      if (fs::exists(folder / "case.toml")) cases.push_back(read_case(folder, units));
    }
  }
  refuse_unmet(cases, words);
  std::erase_if(cases, [&](const Case& one) {
    return !words.empty() &&
           std::none_of(words.begin(), words.end(), [&](const std::string& word) { return is_meant(one, word); });
  });
  return cases;
}

}  // namespace percuta::validation
