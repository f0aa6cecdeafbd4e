#include "percuta/study/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "percuta/base/error.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/course/bench.hpp"
#include "percuta/course/stages.hpp"
#include "percuta/device/device.hpp"
#include "percuta/safety/safety.hpp"
#include "percuta/study/limit_rows.hpp"
#include "percuta/study/study.hpp"

namespace percuta::study {

namespace {

/// Where lists are read from.
struct Sources {
  const DataFolder& data;
  const Units& units;
};

std::string named(const std::vector<std::string>& words, const char* none) {
  return words.empty() ? none : fmt::format("{}", fmt::join(words, ", "));
}

/// The system without a study of its own is the list of sites; what runs of it are the sites with data.
std::string what_runs(const System& system, const std::vector<std::string>& built, const DataFolder& data) {
  const std::string rooms = named(built, "nothing");
  return system.study.empty() ? fmt::format("{}: {}", named(data.names("skin/sites"), "no site"), rooms) : rooms;
}

Listing systems(const Sources& from) {
  Listing table{{"id", "system", "said of it", "runs today", "not yet"}, {}};
  for (const System& system : load_catalogue(from.data, from.units).system) {
    std::vector<std::string> built;
    for (const std::string& room : system.rooms) {
      if (course::is_built(room)) built.push_back(room);
    }
    table.rows.push_back({system.id, system.title, system.words, what_runs(system, built, from.data),
                          named(missing_rooms(system.rooms), "nothing")});
  }
  return table;
}

Listing claims(const Sources& from) {
  Listing table{{"id", "claim", "judged by", "waits for"}, {}};
  for (const Claim& claim : load_catalogue(from.data, from.units).claim) {
    table.rows.push_back({claim.id, claim.words, claim.test, named(missing_rooms(claim.rooms), "nothing")});
  }
  return table;
}

Listing devices(const Sources& from) {
  Listing table{{"name", "device", "kind", "setting", "needles", "length [mm]"}, {}};
  for (const std::string& name : from.data.names("devices")) {
    const auto device =
        read_struct<device::Device>(from.data.document(from.data.find("devices", name)), nullptr, from.units);
    table.rows.push_back({name, device.title, device.kind, device.setting,
                          fmt::format("{}", device::needle_count(device)),
                          fmt::format("{:.4g}", from.units.from_si(device.needle.length, "mm"))});
  }
  return table;
}

/// Names and titles of the files of a folder.
Listing titles(const Sources& from, const std::string& folder, const std::string& what) {
  Listing table{{"name", what}, {}};
  for (const std::string& name : from.data.names(folder)) {
    const Node file = from.data.document(from.data.find(folder, name));
    const Node* title = file.find("title");
    const auto* text = title == nullptr ? nullptr : std::get_if<std::string>(&title->value);
    table.rows.push_back({name, text == nullptr ? name : *text});
  }
  return table;
}

Listing sites(const Sources& from) {
  return titles(from, "skin/sites", "site");
}

Listing specimens(const Sources& from) {
  return titles(from, "skin/specimens", "specimen");
}

Listing products(const Sources& from) {
  Listing table{{"name", "product", "setting", "contains"}, {}};
  for (const std::string& name : from.data.names("products")) {
    const auto product =
        read_struct<safety::Product>(from.data.document(from.data.find("products", name)), nullptr, from.units);
    table.rows.push_back({name, product.title, product.setting, named(product.contains, "-")});
  }
  return table;
}

Listing actives(const Sources& from) {
  Listing table{{"name", "active", "g/mol", "log Kow", "turns into"}, {}};
  for (const std::string& name : from.data.names("actives")) {
    const auto active =
        read_struct<transport::Active>(from.data.document(from.data.find("actives", name)), nullptr, from.units);
    std::vector<std::string> products;
    for (const transport::Conversion& one : active.conversion) {
      products.push_back(one.to.empty() ? "something without effect" : one.to);
    }
    table.rows.push_back({name, active.title, fmt::format("{:.6g}", from.units.from_si(active.molar_mass, "g/mol")),
                          transport::is_given(active.log_kow) ? fmt::format("{:.3g}", active.log_kow.value) : "-",
                          named(products, "-")});
  }
  return table;
}

Listing contraindications(const Sources& from) {
  Listing table{{"word", "answer", "refused for", "reason", "source"}, {}};
  const auto limits =
      read_struct<safety::Limits>(read_document(from.data.file("limits/contraindications.toml")), nullptr, from.units);
  for (const safety::Contraindication& item : limits.contraindication) {
    const std::string kinds = item.answer == "refused" ? "all" : named(item.refused_for, "-");
    table.rows.push_back({item.word, item.answer, kinds, item.reason, item.source});
  }
  return table;
}

std::string bound_text(const safety::Limit& limit, const Units& units) {
  const auto& all = safety::limited_quantities();
  const auto known = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == limit.quantity; });
  return fmt::format("{} {} {}", limit.is_at_most() ? "at most" : "at least",
                     six_digit_text(units.from_si(limit.bound(), known->unit)), known->unit);
}

Listing limits(const Sources& from) {
  Listing table{{"quantity", "bound", "sites", "settings", "kinds", "reason", "source"}, {}};
  StudyData data(from.data);
  for (const safety::Limit& limit : read_limits(data, from.units)) {
    table.rows.push_back({limit.quantity, bound_text(limit, from.units), named(limit.sites, "all"),
                          named(limit.settings, "all"), named(limit.kinds, "all"), limit.reason, limit.bound().source});
  }
  return table;
}

Listing all_quantities(const Sources&) {
  Listing table{{"room", "quantity", "unit", "meaning"}, {}};
  for (const ResultColumn& row : course::course_quantities())
    table.rows.push_back({row.room, row.name, row.unit, row.meaning});
  for (const ResultColumn& row : course::bench_quantities())
    table.rows.push_back({row.room, row.name, row.unit, row.meaning + " (experiments)"});
  return table;
}

Listing rooms(const Sources&) {
  Listing table{{"room", "computes", "built"}, {}};
  for (const course::Stage& room : course::stages())
    table.rows.push_back({room.name, room.does, room.is_built ? "yes" : "not yet"});
  return table;
}

constexpr std::pair<const char*, Listing (*)(const Sources&)> k_lists[] = {{"systems", systems},
                                                                           {"devices", devices},
                                                                           {"sites", sites},
                                                                           {"specimens", specimens},
                                                                           {"products", products},
                                                                           {"actives", actives},
                                                                           {"contraindications", contraindications},
                                                                           {"limits", limits},
                                                                           {"claims", claims},
                                                                           {"quantities", all_quantities},
                                                                           {"rooms", rooms}};

}  // namespace

std::vector<std::string> lists() {
  std::vector<std::string> names;
  for (const auto& [name, make] : k_lists) names.emplace_back(name);
  return names;
}

Listing list(const std::string& what, const DataFolder& data, const Units& units) {
  for (const auto& [name, make] : k_lists) {
    if (what == name) return make({data, units});
  }
  throw InputError(fmt::format("there is no list of '{}'", what), suggestion(what, lists()));
}

}  // namespace percuta::study
