#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>

#include "console.hpp"
#include "options.hpp"
#include "percuta/base/error.hpp"
#include "percuta/base/version.hpp"

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

constexpr std::uint64_t k_fewest_members = 4;
constexpr std::uint64_t k_most_members = 100000;
constexpr std::uint64_t k_most_seed = 9007199254740991;  // the largest that a study file keeps exactly

void add_common(CLI::App& verb, Options& options) {
  verb.add_option("--data", options.data, "Folder with further devices, sites, products (may be repeated)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  verb.add_flag("--quiet", options.quiet, "Only results and errors");
  verb.add_flag("!--no-color", options.color, "Plain text");
  verb.add_flag("--json", options.json, "Machine-readable output on stdout");
}

/// Refuses other values before a study is read, so that the message names the option typed.
CLI::Validator from_to(const char* option, std::uint64_t low, std::uint64_t high) {
  const auto refusal = [option, low, high](const std::string& text) -> std::string {
    std::uint64_t value = 0;
    if (CLI::detail::lexical_cast(text, value) && value >= low && value <= high) return "";
    throw InputError(fmt::format("{} takes a whole number from {} to {}, not '{}'", option, low, high, text));
  };
  return CLI::Validator(refusal, "", "whole number");
}

void add_members(CLI::App& verb, Options& options) {
  verb.add_option("-n,--members", options.members, "Ensemble members behind each interval (4 to 100000)")
      ->check(from_to("-n/--members", k_fewest_members, k_most_members));
}

void add_study_options(CLI::App& verb, Options& options) {
  verb.add_option("--set", options.settings, "Override one key, e.g. --set technique.force=3N (may be repeated)")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  verb.add_option("--seed", options.seed, "Seed of all random numbers (whole number)")
      ->check(from_to("--seed", 0, k_most_seed));
  add_members(verb, options);
  verb.add_option("--allow", options.allow, "Folder outside the study's own that it may name files in")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_threads(CLI::App& verb, Options& options) {
  verb.add_option("--threads", options.threads, "Threads (0 = all cores); results do not depend on it")
      ->check(CLI::Range(0, 1024));
}

void add_no_browser(CLI::App& verb, Options& options) {
  verb.add_flag("!--no-browser", options.browser, "Do not open the page");
}

/// How a long computation talks and counts.
void add_computing(CLI::App& verb, Options& options) {
  static const std::map<std::string, ProgressStyle> styles = {{"auto", ProgressStyle::automatic},
                                                              {"bar", ProgressStyle::bar},
                                                              {"json", ProgressStyle::json},
                                                              {"none", ProgressStyle::none}};
  verb.add_option("--kernel", options.kernel, "auto, baseline, v3 or v4 code; results do not depend on it");
  const auto read_style = [&options](const std::string& word) {
    const auto style = styles.find(word);
    if (style == styles.end()) {
      throw InputError(fmt::format("--progress takes auto, bar, json or none, not '{}'", word));
    }
    options.progress = style->second;
  };
  verb.add_option_function<std::string>("--progress", read_style, "auto, bar, json or none")->type_name("STYLE");
}

void add_run_options(CLI::App& verb, Options& options) {
  add_computing(verb, options);
  verb.add_option("-o,--out", options.out, "Run folder to write")->type_name("DIR");
  verb.add_option("--fail-on", options.fail_on,
                  "limits or verdict: exit 3 when it is not met (no room that sets one is built yet)")
      ->check(CLI::IsMember({"limits", "verdict"}));
  verb.add_flag("--resume", options.resume, "Continue an interrupted run; ends with the same bytes");
}

void add_sweep_options(CLI::App& verb, Options& options) {
  add_computing(verb, options);
  verb.add_option("--over", options.over,
                  "A key and its values: device.needle.length=0.5..1.5 mm:5 (5 points, both ends in) or key=a,b,c; "
                  "several make a grid (default: the study's [sweep])")
      ->type_name("KEY=VALUES")
      ->allow_extra_args(false);
  verb.add_option("--show", options.show, "Quantity to print and draw, e.g. insertion.depth_in_place (may be repeated)")
      ->type_name("QUANTITY")
      ->allow_extra_args(false);
  verb.add_option("-o,--out", options.out, "Folder to write (default: the study's name and .sweep)")->type_name("DIR");
  verb.add_flag("--resume", options.resume, "Continue an interrupted sweep; ends with the same bytes");
}

void add_validate_options(CLI::App& verb, Options& options) {
  add_computing(verb, options);
  add_threads(verb, options);
  add_members(verb, options);
  verb.add_option("--markdown", options.out, "Also write the page docs/validation.md is made of")->type_name("FILE");
  verb.add_option("--fail-on", options.fail_on, "verdict: exit 3 when a row that counts as blind is not inside")
      ->check(CLI::IsMember({"verdict"}));
}

CLI::App* add_verb(CLI::App& app, const Verb& verb, Options& options) {
  CLI::App* sub = app.add_subcommand(verb.name, verb.is_built ? verb.help : verb.help + " (not built yet)");
  sub->callback([&options, name = verb.name] { options.verb = name; });
  add_common(*sub, options);
  if (!verb.is_built) sub->allow_extras();
  return sub;
}

void add_export_options(CLI::App& verb, Options& options) {
  verb.add_option("run", options.words, "Run folder")->required()->expected(1);
  verb.add_option("--what", options.what, "punctures, density or figures (default: density)")->type_name("WHAT");
  verb.add_option("--format", options.format, "csv, vtr, svg or png (default: by the name after -o)")
      ->type_name("FORMAT");
  verb.add_option("--tile", options.tile, "Side of a tile of the density (default: 0.5 mm)")->type_name("LENGTH");
  verb.add_option("-o,--out", options.out, "File to write; for figures a folder")->type_name("FILE");
}

void add_words(std::map<std::string, CLI::App*>& verb, Options& options) {
  verb["new"]->add_option("system", options.words, "S1 to S9")->required()->expected(1);
  verb["new"]
      ->add_option("-o,--out", options.out, "File to write (default: the system's name in this folder)")
      ->type_name("FILE");
  for (const char* name : {"check", "run", "sweep"}) {
    verb[name]->add_option("study", options.words, "Study file (.toml)")->required()->expected(1);
  }
  verb["report"]->add_option("run", options.words, "Run folder")->required()->expected(1);
  verb["list"]
      ->add_option("what", options.words,
                   "systems, devices, sites, specimens, products, claims, quantities, rooms or verbs")
      ->expected(0, 1);
  verb["explain"]
      ->add_option("key", options.words, "A key of the study file, a quantity, device, system, source or room")
      ->expected(0, 1);
  verb["explain"]->add_flag("--all", options.all, "Every key");
  verb["explain"]->add_flag("--markdown", options.markdown, "As the reference page");
  verb["claims"]->add_option("claim", options.words, "C1 to C20 (default: all that are judged today)")->expected(0, 20);
  verb["validate"]->add_option(
      "case", options.words,
      "Cases (V9, devices/V9), lists (devices) or rooms (insertion) of validation/ (default: all)");
  verb["compare"]->add_option("runs", options.words, "Run folders, two to six")->required()->expected(1, -1);
  verb["compare"]
      ->add_option("-o,--out", options.out, "Folder for compare.csv and compare.html (default: comparison)")
      ->type_name("DIR");
  add_export_options(*verb["export"], options);
  verb["completion"]->add_option("shell", options.words, "bash, zsh or fish")->required()->expected(1);
}

std::string joined(int argc, char** argv) {
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

}  // namespace

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all = {
      {"demo", "Four devices on one cheek, side by side: what Percuta shows of them", true},
      {"new", "Write a commented starting study for a system (S1 to S9)", true},
      {"check", "Build the whole model without running it: what it will do, cost and assume", true},
      {"run", "Run a study into a run folder with a report", true},
      {"report", "Write a run folder's page again and show it", true},
      {"explain", "What a key, quantity, device or source means, and says who", true},
      {"list", "What there is to pick from", true},
      {"schema", "The study file's JSON Schema, for editors", true},
      {"doctor", "What Percuta finds on this machine", true},
      {"completion", "Shell completion", true},
      {"compare", "Two or more runs side by side, on one scale", true},
      {"export", "A run's punctures, density or figures in other formats", true},
      {"serve", "The web app", false},
      {"sweep", "A study over a range of any key", true},
      {"cohort", "Many virtual people", false},
      {"fit", "Parameters from measurements", false},
      {"plan", "Study protocols within limits", false},
      {"claims", "Judge the claims made for micro-needling", true},
      {"validate", "Published experiments against the models", true},
  };
  return all;
}

std::optional<Options> read_command_line(int argc, char** argv) {
  refuse_unknown_verb(argc, argv);
  Options options;
  options.command_line = joined(argc, argv);
  CLI::App app(k_about, "percuta");
  app.footer(k_exit_codes);
  app.set_version_flag("--version", fmt::format("percuta {}", version()));
  app.require_subcommand(0, 1);
  std::map<std::string, CLI::App*> verb;
  for (const Verb& one : verbs()) verb[one.name] = add_verb(app, one, options);
  for (const char* name : {"demo", "check", "run", "sweep"}) {
    add_study_options(*verb[name], options);
    add_threads(*verb[name], options);
  }
  for (const char* name : {"demo", "run"}) add_run_options(*verb[name], options);
  add_sweep_options(*verb["sweep"], options);
  add_validate_options(*verb["validate"], options);
  for (const char* name : {"claims"}) {
    add_computing(*verb[name], options);
    add_threads(*verb[name], options);
    verb[name]
        ->add_option("--fail-on", options.fail_on, "verdict: exit 3 when a claim asked for is not supported")
        ->check(CLI::IsMember({"verdict"}));
  }
  for (const char* name : {"demo", "run", "report", "compare"}) add_no_browser(*verb[name], options);
  add_words(verb, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& answered) {
    std::ostringstream text;
    app.exit(answered, text, text);
    print(text.str());
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    for (const CLI::App* parsed : app.get_subcommands()) refuse_unknown_option(*parsed, argc, argv);
    const std::string topic =
        argc > 1 && argv[1][0] != '-' ? fmt::format("percuta {} --help", argv[1]) : "percuta --help";
    throw InputError(error.what(), fmt::format("see `{}`", topic));
  }
  if (options.verb.empty()) {
    print(app.help());
    return std::nullopt;
  }
  return options;
}

}  // namespace percuta::apps
