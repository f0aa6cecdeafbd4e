#include "percuta/report/page/page.hpp"
#include "percuta/base/error.hpp"

namespace percuta::report {

std::string page(std::string_view page_template, const std::string& page_data) {
  constexpr std::string_view k_slot = "\"percuta-data-slot\"";
  const std::size_t at = page_template.find(k_slot);
  if (at == std::string_view::npos) throw FileError("the page template has no data slot: rebuild viewer/dist");
  if (page_template.find(k_slot, at + 1) != std::string_view::npos) {
    throw FileError("the page template has more than one data slot: rebuild viewer/dist");
  }
  std::string result;
  result.reserve(page_template.size() + page_data.size());
  result += page_template.substr(0, at);
  result += page_data;
  result += page_template.substr(at + k_slot.size());
  return result;
}

}  // namespace percuta::report
