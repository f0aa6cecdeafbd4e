#include <fmt/format.h>

#include <algorithm>

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

void refuse_unmet(const std::vector<Case>& cases, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return is_meant(one, word); })) continue;
    std::vector<std::string> known;
    for (const Case& one : cases) {
      for (const std::string& name : names_of(one)) known.push_back(name);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    throw InputError(fmt::format("'{}' is no case, list or room of the validation", word), suggestion(word, known));
  }
}

}  // namespace

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
