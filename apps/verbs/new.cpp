#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <memory>

#include "console.hpp"
#include "percuta/storage/write_file.hpp"
#include "percuta/study/study.hpp"
#include "verb.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

struct Choice {
  std::string system, out;
};

const study::System& system_named(const study::Catalogue& catalogue, std::string id) {
  std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::vector<std::string> ids;
  for (const study::System& system : catalogue.system) {
    if (system.id == id && !system.study.empty()) return system;
    if (system.id == id) throw InputError(fmt::format("{} is the list of sites", id), "`percuta list sites` shows it");
    ids.push_back(system.id);
  }
  throw InputError(fmt::format("there is no starting study for '{}'", id), suggestion(id, ids));
}

std::vector<std::string> systems_with_a_study(const Context& context) {
  std::vector<std::string> ids;
  for (const study::System& system : study::load_catalogue(context.data, context.units).system) {
    if (!system.study.empty()) ids.push_back(system.id);
  }
  return ids;
}

int write_new(const Context& context, const Choice& choice) {
  const study::Catalogue catalogue = study::load_catalogue(context.data, context.units);
  const study::System& system = system_named(catalogue, choice.system);
  fs::path target = choice.out.empty() ? fs::path(system.id + ".toml") : fs::path(choice.out);
  if (fs::is_directory(target)) target /= system.id + ".toml";
  if (fs::exists(target)) {
    throw FileError(
        fmt::format("'{}' is there already and will not be overwritten; give another name with -o", target.string()));
  }
  storage::write_file(target, read_file(context.data.find("studies", system.study)));
  storage::write_file(target.parent_path() / "percuta.schema.json", study::schema_text());
  print(fmt::format("{}\n", target.string()));
  const auto missing = study::missing_rooms(system.rooms);
  if (!missing.empty()) {
    say(context.options, fmt::format("{} - {}. Not computed yet by this version: {}.", system.id, system.title,
                                     fmt::join(missing, ", ")));
  }
  say(context.options, fmt::format("Next: `percuta check {0}`, then `percuta run {0}`", target.string()));
  return 0;
}

}  // namespace

VerbUse new_verb() {
  const auto choice = std::make_shared<Choice>();
  return {{{.names = "system",
            .help = "S1 to S9",
            .target = &choice->system,
            .count = std::pair{1, 1},
            .offers = systems_with_a_study},
           {.names = "-o,--out",
            .help = "File to write (default: the system's name in this folder)",
            .target = &choice->out,
            .type = "FILE",
            .offer = Offer::files}},
          [choice](Context& context) { return write_new(context, *choice); }};
}

}  // namespace percuta::apps
