#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>

#include "browser.hpp"
#include "console.hpp"
#include "percuta/base/version.hpp"
#include "percuta/numerics/kernel_clone.hpp"
#include "percuta/study/study.hpp"
#include "verb.hpp"

namespace percuta::apps {

namespace fs = std::filesystem;

namespace {

struct Finding {
  std::string what, found;
  bool is_fine = true;
};

/// What `look` says, or the error's text.
Finding finding(const std::string& what, const std::function<std::string()>& look) {
  try {
    return {what, look(), true};
  } catch (const std::exception& error) {
    return {what, error.what(), false};
  }
}

std::string on_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "" : path;
  while (!folders.empty()) {
    const std::size_t colon = folders.find(':');
    const fs::path candidate = fs::path(folders.substr(0, colon)) / program;
    std::error_code error;
    if (fs::is_regular_file(candidate, error)) return candidate.string();
    folders = colon == std::string::npos ? "" : folders.substr(colon + 1);
  }
  return "";
}

std::string clones() {
  std::string text;
  for (const auto clone : {numerics::KernelClone::baseline, numerics::KernelClone::v3, numerics::KernelClone::v4}) {
    if (numerics::can_run(clone)) text += (text.empty() ? "" : ", ") + numerics::to_word(clone);
  }
  return fmt::format("{} (auto takes {})", text, numerics::to_word(numerics::best_clone()));
}

std::vector<Finding> findings(const Context& context) {
  std::vector<Finding> list;
  list.push_back({"version", fmt::format("percuta {}", version())});
  list.push_back({"cores", fmt::format("{}", std::thread::hardware_concurrency())});
  list.push_back({"kernels", clones()});
  for (const fs::path& folder : context.data.search_path()) list.push_back({"data", folder.string()});
  list.push_back(finding("units", [&] {
    return fmt::format("UDUNITS-2, 1 month = {:.6g} day",
                       context.units.from_si(context.units.to_si(1, "month"), "day"));
  }));
  list.push_back(finding("catalogue", [&] {
    const auto catalogue = study::load_catalogue(context.data, context.units);
    return fmt::format("{} systems, {} claims", catalogue.system.size(), catalogue.claim.size());
  }));
  list.push_back(finding("example", [&] {
    return study::load(context.data.find("studies/demo", "medical-roller"), {}, context.data, context.units).title;
  }));
  list.push_back(finding("page", [&] { return page_template(context.data).string(); }));
  const std::string opener = on_path("xdg-open");
  list.push_back({"browser", opener.empty() ? "no xdg-open: the report's path is printed instead" : opener});
  const std::string chromium = on_path("chromium");
  list.push_back(
      {"viewer set", chromium.empty() ? "no chromium: viewer tests are skipped (./setup --with viewer)" : chromium});
  return list;
}

int examine(const Context& context) {
  bool is_fine = true;
  for (const Finding& finding : findings(context)) {
    print(fmt::format("{} {:<11} {}\n", finding.is_fine ? "ok  " : "BAD ", finding.what, finding.found));
    is_fine = is_fine && finding.is_fine;
  }
  if (!is_fine)
    throw FileError("something Percuta needs is missing or broken: see the lines marked BAD; `./setup` mends most");
  return 0;
}

}  // namespace

VerbUse doctor_verb() {
  return {{}, [](Context& context) { return examine(context); }};
}

}  // namespace percuta::apps
