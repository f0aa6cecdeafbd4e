#include "command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <type_traits>

#include "console.hpp"
#include "percuta/base/error.hpp"
#include "percuta/base/version.hpp"
#include "shared_options.hpp"
#include "verb_table.hpp"

namespace percuta::apps {

namespace {

constexpr const char* k_about =
    "Percuta simulates micro-needling, from needle tip to new collagen. Every number carries an interval and its "
    "sources.\n"
    "Research and education; not a medical device.\n";

constexpr const char* k_exit_codes =
    "Exit codes: 0 done; 1 a bug; 2 bad command or study; 3 a limit or verdict asked for was not met; 4 numerical "
    "failure;\n"
    "5 disk or file trouble; 130 interrupted (`--resume` continues).\n"
    "Start with `percuta demo`, or `percuta new S3` and `percuta run S3.toml`.\n";

/// Refuses other values before a study is read, so that the message names the option typed.
CLI::Validator from_to(const std::string& option, std::uint64_t low, std::uint64_t high) {
  const auto refusal = [option, low, high](const std::string& text) -> std::string {
    std::uint64_t value = 0;
    if (CLI::detail::lexical_cast(text, value) && value >= low && value <= high) return "";
    throw InputError(fmt::format("{} takes a whole number from {} to {}, not '{}'", option, low, high, text));
  };
  return CLI::Validator(refusal, "", "whole number");
}

/// As people write both of an option's names: "-n/--members".
std::string both_names(std::string names) {
  std::replace(names.begin(), names.end(), ',', '/');
  return names;
}

bool is_word(const Option& option) {
  return option.names.front() != '-' && option.names.front() != '!';
}

/// A single word is read as a list, so that one too many is told by the word's name.
std::function<void(const std::vector<std::string>&)> first_into(std::string* target) {
  return [target](const std::vector<std::string>& words) {
    if (!words.empty()) *target = words.front();
  };
}

CLI::Option* bind_target(CLI::App& verb, const Option& option) {
  const auto bind = [&](const auto& target) -> CLI::Option* {
    using Kind = std::decay_t<decltype(target)>;
    if constexpr (std::is_same_v<Kind, bool*>) {
      return verb.add_flag(option.names, *target, option.help);
    } else if constexpr (std::is_same_v<Kind, std::string*>) {
      if (!is_word(option)) return verb.add_option(option.names, *target, option.help);
      return verb.add_option_function<std::vector<std::string>>(option.names, first_into(target), option.help);
    } else if constexpr (std::is_pointer_v<Kind>) {
      return verb.add_option(option.names, *target, option.help);
    } else {
      return verb.add_option_function<std::string>(option.names, target, option.help);
    }
  };
  return std::visit(bind, option.target);
}

void limit_values(CLI::Option& bound, const Option& option) {
  if (!option.values.empty()) bound.check(CLI::IsMember(option.values));
  if (!option.range) return;
  const auto [low, high] = *option.range;
  if (std::holds_alternative<int*>(option.target)) {
    bound.check(CLI::Range(static_cast<int>(low), static_cast<int>(high)));
  } else {
    bound.check(from_to(both_names(option.names), low, high));
  }
}

void add_option(CLI::App& verb, const Option& option) {
  CLI::Option* bound = bind_target(verb, option);
  if (!option.type.empty()) bound->type_name(option.type);
  limit_values(*bound, option);
  if (!is_word(option) && std::holds_alternative<std::vector<std::string>*>(option.target))
    bound->allow_extra_args(false);
  if (!option.count) return;
  const auto [fewest, most] = *option.count;
  if (fewest > 0) bound->required();
  bound->expected(fewest, most);
}

std::string as_typed(int argc, char** argv) {
  std::string text = "percuta";
  for (int i = 1; i < argc; ++i) text += fmt::format(" {}", argv[i]);
  return text;
}

void refuse_unknown_verb(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  std::vector<std::string> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  if (std::find(names.begin(), names.end(), argv[1]) == names.end()) {
    throw InputError(fmt::format("'{}' is not a command", argv[1]), suggestion(argv[1], names));
  }
}

/// The parser would tell of what stands beside an unknown option, not of the option.
void refuse_unknown_option(const CLI::App& verb, int argc, char** argv) {
  std::vector<std::string> names;
  for (const CLI::Option* option : verb.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    const std::string name = word.substr(0, word.find('='));
    if (name == "--") return;
    if (name.starts_with("--") && std::find(names.begin(), names.end(), name) == names.end()) {
      throw InputError(fmt::format("'{}' is not an option of '{}'", name, verb.get_name()), suggestion(name, names));
    }
  }
}

/// A verb's row, and what is said and done with it.
struct Entry {
  const Verb& verb;
  VerbUse use;
};

VerbUse use_of(const Verb& verb) {
  if (verb.is_built()) return verb.use();
  const auto refuse = [name = verb.name](Context&) -> int {
    throw InputError(fmt::format("'{}' is not built yet", name), "`percuta --help` lists what this version does");
  };
  return {{}, refuse};
}

void add_verb(CLI::App& app, Entry& entry, Request& request) {
  const bool is_built = entry.verb.is_built();
  CLI::App* sub = app.add_subcommand(entry.verb.name,
                                     is_built ? entry.verb.help : fmt::format("{} (not built yet)", entry.verb.help));
  sub->callback([&request, &entry] { request.run = entry.use.run; });
  for (const Option& option : together(common_options(request.options), entry.use.options)) add_option(*sub, option);
  if (!is_built) sub->allow_extras();
}

/// Parses; false when --help or --version was asked for and is answered.
bool parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& answered) {
    std::ostringstream text;
    app.exit(answered, text, text);
    print(as_called(text.str()));
    return false;
  } catch (const CLI::ParseError& error) {
    for (const CLI::App* parsed : app.get_subcommands()) refuse_unknown_option(*parsed, argc, argv);
    const std::string topic =
        argc > 1 && argv[1][0] != '-' ? fmt::format("percuta {} --help", argv[1]) : "percuta --help";
    throw InputError(error.what(), fmt::format("see `{}`", topic));
  }
  return true;
}

}  // namespace

std::optional<Request> read_command_line(int argc, char** argv) {
  refuse_unknown_verb(argc, argv);
  Request request;
  request.options.command_line = as_typed(argc, argv);
  CLI::App app(k_about, "percuta");
  app.footer(k_exit_codes);
  app.set_version_flag("--version", fmt::format("percuta {}", version()));
  app.require_subcommand(0, 1);
  std::vector<Entry> entries;
  for (const Verb& verb : verbs()) entries.push_back({verb, use_of(verb)});
  for (Entry& entry : entries) add_verb(app, entry, request);
  if (!parse(app, argc, argv)) return std::nullopt;
  if (!request.run) {
    print(as_called(app.help()));
    return std::nullopt;
  }
  return request;
}

}  // namespace percuta::apps
