#pragma once

#include <string>
#include <string_view>

#include "percuta/run/run.hpp"

/// report.html: one template, one slot of data. The page draws; nothing is computed here.
/// In       a Record, the template                            Out  one file for any browser, offline
/// Throws   FileError                                         Checked  tests/report/page
namespace percuta::report {

/// The data slot of report.html (docs/formats.md, "page data"); '<' is escaped, so no text can end the slot.
std::string page_json(const run::Record& record);
/// The page: the template with its slot filled. Throws FileError when the template has no slot.
std::string page(std::string_view page_template, const std::string& page_data);

}  // namespace percuta::report
