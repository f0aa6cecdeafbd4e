#pragma once

#include <filesystem>

namespace percuta::apps {

/// Opens a page in the user's browser, when there is a desktop, a terminal and `xdg-open`; otherwise does nothing.
void show_page(const std::filesystem::path& page);

}  // namespace percuta::apps
