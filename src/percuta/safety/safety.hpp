#pragma once

#include <string>
#include <vector>

#include "percuta/base/reader.hpp"
#include "percuta/study/study_file.hpp"

/// What Percuta refuses to simulate (data/limits): minors, skin that is not intact, contraindications, needles into
/// bone.
namespace percuta::study {

/// Something in the person's history that ends the study.
struct Contraindication {
  std::string word;
  std::string reason;
  std::string source;
};
void describe(Contraindication& item, Visitor& visitor);

/// data/limits/contraindications.toml
struct Limits {
  Quantity adult_age;  ///< [s]
  std::vector<Contraindication> contraindication;
};
void describe(Limits& limits, Visitor& visitor);

/// data/products/<name>.toml
struct Product {
  std::string title;
  std::string setting;
  std::vector<std::string> contains;
  std::vector<std::string> refuse_with;  ///< words of a person's history
};
void describe(Product& product, Visitor& visitor);

/// Adds a problem, placed in `root` (the study's tree), for everything that must be refused. `product` and `aftercare`
/// may be nullptr.
void refuse_unsafe(const StudyFile& file, const Limits& limits, const Product* product, const Product* aftercare,
                   const Node& root, const Units& units, Problems& problems);

}  // namespace percuta::study
