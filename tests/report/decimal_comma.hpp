#pragma once

#include <clocale>
#include <locale>
#include <string>

namespace percuta::report {

/// While it lives, this program writes numbers the German way wherever it asks a locale: C++ always, C where installed.
class DecimalComma {
 public:
  DecimalComma() : before_(std::locale()), c_before_(std::setlocale(LC_ALL, nullptr)) {
    std::locale::global(std::locale(before_, new Comma));
    std::setlocale(LC_ALL, "de_DE.UTF-8");
  }
  DecimalComma(const DecimalComma&) = delete;
  DecimalComma& operator=(const DecimalComma&) = delete;
  ~DecimalComma() {
    std::locale::global(before_);
    std::setlocale(LC_ALL, c_before_.c_str());
  }

 private:
  struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  std::locale before_;
  std::string c_before_;
};

}  // namespace percuta::report
