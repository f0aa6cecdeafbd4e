#include "percuta/base/files/bibliography.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "percuta/base/error.hpp"

namespace percuta {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string lowered(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// Braces and escapes of BibTeX taken out, blanks joined.
std::string plain(std::string_view value) {
  std::string result;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '{' || value[i] == '}') continue;
    if (value[i] == '\\' && i + 1 < value.size()) continue;
    const char c = is_blank(value[i]) || value[i] == '~' ? ' ' : value[i];
    if (c != ' ' || (!result.empty() && result.back() != ' ')) result += c;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

using Fields = std::map<std::string, std::string>;

/// One entry as it stands in the file.
struct Entry {
  std::string key;
  Fields fields;
  std::size_t line = 1;
};

/// Reads entries one after another; text between them is comment.
class BibReader {
 public:
  BibReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  bool next(Entry& entry) {
    while (true) {
      at_ = std::min(text_.find('@', at_), text_.size());
      if (at_ == text_.size()) return false;
      if (is_in_comment_line()) {
        ++at_;
        continue;
      }
      entry = {};
      entry.line = line_at(at_++);
      const std::string type = lowered(word());
      if (type == "comment") continue;
      read_entry(entry);
      return true;
    }
  }

  [[noreturn]] void fail(std::size_t line, const std::string& message) const {
    Place place{name_, static_cast<int>(line), 0, 1, ""};
    throw InputError({Problem{message, "", place}});
  }

 private:
  void read_entry(Entry& entry) {
    expect('{', entry, "an entry needs '{' after its type");
    entry.key = word();
    if (entry.key.empty()) fail(entry.line, "an entry has no key");
    while (true) {
      skip_blanks();
      if (take('}')) return;
      expect(',', entry, fmt::format("'{}' needs ',' or '}}' after a field", entry.key));
      skip_blanks();
      if (take('}')) return;
      const std::string field = lowered(word());
      if (field.empty()) fail(line_at(at_), fmt::format("'{}' has a field without a name", entry.key));
      expect('=', entry, fmt::format("'{}' needs '=' after '{}'", entry.key, field));
      if (!entry.fields.emplace(field, value(entry)).second) {
        fail(line_at(at_), fmt::format("'{}' has '{}' twice", entry.key, field));
      }
    }
  }

  std::string value(const Entry& entry) {
    skip_blanks();
    if (at_ < text_.size() && (text_[at_] == '{' || text_[at_] == '"')) return enclosed(entry);
    const std::string bare = word();
    if (bare.empty()) fail(line_at(at_), fmt::format("'{}' has a field without a value", entry.key));
    return bare;
  }

  /// {...} with braces inside, or "...".
  std::string enclosed(const Entry& entry) {
    const bool is_braced = text_[at_] == '{';
    const std::size_t begin = ++at_;
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (depth == 0 && c == (is_braced ? '}' : '"')) return std::string(text_.substr(begin, at_++ - begin));
      if (c == '{') ++depth;
      if (c == '}') --depth;
    }
    fail(entry.line, fmt::format("'{}' is not closed", entry.key));
  }

  std::string word() {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) &&
           std::string_view("{},=\"@").find(text_[at_]) == std::string_view::npos)
      ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool is_in_comment_line() const {
    const std::string_view before = text_.substr(0, at_);
    const std::size_t begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return before.substr(begin).find('%') != std::string_view::npos;
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  bool take(char c) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void expect(char c, const Entry& entry, const std::string& message) {
    if (take(c)) return;
    fail(at_ < text_.size() ? line_at(at_) : entry.line, message);
  }

  std::size_t line_at(std::size_t at) const {
    return 1 +
           static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
};

std::string first_of(const Fields& fields, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto field = fields.find(name);
    if (field != fields.end()) return field->second;
  }
  return "";
}

Citation to_citation(const Entry& entry) {
  const Fields& fields = entry.fields;
  Citation citation;
  citation.key = entry.key;
  citation.authors = first_of(fields, {"author", "editor", "organization"});
  citation.title = plain(first_of(fields, {"title"}));
  citation.journal =
      plain(first_of(fields, {"journal", "booktitle", "publisher", "institution", "howpublished", "school"}));
  citation.year = plain(first_of(fields, {"year"}));
  citation.doi = plain(first_of(fields, {"doi"}));
  citation.url = plain(first_of(fields, {"url"}));
  citation.read_as = plain(first_of(fields, {"read_as"}));
  return citation;
}

void check(const Citation& citation, const Entry& entry, const BibReader& reader) {
  const std::array<std::pair<const char*, const std::string*>, 3> needed = {
      {{"author", &citation.authors}, {"title", &citation.title}, {"year", &citation.year}}};
  for (const auto& [name, value] : needed) {
    if (value->empty()) reader.fail(entry.line, fmt::format("'{}' has no {}", entry.key, name));
  }
  const std::vector<std::string> words = {"full", "abstract", "secondary", "vendor"};
  if (std::find(words.begin(), words.end(), citation.read_as) == words.end()) {
    reader.fail(entry.line, fmt::format("'{}' needs read_as = full, abstract, secondary or vendor", entry.key));
  }
}

/// Whether a name needs no shortening: "Kalluri H", or a group whose last word is no family name ("Percuta
/// developers").
bool is_short(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string::npos || name.find(',') != std::string::npos) return false;
  const std::string last = name.substr(blank + 1);
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool is_initials = last.size() <= 3 && std::all_of(last.begin(), last.end(), is_upper);
  return is_initials || (last.front() >= 'a' && last.front() <= 'z');
}

