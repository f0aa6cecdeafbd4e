#include <fmt/format.h>

#include <algorithm>

#include "percuta/safety/needle_reach.hpp"

namespace percuta::safety {

namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string capitalised(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
  return sentence;
}

}  // namespace

std::vector<std::string> notes(const Treatment& treatment, const Limits& limits, const Units& units) {
  std::vector<std::string> told;
  for (const Contraindication& item : limits.contraindication) {
    if (!holds(treatment.person.history, item.word) || item.is_refused_for(treatment.device.kind)) continue;
    told.push_back(fmt::format("The person's history holds '{}', and no number here takes it into account: {} ({}).",
                               item.word, item.reason, item.source));
  }
  if (passes_all_skin(treatment)) told.push_back(capitalised(passing_sentence(treatment, units)) + ".");
  return told;
}

}  // namespace percuta::safety
