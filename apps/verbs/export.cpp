#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <memory>

#include "console.hpp"
#include "percuta/base/error.hpp"
#include "percuta/base/files/csv_table.hpp"
#include "percuta/base/text/number.hpp"
#include "percuta/report/compare/compare.hpp"
#include "percuta/report/fields/fields.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/tables/tables.hpp"
#include "percuta/storage/disk.hpp"
#include "percuta/storage/write_file.hpp"
#include "verb.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_most_tiles = 4000000;
constexpr double k_default_tile = 0.5 / k_mm_per_m;  // [m]
constexpr double k_smallest_tile = 0.05 / k_mm_per_m;

/// What is wanted, as typed.
struct Choice {
  std::string run, what, format, tile, out;
};

/// What is wanted, checked.
struct Wish {
  std::string what, format;
  fs::path run, out;
  double tile = k_default_tile;  ///< [m]
};

/// The formats of each thing, the default first.
const std::map<std::string, std::vector<std::string>>& formats() {
  static const std::map<std::string, std::vector<std::string>> all = {
      {"punctures", {"csv"}}, {"density", {"vtr", "csv", "svg", "png"}}, {"figures", {"svg", "png"}}};
  return all;
}

std::vector<std::string> names_of(const auto& map) {
  std::vector<std::string> names;
  names.reserve(map.size());
  for (const auto& [name, rest] : map) names.push_back(name);
  return names;
}

std::string format_of(const Choice& choice, const std::string& what) {
  const std::vector<std::string>& known = formats().at(what);
  std::string format = choice.format;
  if (format.empty() && what != "figures") {
    const std::string ending = fs::path(choice.out).extension().string();
    if (!ending.empty()) format = ending.substr(1);
  }
  if (format.empty()) return known.front();
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    throw InputError(fmt::format("--what {} is not exported as '{}'", what, format),
                     fmt::format("one of: {}", fmt::join(known, ", ")));
  }
  return format;
}

double tile_of(const Choice& choice, const Units& units) {
  if (choice.tile.empty()) return k_default_tile;
  const auto given = split_quantity(choice.tile);
  if (!given || !units.is_unit(given->unit) || !units.same_dimension(given->unit, "mm")) {
    throw InputError(fmt::format("--tile takes a length, not '{}'", choice.tile), "for example --tile 0.5mm");
  }
  const double tile = units.to_si(given->number, given->unit);
  if (!(tile >= k_smallest_tile)) throw InputError(fmt::format("--tile {}: 0.05 mm is the smallest", choice.tile));
  return tile;
}

/// A file among a run's own would keep the run from being replaced.
void refuse_inside_run(const Wish& wish) {
  std::error_code failure;
  const fs::path run = fs::weakly_canonical(wish.run, failure);
  const fs::path out = fs::weakly_canonical(fs::absolute(wish.out), failure);
  if (std::mismatch(run.begin(), run.end(), out.begin(), out.end()).first == run.end()) {
    throw InputError(fmt::format("'{}' lies in the run folder, which keeps only its own files", wish.out.string()),
                     "name a place outside it with -o");
  }
}

Wish read_wish(const Choice& choice, const Units& units) {
  Wish wish;
  wish.what = choice.what.empty() ? "density" : choice.what;
  if (!formats().contains(wish.what)) {
    throw InputError(fmt::format("there is no '{}' to export", wish.what), suggestion(wish.what, names_of(formats())));
  }
  wish.format = format_of(choice, wish.what);
  wish.run = storage::named(choice.run);
  wish.tile = tile_of(choice, units);
  const std::string stem = wish.run.stem().string() + "-" + wish.what;
  wish.out = !choice.out.empty()      ? fs::path(choice.out)
             : wish.what == "figures" ? fs::path(stem)
                                      : fs::path(stem + "." + wish.format);
  refuse_inside_run(wish);
  return wish;
}

/// punctures.csv, packed or not.
fs::path punctures_file(const fs::path& run) {
  for (const char* name : {"punctures.csv", "punctures.csv.gz"}) {
    if (fs::exists(run / name)) return run / name;
  }
  throw FileError(fmt::format("'{}' holds no punctures.csv", run.string()));
}

/// The strikes of the first session, with depths.
std::vector<report::Strike> strikes_of(const fs::path& run) {
  const CsvTable table = read_csv(punctures_file(run));
  const auto* session = table.find("session");
  const auto *x = table.find("x_mm"), *y = table.find("y_mm"), *depth = table.find("depth_mm");
  if (session == nullptr || x == nullptr || y == nullptr || depth == nullptr) {
    throw InputError(fmt::format("'{}' lacks a column: session, x_mm, y_mm and depth_mm are needed", table.file));
  }
  std::vector<report::Strike> strikes;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    if ((*session)[i] > 1) continue;
    strikes.push_back({(*x)[i] / k_mm_per_m, (*y)[i] / k_mm_per_m, (*depth)[i] / k_mm_per_m});
  }
  return strikes;
}

