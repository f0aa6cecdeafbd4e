#include "percuta/base/version.hpp"
#include "percuta/report/figures/figures.hpp"
#include "percuta/report/folder/folder.hpp"

namespace percuta::report {

void write_sweep_folder(const SweepTable& table, const std::vector<std::string>& shown,
                        const std::string& resolved_toml, const RunFacts& facts, const std::filesystem::path& path) {
  FolderWriter folder(path);
  folder.write("study.resolved.toml", resolved_toml);
  folder.write("sweep.csv", sweep_csv(table));
  if (!shown.empty()) {
    for (const auto& [name, svg] : sweep_charts(table, shown_quantities(table, shown))) folder.write(name, svg);
  }
  folder.finish(std::string(version()), facts);
}

}  // namespace percuta::report
