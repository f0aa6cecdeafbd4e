#pragma once

#include <map>
#include <string>
#include <string_view>

/// The papers behind the numbers: data/sources.bib.
namespace percuta {

/// One entry. `read_as` = full | abstract | secondary | vendor says how much of it was read.
struct Citation {
  std::string key, authors, title, journal, year, doi, url, read_as;
  std::string in_words() const;  ///< "Kalluri H et al. AAPS J 2011. doi:..."
};

/// Parses BibTeX text with the fields above; unknown fields are kept out. InputError names the line of a broken entry.
std::map<std::string, Citation> parse_bibliography(std::string_view text, const std::string& name);

}  // namespace percuta