/// Writes the file that is wanted; makes the folders above it.
void write_out(const Wish& wish, std::string_view bytes) {
  storage::make_folder(storage::folder_of(wish.out));
  storage::write_file(wish.out, bytes);
}

void export_density(const report::KeptRun& run, const Wish& wish) {
  const std::vector<report::Strike> strikes = strikes_of(wish.run);
  const report::KeptSite site = report::site_of(run);
  const report::DensityTiles tiles = report::density_tiles(strikes, site.window, wish.tile, k_most_tiles);
  std::string bytes;
  if (wish.format == "csv") bytes = report::density_csv(tiles);
  if (wish.format == "vtr") bytes = report::density_vtr(tiles, strikes);
  if (wish.format == "png") bytes = report::density_png(tiles);
  if (wish.format == "svg")
    bytes = report::density_map_svg(tiles, {run.title, run.version, run.seed}, {site.outline, site.window});
  write_out(wish, bytes);
}

/// Runs `rsvg-convert`; whether it could be started and ended well.
bool drawn_as_png(const fs::path& svg, const fs::path& png) {
  std::string words[] = {"rsvg-convert", "--zoom=2", "-o", png.string(), svg.string()};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), words[4].data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments, environ) != 0) return false;
  int status = 0;
  return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// The run's figures by name; throws when it has none.
std::vector<fs::path> figures_of(const fs::path& run) {
  const fs::path folder = run / "figures";
  std::vector<fs::path> figures;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    if (entry->path().extension() == ".svg") figures.push_back(entry->path());
  }
  if (failure && failure != std::errc::no_such_file_or_directory) {
    storage::throw_file_error("read the folder", folder, failure.value());
  }
  if (figures.empty()) {
    throw InputError(
        fmt::format("'{}' holds no figures", run.string()),
        fmt::format("`percuta run {}` makes the run again, with its figures", (run / "study.resolved.toml").string()));
  }
  std::sort(figures.begin(), figures.end());
  return figures;
}

void export_figures(const Wish& wish) {
  const std::vector<fs::path> figures = figures_of(wish.run);
  storage::make_folder(wish.out);
  for (const fs::path& figure : figures) {
    const fs::path target = wish.out / figure.filename();
    if (wish.format == "svg") {
      storage::write_file(target, read_file(figure));
    } else if (!drawn_as_png(figure, fs::path(target).replace_extension(".png"))) {
      std::error_code failure;
      fs::remove(wish.out, failure);  // when nothing is in it
      throw InputError("figures become png through rsvg-convert, which is not here or failed",
                       "install librsvg2-bin, or take --format svg; --what density --format png needs nothing");
    }
  }
}

int export_run(const Context& context, const Choice& choice) {
  const Wish wish = read_wish(choice, context.units);
  const report::KeptRun run = report::read_run(wish.run);
  if (wish.what == "punctures") write_out(wish, unpacked_text(punctures_file(wish.run)));
  if (wish.what == "density") export_density(run, wish);
  if (wish.what == "figures") export_figures(wish);
  print(fmt::format("{}\n", wish.out.string()));
  return 0;
}

}  // namespace

VerbUse export_verb() {
  const auto choice = std::make_shared<Choice>();
  const auto all_formats = [](const Context&) { return std::vector<std::string>{"csv", "vtr", "svg", "png"}; };
  return {{{.names = "run",
            .help = "Run folder",
            .target = &choice->run,
            .count = std::pair{1, 1},
            .offer = Offer::folders},
           {.names = "--what",
            .help = "punctures, density or figures (default: density)",
            .target = &choice->what,
            .type = "WHAT",
            .offers = [](const Context&) { return names_of(formats()); }},
           {.names = "--format",
            .help = "csv, vtr, svg or png (default: by the name after -o)",
            .target = &choice->format,
            .type = "FORMAT",
            .offers = all_formats},
           {.names = "--tile",
            .help = "Side of a tile of the density (default: 0.5 mm)",
            .target = &choice->tile,
            .type = "LENGTH"},
           {.names = "-o,--out",
            .help = "File to write; for figures a folder",
            .target = &choice->out,
            .type = "FILE",
            .offer = Offer::files}},
          [choice](Context& context) { return export_run(context, *choice); }};
}

}  // namespace percuta::apps
