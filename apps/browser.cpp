#include "browser.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

extern char** environ;

namespace percuta::apps {

std::filesystem::path page_template(const DataFolder& data) {
  return data.beside("viewer/dist/report.html", "the report page's template");
}

void show_page(const std::filesystem::path& page) {
  const bool has_desktop = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (!has_desktop || isatty(STDERR_FILENO) == 0 || std::getenv("CI") != nullptr) return;
  std::string opener = "xdg-open";
  std::string target = std::filesystem::absolute(page).string();
  char* arguments[] = {opener.data(), target.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  posix_spawnp(&child, opener.c_str(), &actions, nullptr, arguments,
               environ);  // without xdg-open the printed path is enough
  posix_spawn_file_actions_destroy(&actions);
}

}  // namespace percuta::apps
