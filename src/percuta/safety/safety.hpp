#pragma once

#include <string>
#include <vector>

#include "percuta/base/reader.hpp"
#include "percuta/safety/limits.hpp"
#include "percuta/strokes/strokes.hpp"
#include "percuta/transport/transport.hpp"

/// What Percuta refuses to simulate, what it simulates with a note, and how near a treatment comes to its limits
/// (data/limits): minors, skin that is not intact, contraindications, needles that can pass all skin; depth and
/// density. In       who is treated where, with what; the limits        Out  refusals, each with the study's key it
/// stands at;
///          a word for each limit
/// Holds    takes values alone, so that a planner asks alike    Checked  tests/safety
namespace percuta::safety {

/// Something in the person's history that ends the study, or that its results do not know of.
struct Contraindication {
  std::string word;
  std::string answer;                    ///< "refused" or "noted"
  std::vector<std::string> refused_for;  ///< kinds of device that end the study where all others are noted
  std::string reason;
  std::string source;

  bool is_refused_for(const std::string& device_kind) const;
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
  transport::Composition composition;    ///< where the file tells it
};
void describe(Product& product, Visitor& visitor);

/// A product and the study's key that names it.
struct ProductUse {
  std::string key;  ///< "product.name", "course.aftercare"
  Product product;
};

/// What is judged: one session.
struct Treatment {
  skin::Person person;
  skin::SiteChoice site;
  skin::SiteData skin;
  skin::Mechanics mechanics;
  bool is_on_specimen = false;  ///< of the bench: nobody's bone lies beneath
  device::Device device;
  strokes::Technique technique;
  strokes::InjectionPatterns injection;
  std::vector<ProductUse> products;
  std::vector<std::string> overrides;  ///< refusals that a research study overrides, each by name
  std::vector<Limit> limits;           ///< rows that a refusal for reach names too
};

/// Why a treatment is not simulated.
struct Refusal {
  std::string message, hint;
  std::string key;  ///< of the study: "person.age"
};

/// Everything that must be refused; empty when nothing is.
std::vector<Refusal> refuse(const Treatment& treatment, const Limits& limits, const Units& units);

/// What a reader of the results must know though nothing is refused: a history that changes no number, needles that can
/// pass all skin into muscle. A sentence each.
std::vector<std::string> notes(const Treatment& treatment, const Limits& limits, const Units& units);

}  // namespace percuta::safety
