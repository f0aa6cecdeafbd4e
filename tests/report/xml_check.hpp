#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace percuta::report {

/// What makes `xml` not well-formed, or "" when it is: tags that nest, quoted attributes, no bare '<' or '&'.
/// Enough of XML for the figures: no comments, no CDATA, no processing instructions.
inline std::string xml_fault(std::string_view xml) {
  std::vector<std::string> open;
  std::size_t roots = 0;
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] == '&') {
      const std::size_t end = xml.find(';', at);
      if (end == std::string_view::npos || end - at > 6) return "bare '&'";
    }
    if (xml[at] != '<') {
      if (open.empty() && xml[at] != '\n') return "text outside the root";
      if (static_cast<unsigned char>(xml[at]) < 0x20 && xml[at] != '\n' && xml[at] != '\t') return "control character";
      ++at;
      continue;
    }
    const std::size_t end = xml.find('>', at);
    if (end == std::string_view::npos) return "tag without end";
    const std::string tag(xml.substr(at + 1, end - at - 1));
    if (tag.find('<') != std::string::npos) return "'<' inside a tag";
    at = end + 1;
    if (tag.front() == '/') {
      if (open.empty() || open.back() != tag.substr(1)) return "'" + tag + "' closes nothing";
      open.pop_back();
      continue;
    }
    std::size_t quotes = 0;
    for (const char c : tag) quotes += c == '"' ? 1 : 0;
    if (quotes % 2 != 0) return "odd quotes in '" + tag + "'";
    if (open.empty() && ++roots > 1) return "two roots";
    if (tag.back() != '/') open.push_back(tag.substr(0, tag.find(' ')));
  }
  return open.empty() ? "" : "'" + open.back() + "' stays open";
}

/// How often `part` stands in `text`.
inline std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace percuta::report
