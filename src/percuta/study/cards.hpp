#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/schema.hpp"
#include "percuta/base/units.hpp"

/// What a word of Percuta's means: cards for `explain`, a web form or a notebook.
namespace percuta::study {

/// Every key of a study file, with the values of the example study. What a session may change is named once, not key by
/// key again.
std::vector<ParameterRow> study_keys(const DataFolder& data, const Units& units);

/// All words that have a card of their own: keys, quantities, rooms, devices, words of a history.
std::vector<std::string> words_with_cards(const DataFolder& data, const Units& units);

/// The cards of a key (or of every key below a table), a quantity, room, source, system, claim, device or word of a
/// person's history, as text.
/// Throws InputError, with a suggestion, for a word that is none.
std::string cards(const std::string& word, const DataFolder& data, const Units& units);

}  // namespace percuta::study
