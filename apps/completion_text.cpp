#include "completion_text.hpp"

#include <fmt/format.h>

#include <sstream>

#include "shared_options.hpp"
#include "verb_table.hpp"

namespace percuta::apps {

namespace {

/// An option or a word, as a shell needs it.
struct Shown {
  std::vector<std::string> names;  ///< "-o", "--out"; none for a word
  std::string help, type{};
  bool is_flag = false, may_repeat = false;
  Offer offer = Offer::nothing;
  std::vector<std::string> values{};
};

/// A verb that is built.
struct ShownVerb {
  std::string name, help;
  std::vector<Shown> options;  ///< the words among them
};

std::vector<std::string> names_of(const Option& option) {
  std::vector<std::string> names;
  std::istringstream text(option.names);
  for (std::string name; std::getline(text, name, ',');) {
    const std::size_t start = name.find_first_not_of('!');
    if (name[start] == '-') names.push_back(name.substr(start));
  }
  return names;
}

Shown shown_option(const Option& option, const Context& context) {
  Shown shown{names_of(option), option.help, option.type, false, false, option.offer, option.values};
  if (shown.type.empty()) shown.type = shown.names.empty() ? option.names : "VALUE";
  shown.is_flag = std::holds_alternative<bool*>(option.target);
  shown.may_repeat = std::holds_alternative<std::vector<std::string>*>(option.target);
  if (option.offers) shown.values = option.offers(context);
  return shown;
}

std::vector<ShownVerb> shown_verbs(const Context& context) {
  std::vector<ShownVerb> all;
  for (const Verb& verb : verbs()) {
    if (!verb.is_built()) continue;
    Options options;
    const VerbUse use = verb.use();
    ShownVerb shown{verb.name, verb.help, {}};
    shown.options.push_back({.names = {"-h", "--help"}, .help = "Print this help message and exit", .is_flag = true});
    for (const Option& option : together(common_options(options), use.options)) {
      shown.options.push_back(shown_option(option, context));
    }
    all.push_back(std::move(shown));
  }
  return all;
}

/// `text` with a backslash before each of `special`.
std::string escaped(const std::string& text, std::string_view special) {
  std::string result;
  for (const char letter : text) {
    if (special.find(letter) != std::string_view::npos) result += '\\';
    result += letter;
  }
  return result;
}

std::string words_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string bash_offer(const Shown& option) {
  if (!option.values.empty()) return fmt::format("_percuta_offer -W '{}'", words_of(option.values));
  switch (option.offer) {
    case Offer::files:
      return "_percuta_offer -f";
    case Offer::folders:
      return "_percuta_offer -d";
    case Offer::studies:
      return "_percuta_offer -f -X '!*.toml'; _percuta_offer -d";
    case Offer::nothing:
      break;
  }
  return ":";
}

/// The branches of one verb: the value of an option, an option, a word.
std::string bash_branches(const ShownVerb& verb) {
  std::string values, words;
  std::vector<std::string> options;
  for (const Shown& option : verb.options) {
    for (const std::string& name : option.names) {
      if (name.starts_with("--")) options.push_back(name);
      if (!option.is_flag) values += fmt::format("    {}:{}:*) {} ;;\n", verb.name, name, bash_offer(option));
    }
    if (option.names.empty()) words += fmt::format("    {}:*) {} ;;\n", verb.name, bash_offer(option));
  }
  return values + fmt::format("    {}:*:-*) _percuta_offer -W '{}' ;;\n", verb.name, words_of(options)) + words;
}

std::string fish_offer(const Shown& option) {
  if (!option.values.empty()) return fmt::format(" -x -a '{}'", words_of(option.values));
  switch (option.offer) {
    case Offer::files:
      return " -r -F";
    case Offer::folders:
      return " -x -a '(__fish_complete_directories)'";
    case Offer::studies:
      return " -k -x -a '(__fish_complete_suffix .toml)'";
    case Offer::nothing:
      break;
  }
  return " -x";
}

std::string fish_line(const ShownVerb& verb, const Shown& option) {
  std::string line = fmt::format("complete -c percuta -n '__fish_seen_subcommand_from {}'", verb.name);
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.is_flag) line += fish_offer(option);
  return fmt::format("{} -d '{}'\n", line, escaped(option.help, "'\\"));
}

std::string zsh_offer(const Shown& option) {
  if (!option.values.empty()) return fmt::format("({})", escaped(words_of(option.values), "[]():*?"));
  switch (option.offer) {
    case Offer::files:
      return "_files";
    case Offer::folders:
      return "_files -/";
    case Offer::studies:
      return "_files -g \"*.toml\"";
    case Offer::nothing:
      break;
  }
  return " ";
}

/// A word in single quotes of a shell.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char letter : text) result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return result + "'";
}

std::string zsh_argument(const Shown& option) {
  const std::string value = fmt::format(":{}:{}", option.type, zsh_offer(option));
  if (option.names.empty()) return quoted((option.may_repeat ? "*" : "") + value);
  std::string text;
  for (const std::string& name : option.names) {
    const std::string before = option.may_repeat         ? "*"
                               : option.names.size() > 1 ? fmt::format("({})", words_of(option.names))
                                                         : "";
    text += (text.empty() ? "" : " ") +
            quoted(fmt::format("{}{}[{}]{}", before, name, escaped(option.help, "[]:\\"), option.is_flag ? "" : value));
  }
  return text;
}

}  // namespace

std::string bash_completion(const Context& context) {
  std::string names, branches;
  for (const ShownVerb& verb : shown_verbs(context)) {
    names += (names.empty() ? "" : " ") + verb.name;
    branches += bash_branches(verb);
  }
  return fmt::format(
      "# Completion for bash: percuta completion bash > ~/.local/share/bash-completion/completions/percuta\n"
      "_percuta_offer() {{ COMPREPLY+=($(compgen \"$@\" -- \"${{COMP_WORDS[COMP_CWORD]}}\")); }}\n"
      "_percuta() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    _percuta_offer -W '{} --help --version'\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}}:$before:$word in\n{}  esac\n"
      "}}\n"
      "complete -o filenames -F _percuta percuta\n",
      names, branches);
}

std::string fish_completion(const Context& context) {
  std::string text =
      "# Completion for fish: percuta completion fish > ~/.config/fish/completions/percuta.fish\n"
      "complete -c percuta -f\n";
  for (const ShownVerb& verb : shown_verbs(context)) {
    text += fmt::format("complete -c percuta -n __fish_use_subcommand -a {} -d '{}'\n", verb.name,
                        escaped(verb.help, "'\\"));
    for (const Shown& option : verb.options) text += fish_line(verb, option);
  }
  return text;
}

std::string zsh_completion(const Context& context) {
  std::string names, branches;
  for (const ShownVerb& verb : shown_verbs(context)) {
    names += fmt::format("    {}\n", quoted(verb.name + ":" + escaped(verb.help, ":\\")));
    branches += fmt::format("    {}) _arguments", verb.name);
    for (const Shown& option : verb.options) branches += fmt::format(" \\\n      {}", zsh_argument(option));
    branches += " ;;\n";
  }
  return fmt::format(
      "#compdef percuta\n"
      "# Completion for zsh: percuta completion zsh > a folder of $fpath, named _percuta\n"
      "_percuta() {{\n"
      "  local -a verbs\n"
      "  verbs=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe 'verb' verbs\n"
      "    return\n"
      "  fi\n"
      "  local verb=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $verb in\n{}  esac\n"
      "}}\n"
      "compdef _percuta percuta\n",
      names, branches);
}

}  // namespace percuta::apps
