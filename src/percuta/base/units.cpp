#include "percuta/base/units.hpp"

#include <fmt/format.h>
#include <locale.h>
#include <udunits2.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

#include "percuta/base/error.hpp"
#include "percuta/base/text/unit_text.hpp"

namespace percuta {
namespace {

constexpr double k_dalton = 1.66053906660e-27;  // kg, CODATA 2018

/// UDUNITS reads and prints numbers by the locale; this thread speaks "C" while it lives.
class PlainLocale {
 public:
  PlainLocale() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  ~PlainLocale() {
    uselocale(before_);
    freelocale(plain_);
  }
  PlainLocale(const PlainLocale&) = delete;
  PlainLocale& operator=(const PlainLocale&) = delete;

 private:
  locale_t plain_;
  locale_t before_;
};

struct UnitDeleter {
  void operator()(ut_unit* unit) const { ut_free(unit); }
};
using Unit = std::unique_ptr<ut_unit, UnitDeleter>;

struct ConverterDeleter {
  void operator()(cv_converter* converter) const { cv_free(converter); }
};
using Converter = std::unique_ptr<cv_converter, ConverterDeleter>;

/// A unit met before: its dimension in base units ("m.kg.s-2", "rad", "1") and the way there and back.
struct KnownUnit {
  std::string dimension;
  Converter to_base, from_base;
};

struct DimensionWord {
  std::string_view dimension, word;
};
constexpr std::array k_dimension_words = {
    DimensionWord{"1", "a plain number"},
    DimensionWord{"m", "a length"},
    DimensionWord{"m2", "an area"},
    DimensionWord{"m3", "a volume"},
    DimensionWord{"m-1", "a number per length"},
    DimensionWord{"m-2", "a number per area"},
    DimensionWord{"m-3", "a number per volume"},
    DimensionWord{"s", "a time"},
    DimensionWord{"s-1", "a rate or frequency"},
    DimensionWord{"rad", "an angle"},
    DimensionWord{"s-1.rad", "an angular speed"},
    DimensionWord{"m.s-1", "a speed"},
    DimensionWord{"m.s-2", "an acceleration"},
    DimensionWord{"m2.s-1", "a diffusivity"},
    DimensionWord{"kg", "a mass"},
    DimensionWord{"m-2.kg", "a mass per area"},
    DimensionWord{"m-3.kg", "a density"},
    DimensionWord{"m.kg.s-2", "a force"},
    DimensionWord{"m-1.kg.s-2", "a pressure or stiffness"},
    DimensionWord{"kg.s-2", "an energy per area"},
    DimensionWord{"m2.kg.s-2", "an energy"},
    DimensionWord{"m2.kg.s-3", "a power"},
    DimensionWord{"K", "a temperature"},
    DimensionWord{"A", "a current"},
    DimensionWord{"m2.kg.s-3.A-1", "a voltage"},
    DimensionWord{"m2.kg.s-3.A-2", "a resistance"},
    DimensionWord{"mol", "an amount of substance"},
    DimensionWord{"m-3.mol", "a concentration"},
    DimensionWord{"IU", "an activity in international units"},
};

/// The base units of a definition as UDUNITS prints it: "0.001 m" -> "m", "K @ 273.15" -> "K", "0.01 1" -> "1".
std::string base_of(std::string_view definition) {
  const std::string_view scaled = definition.substr(0, definition.find(" @ "));
  return std::string(scaled.substr(scaled.rfind(' ') + 1));
}

std::string definition_of(const ut_unit* unit) {
  std::array<char, 256> text{};
  const int length = ut_format(unit, text.data(), text.size() - 1, UT_ASCII | UT_DEFINITION);
  if (length < 0 || static_cast<std::size_t>(length) >= text.size() - 1) return "";
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

struct Units::System {
  std::unique_ptr<ut_system, void (*)(ut_system*)> units{nullptr, ut_free_system};
  std::map<std::string, std::optional<KnownUnit>, std::less<>> known;

  void map_symbol(const char* symbol, const Unit& unit) const {
    if (!unit || ut_map_symbol_to_unit(symbol, UT_UTF8, unit.get()) != UT_SUCCESS) {
      throw FileError(fmt::format("the UDUNITS database leaves no room for the unit '{}'", symbol));
    }
  }
  Unit parse(const char* text) const { return Unit(ut_parse(units.get(), text, UT_UTF8)); }
  Unit scaled(double factor, const char* text) const {
    const Unit unit = parse(text);
    return Unit(unit ? ut_scale(factor, unit.get()) : nullptr);
  }
  void add_own_units() const;
  std::optional<KnownUnit> look_up(const std::string& text) const;
  const std::optional<KnownUnit>& find(std::string_view unit);
  const KnownUnit& require(std::string_view unit);
};

void Units::System::add_own_units() const {
  map_symbol("Da", scaled(k_dalton, "kg"));
  map_symbol("M", parse("mol/l"));
  map_symbol("deg", parse("degree"));
  const Unit activity(ut_new_base_unit(units.get()));
  map_symbol("IU", activity);
  ut_map_unit_to_symbol(activity.get(), "IU", UT_ASCII);
  const Unit month = scaled(30, "day");
  for (const char* name : {"month", "months"}) {
    ut_unmap_name_to_unit(units.get(), name, UT_ASCII);
    ut_map_name_to_unit(name, UT_ASCII, month.get());
  }
}

std::optional<KnownUnit> Units::System::look_up(const std::string& text) const {
  if (!is_plain_unit(text)) return std::nullopt;
  const PlainLocale plain;
  const Unit unit = parse(text.c_str());
  const std::string definition = unit ? definition_of(unit.get()) : "";
  if (definition.empty() || definition.find('(') != std::string::npos) return std::nullopt;
  const std::string dimension = base_of(definition);
  const Unit base = parse(dimension.c_str());
  if (!base || !ut_are_convertible(unit.get(), base.get())) return std::nullopt;
  KnownUnit found{dimension, Converter(ut_get_converter(unit.get(), base.get())),
                  Converter(ut_get_converter(base.get(), unit.get()))};
  if (!found.to_base || !found.from_base) return std::nullopt;
  return found;
}

const std::optional<KnownUnit>& Units::System::find(std::string_view unit) {
  const auto met = known.find(unit);
  if (met != known.end()) return met->second;
  return known.emplace(std::string(unit), look_up(normalised_unit(unit))).first->second;
}

const KnownUnit& Units::System::require(std::string_view unit) {
  const std::optional<KnownUnit>& found = find(unit);
  if (!found) throw InputError(fmt::format("'{}' is not a unit", unit));
  return *found;
}

Units::Units() : system_(std::make_unique<System>()) {
  const PlainLocale plain;
  ut_set_error_message_handler(ut_ignore);
  system_->units.reset(ut_read_xml(nullptr));
  if (!system_->units) {
    ut_status status = UT_SUCCESS;
    const char* path = ut_get_path_xml(nullptr, &status);
    throw FileError(
        fmt::format("the UDUNITS unit database cannot be read from {} (UDUNITS2_XML_PATH names another place)",
                    path != nullptr ? path : "its standard place"));
  }
  system_->add_own_units();
}

Units::~Units() = default;

bool Units::is_unit(std::string_view unit) const {
  return system_->find(unit).has_value();
}

bool Units::same_dimension(std::string_view a, std::string_view b) const {
  const std::optional<KnownUnit>& first = system_->find(a);
  const std::optional<KnownUnit>& second = system_->find(b);
  return first && second && first->dimension == second->dimension;
}

double Units::to_si(double number, std::string_view unit) const {
  return cv_convert_double(system_->require(unit).to_base.get(), number);
}

double Units::from_si(double si, std::string_view unit) const {
  return cv_convert_double(system_->require(unit).from_base.get(), si);
}

std::string Units::si_unit(std::string_view unit) const {
  return system_->require(unit).dimension;
}

std::string Units::dimension_word(std::string_view unit) const {
  const std::optional<KnownUnit>& known = system_->find(unit);
  for (const DimensionWord& entry : k_dimension_words) {
    if (known && known->dimension == entry.dimension) return std::string(entry.word);
  }
  return fmt::format("a quantity in {}", unit);
}

}  // namespace percuta
