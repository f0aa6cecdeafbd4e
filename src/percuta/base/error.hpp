#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The four errors a user can meet; anything else is a bug (exit 1).
/// The library throws them, never prints and never exits.
namespace percuta {

/// Where in a text a problem stands. `line` and `column` count from 1; 0 = unknown.
struct Place {
  std::string file;  ///< as the user named it, or "--set", "--seed"
  int line = 0;
  int column = 0;              ///< in characters (UTF-8 code points), not bytes
  int width = 1;               ///< how many characters the caret underlines
  std::string line_text = {};  ///< the whole line, for the caret; empty = none shown
};

/// One thing wrong with what the user gave.
struct Problem {
  std::string message;    ///< what was given and what is allowed
  std::string hint = {};  ///< how to mend it ("did you mean 'force'?"); may be empty
  Place place = {};
};

/// "study.toml:12:3: error: ..." with the line, a caret and the hint; ends without a newline.
std::string format_problem(const Problem& problem);

/// The user's mistake: bad command, study or data file (exit 2). Carries every problem found.
class InputError : public std::runtime_error {
 public:
  explicit InputError(std::vector<Problem> problems);
  explicit InputError(const std::string& message, const std::string& hint = "");
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// Numerics failed or a ledger is open: which solver, step, residual, what to try (exit 4).
class SolverError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Disk or file trouble: which file, what the system said (exit 5).
class FileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Stopped by the user; what is done so far can be resumed (exit 130).
class Interrupted : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Gathers problems so that a user sees all of a file's at once.
class Problems {
 public:
  void add(Problem problem);
  bool empty() const { return list_.empty(); }
  const std::vector<Problem>& list() const { return list_; }
  /// Throws InputError with everything gathered, if anything was; ordered by file, line, column.
  void throw_if_any() const;

 private:
  std::vector<Problem> list_;
};

/// The candidate nearest in spelling, or "" when none is near enough to suggest.
std::string nearest_word(std::string_view given, const std::vector<std::string>& candidates);

/// "did you mean 'x'?" when one is near; otherwise "one of: a, b, c" (at most 12 words).
std::string suggestion(std::string_view given, const std::vector<std::string>& candidates);

}  // namespace percuta
