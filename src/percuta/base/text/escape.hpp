#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// A user's text made harmless for the place it goes to. None of these fails on broken UTF-8.
namespace percuta {

/// For the content and attributes of XML: & < > " ' escaped; what XML forbids becomes U+FFFD.
std::string xml_text(std::string_view text);

/// One cell of a CSV table (RFC 4180). Text that a spreadsheet would run as a formula gets a leading apostrophe.
std::string csv_text(std::string_view text);

/// `text` of at most `most` characters; a longer one ends in an ellipsis.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace percuta
