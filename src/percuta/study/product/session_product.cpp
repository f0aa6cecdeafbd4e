#include "percuta/study/product/session_product.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {
namespace {

/// Who may use it, from anybody on.
std::ptrdiff_t rank_of(const std::string& setting) {
  const std::vector<std::string> settings = {"home", "institute", "clinic"};
  const auto found = std::find(settings.begin(), settings.end(), setting);
  return found == settings.end() ? 0 : found - settings.begin();
}

}  // namespace

std::vector<safety::ProductUse> products_of(const StudyFile& file, const Node& root, StudyData& data,
                                            const Units& units, Problems& problems) {
  std::vector<safety::ProductUse> uses;
  const auto add = [&](const std::string& name, const char* key) {
    if (name.empty()) return;
    try {
      const std::filesystem::path path = data.find("products", name);
      uses.push_back({key, read_struct<safety::Product>(data.document(path), nullptr, units)});
      std::vector<Problem> faults = transport::faults_of(uses.back().product.composition, data.names("actives"));
      if (faults.empty()) return;
      for (Problem& fault : faults) fault.message = fmt::format("{}: {}", path.filename().string(), fault.message);
      throw InputError(std::move(faults));
    } catch (const InputError& error) {
      add_at(root, key, error, problems);
    }
  };
  add(file.product.name, "product.name");
  add(file.course.aftercare, "course.aftercare");
  return uses;
}

namespace {

/// Adds a problem for needles that stay and carry nothing that is known, or are asked to come at another time than
/// theirs.
void check_needles(const SessionFile& session, const Node& root, Problems& problems) {
  const ProductUse& product = session.file.product;
  if (product.way != course::Way::in_needles || session.file.experiment.is_wanted()) return;
  const std::string& release = session.device.needle.release;
  if (std::none_of(product.composition.active.begin(), product.composition.active.end(),
                   [](const transport::Ingredient& one) { return one.amount != "not stated"; })) {
    problems.add({fmt::format("the needles of this patch are to give what they carry (needle.release = \"{}\"), and "
                              "nothing is known of what that is",
                              release),
                  "name what they are made of, such as product.name = \"hyaluronic-patch\", or set "
                  "device.needle.release = \"nothing\"",
                  place_of(root, "product.name")});
  }
  const transport::Vehicle& vehicle = product.composition.vehicle;
  if (product.has_own_amount && product.composition.has_vehicle() && vehicle.water + vehicle.oil > 0.5) {
    problems.add({fmt::format("'{}' is a liquid, of which no dry needle or coat is made", product.name),
                  "take a product that is mostly neither water nor oil, such as hyaluronic-patch, or set "
                  "device.needle.release = \"nothing\" to put it on the skin",
                  place_of(root, "product.name")});
  }
  if (product.apply != 0 || product.times > 1 || product.wash > 0) {
    problems.add({"the product comes in the needles: at their time, once, and off with them",
                  "leave product.apply, product.times and product.wash out; product.cover tells how long they stay",
                  place_of(root, "product.name")});
  }
  if (!(product.cover > 0)) {
    problems.add({"needles that stay are not said to stay",
                  "give product.cover, how long the patch is worn, such as \"8 h\"", place_of(root, "product.cover")});
  }
}

/// Adds a problem for an injection of no volume, out of a solid needle, or at another time than its own.
void check_injection(const SessionFile& session, const Node& root, Problems& problems) {
  const ProductUse& product = session.file.product;
  if (product.way != course::Way::injected || product.name.empty()) return;
  const bool is_stated = std::any_of(product.composition.active.begin(), product.composition.active.end(),
                                     [](const transport::Ingredient& one) { return one.amount != "not stated"; });
  if (is_stated && !(product.volume > 0)) {
    problems.add({"the product is injected, but how much of it at each point is not said",
                  "give product.volume, such as \"20 ul\"", place_of(root, "product.volume")});
  }
  if (product.volume > 0 && !(session.device.needle.bore > 0)) {
    problems.add({"the product is injected through a needle without a bore", "give device.needle.bore",
                  place_of(root, "product.volume")});
  }
  if (product.volume > 0 && !(session.file.technique.hold > 0)) {
    problems.add({"an injection takes no time", "give technique.hold, how long each takes, such as \"2 s\"",
                  place_of(root, "product.volume")});
  }
  if (product.apply != 0 || product.times > 1 || product.wash > 0) {
    problems.add({"the product is injected: at each point once, as the needle comes",
                  "leave product.apply, product.times and product.wash out", place_of(root, "product.name")});
  }
}

}  // namespace

void check_product(const SessionFile& session, const Node& root, const StudyData& data, Problems& problems) {
  const ProductUse& product = session.file.product;
  check_needles(session, root, problems);
  check_injection(session, root, problems);
  if (rank_of(session.product_setting) > rank_of(session.device.setting)) {
    problems.add({fmt::format("'{}' is a product for the {}, the device is one for the {}", product.name,
                              session.product_setting, session.device.setting),
                  "take a device for that setting, or another product", place_of(root, "product.name")});
  }
  const bool is_changed = written(root, "product.vehicle") != nullptr || written(root, "product.active") != nullptr;
  if (is_changed) {
    for (Problem& fault : transport::faults_of(product.composition, data.names("actives"))) {
      fault.place = place_of(root, "product");
      problems.add(std::move(fault));
    }
  }
  const auto is_stated = [](const transport::Ingredient& one) { return one.is_stated(); };
  const bool states = std::any_of(product.composition.active.begin(), product.composition.active.end(), is_stated);
  if (states && !product.has_own_amount && !(product.amount > 0)) {
    problems.add({"the product states what it holds, but nothing of it is put on",
                  "give product.amount in mg/cm2; 2 is a usual layer", place_of(root, "product.amount")});
  }
  if (product.times > 1 && !(product.every > 0)) {
    problems.add({fmt::format("the product is put on {} times, but not how often", product.times),
                  "give product.every, the time from one to the next", place_of(root, "product.times")});
  }
  if (product.times > 1 && product.wash > product.every) {
    problems.add({"the product is put on again before it is washed off",
                  "let product.wash be no longer than product.every", place_of(root, "product.wash")});
  }
  if (product.times > 1 && product.apply < 0) {
    problems.add({"a product that is put on before the session is put on once", "leave product.times out",
                  place_of(root, "product.times")});
  }
}

void read_actives(SessionFile& session, const Node& root, StudyData& data, const Units& units, Problems& problems) {
  std::vector<std::string> wanted;
  for (const transport::Ingredient& one : session.file.product.composition.active) {
    if (one.is_stated()) wanted.push_back(one.name);
  }
  for (std::size_t n = 0; n < wanted.size(); ++n) {
    const auto is_it = [&](const transport::NamedActive& one) { return one.name == wanted[n]; };
    if (std::any_of(session.actives.begin(), session.actives.end(), is_it)) continue;
    try {
      const std::filesystem::path path = data.find("actives", wanted[n]);
      session.actives.push_back({wanted[n], read_struct<transport::Active>(data.document(path), nullptr, units)});
    } catch (const InputError& error) {
      add_at(root, "product.name", error, problems);
      continue;
    }
    for (const transport::Conversion& one : session.actives.back().active.conversion) {
      if (!one.to.empty()) wanted.push_back(one.to);
    }
  }
}

}  // namespace percuta::study
