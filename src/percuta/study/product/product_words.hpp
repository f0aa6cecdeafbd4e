#pragma once

#include <string>
#include <vector>

#include "percuta/study/study_file.hpp"

namespace percuta::study {

/// What is known of a product, in sentences for people: what it holds and how much, what carries it, how it is put on,
/// and which of that is assumed.
std::vector<std::string> product_sentences(const ProductUse& product, const Units& units);

/// At which scale is solved what gets in.
std::string scale_sentence(const StudyFile& file, const Units& units);

}  // namespace percuta::study
