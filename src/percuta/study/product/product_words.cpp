#include "percuta/study/product/product_words.hpp"

#include <fmt/format.h>

#include "percuta/base/text/number.hpp"

namespace percuta::study {
namespace {

std::string in_unit(const Quantity& quantity, const char* unit, const char* words, const Units& units) {
  const auto text = [&](double value) { return short_text(units.from_si(value, unit)); };
  if (quantity.is_certain()) return fmt::format("{} {}", text(quantity.value), words);
  return fmt::format("{} {} ({} to {})", text(quantity.value), words, text(quantity.low), text(quantity.high));
}

std::string of_ingredient(const transport::Ingredient& one, const Units& units) {
  if (one.is_stated()) return fmt::format("{} {}", one.name, in_unit(one.strength, "percent", "%", units));
  if (one.amount == "homeopathic") return fmt::format("{}, diluted until none is left", one.name);
  return fmt::format("{}, how much is not stated, so that nothing is said of it", one.name);
}

std::string holds(const transport::Composition& product, const Units& units) {
  std::string text;
  for (const transport::Ingredient& one : product.active) {
    text += fmt::format("{}{}", text.empty() ? "It holds " : "; ", of_ingredient(one, units));
  }
  return text.empty() ? "Nothing is told of what it holds." : text + ".";
}

std::string carried(const transport::Vehicle& vehicle, const Units& units) {
  std::string text = fmt::format("Carried by water {}, oil {}", in_unit(vehicle.water, "percent", "%", units),
                                 in_unit(vehicle.oil, "percent", "%", units));
  if (!vehicle.rest.empty()) text += fmt::format(" and {}", vehicle.rest);
  return text + fmt::format(", pH {}.", in_unit(vehicle.ph, "1", "", units));
}

std::string put_on(const ProductUse& product, const Units& units) {
  const double minutes = units.from_si(product.apply, "min");
  std::string text = fmt::format("{}, {} min {} the last pass", in_unit(product.amount, "mg/cm2", "mg/cm2", units),
                                 short_text(std::abs(minutes)), minutes < 0 ? "before" : "after");
  if (product.times > 1) {
    text += fmt::format(", {} times, every {} h", product.times, short_text(units.from_si(product.every, "h")));
  }
  if (product.cover > 0) text += fmt::format(", covered for {} h", short_text(units.from_si(product.cover, "h")));
  if (product.wash > 0) text += fmt::format(", washed off after {} h", short_text(units.from_si(product.wash, "h")));
  return text + ".";
}

std::string in_needles(const ProductUse& product, const Units& units) {
  return fmt::format(
      "The needles are made of it: they stay in the skin until they are dissolved or, after {} h, drawn.",
      short_text(units.from_si(product.cover, "h")));
}

std::string injected(const ProductUse& product, const Units& units) {
  if (!(product.volume > 0)) return "It is injected; how much at each point is not said.";
  return fmt::format("{} ul of it are injected at each point, at the tip of the needle.",
                     short_text(units.from_si(product.volume, "ul")));
}

std::string assumed(const ProductUse& product) {
  std::string text;
  const auto add = [&](const std::string& name, const Quantity& quantity) {
    if (quantity.kind == Kind::assumed) text += fmt::format("{}{}", text.empty() ? "Assumed: " : ", ", name);
  };
  for (const transport::Ingredient& one : product.composition.active) {
    if (one.is_stated()) add("the strength of " + one.name, one.strength);
  }
  const transport::Vehicle& vehicle = product.composition.vehicle;
  add("water", vehicle.water);
  add("oil", vehicle.oil);
  add("pH", vehicle.ph);
  add("how fast it dries", vehicle.evaporation);
  add("how tightly it holds", vehicle.partition);
  if (product.way == course::Way::on_skin) add("the amount", product.amount);
  return text.empty() ? "" : text + ".";
}

}  // namespace

std::vector<std::string> product_sentences(const ProductUse& product, const Units& units) {
  std::vector<std::string> sentences = {holds(product.composition, units)};
  if (product.composition.has_vehicle()) sentences.push_back(carried(product.composition.vehicle, units));
  if (product.way == course::Way::injected) {
    sentences.push_back(injected(product, units));
  } else if (product.has_own_amount) {
    sentences.push_back(in_needles(product, units));
  } else if (product.amount > 0) {
    sentences.push_back(put_on(product, units));
  }
  std::string assumptions = assumed(product);
  if (!assumptions.empty()) sentences.push_back(std::move(assumptions));
  return sentences;
}

std::string scale_sentence(const StudyFile& file, const Units& units) {
  const transport::PatchPlan patch = file.patch.plan();
  if (!patch.is_wanted())
    return "Scale: the whole window, its holes sorted into classes and each solved in rings of cells.";
  return fmt::format(
      "Scale: a patch of {0} by {0} mm in the middle of the window, every hole of it resolved in cells of {1} um; {2}.",
      short_text(units.from_si(patch.side, "mm")), short_text(units.from_si(patch.cell, "um")),
      file.ensemble.has_patches() ? "so is every member"
                                  : "that is the median, and its band is as wide in relation to it as "
                                    "that of the whole window, whose holes are sorted into classes");
}

}  // namespace percuta::study