/// "Kalluri, Haripriya" and "Haripriya Kalluri" become "Kalluri H"; a name in braces stays.
std::string short_name(const std::string& author) {
  std::string name = plain(author);
  if (author.starts_with('{') || is_short(name)) return name;
  std::string family = name;
  std::string given;
  const std::size_t comma = name.find(", ");
  const std::size_t blank = name.rfind(' ');
  if (comma != std::string::npos) {
    family = name.substr(0, comma);
    given = name.substr(comma + 2);
  } else if (blank != std::string::npos) {
    family = name.substr(blank + 1);
    given = name.substr(0, blank);
  }
  if (!given.empty()) family += ' ';
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool is_initial = i == 0 || given[i - 1] == ' ' || given[i - 1] == '-' || given[i - 1] == '.';
    if (is_initial && given[i] != ' ' && given[i] != '-' && given[i] != '.') family += given[i];
  }
  return family;
}

std::vector<std::string> split_authors(std::string text) {
  std::replace_if(text.begin(), text.end(), is_blank, ' ');
  std::vector<std::string> authors;
  while (!text.empty()) {
    const std::size_t end = text.starts_with('{') ? text.find(" and ", text.find('}')) : text.find(" and ");
    authors.push_back(text.substr(0, end));
    text = end == std::string::npos ? "" : text.substr(end + 5);
  }
  return authors;
}

}  // namespace

std::string Citation::in_words() const {
  const std::vector<std::string> names = split_authors(authors);
  std::string text = names.empty() ? key : short_name(names.front());
  if (names.size() == 2 && names[1] != "others") text += " and " + short_name(names[1]);
  if (names.size() > 2 || (names.size() == 2 && names[1] == "others")) text += " et al";
  text += ".";
  if (!journal.empty()) text += " " + journal;
  text += " " + year;
  if (!text.ends_with('.')) text += ".";
  if (!doi.empty()) return text + " doi:" + doi;
  return url.empty() ? text : text + " " + url;
}

std::map<std::string, Citation> parse_bibliography(std::string_view text, const std::string& name) {
  BibReader reader(text, name);
  std::map<std::string, Citation> citations;
  for (Entry entry; reader.next(entry);) {
    const Citation citation = to_citation(entry);
    check(citation, entry, reader);
    if (!citations.emplace(entry.key, citation).second)
      reader.fail(entry.line, fmt::format("'{}' stands here twice", entry.key));
  }
  return citations;
}

}  // namespace percuta
