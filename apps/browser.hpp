#pragma once

#include <filesystem>

#include "percuta/base/files/data_folder.hpp"

namespace percuta::apps {

/// The page's template, beside the data. Throws FileError when it is nowhere.
std::filesystem::path page_template(const DataFolder& data);

/// Opens a page in the user's browser, when there is a desktop, a terminal and `xdg-open`; otherwise does nothing.
void show_page(const std::filesystem::path& page);

}  // namespace percuta::apps
