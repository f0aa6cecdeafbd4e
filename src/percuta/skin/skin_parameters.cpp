#include "percuta/skin/skin.hpp"

namespace percuta::skin {

std::vector<std::string> history_words() {
  return {"keloid",      "isotretinoin",       "anticoagulant", "blood disorder", "infection", "herpes",
          "active acne", "immune suppression", "rosacea",       "eczema",         "psoriasis", "recent peel",
          "diabetes",    "pregnancy",          "filler",        "implant"};
}

void describe(Person& person, Visitor& visitor) {
  visitor.quantity({.name = "age", .meaning = "Age of the virtual person", .unit = "year", .min = 0, .max = 120},
                   person.age);
  visitor.word({.name = "sex", .meaning = "Sex of the virtual person", .choices = {"female", "male"}}, person.sex);
  visitor.count({.name = "phototype", .meaning = "Fitzpatrick phototype", .min = 1, .max = 6}, person.phototype);
  visitor.words({.name = "history",
                 .meaning = "What in the person's history can forbid or change the treatment",
                 .is_optional = true,
                 .choices = history_words(),
                 .default_text = "[]"},
                person.history);
}

void describe(SiteChoice& site, Visitor& visitor) {
  visitor.word({.name = "name", .meaning = "Site of the body, a file of data/skin/sites"}, site.name);
  visitor.quantity({.name = "area",
                    .meaning = "Area of the treated window inside the site's outline",
                    .unit = "cm2",
                    .min = 0.1,
                    .max = 500},
                   site.area);
  visitor.word({.name = "integrity",
                .meaning = "State of the skin before the first session",
                .is_optional = true,
                .choices = {"intact", "broken", "inflamed"},
                .default_text = "\"intact\""},
               site.integrity);
  visitor.words(
      {.name = "concern",
       .meaning = "What the course is meant to improve",
       .is_optional = true,
       .choices = {"wrinkle", "expression line", "acne scar", "scar", "striae", "age spot", "laxity", "cellulite"},
       .default_text = "[]"},
      site.concern);
}

void describe(ExpressionLine& line, Visitor& visitor) {
  visitor.points({.name = "course", .meaning = "Corners of the line", .unit = "mm", .min = -2000, .max = 2000},
                 line.course);
}

void describe(LayerData& layer, Visitor& visitor) {
  visitor.quantity({.name = "female",
                    .meaning = "Thickness of the layer in women",
                    .unit = "um",
                    .min = 1,
                    .max = 200000,
                    .spread = Spread::log},
                   layer.female);
  visitor.quantity({.name = "male",
                    .meaning = "Thickness of the layer in men",
                    .unit = "um",
                    .min = 1,
                    .max = 200000,
                    .spread = Spread::log},
                   layer.male);
}

void describe(SiteData& site, Visitor& visitor) {
  visitor.word({.name = "title", .meaning = "What people call the site"}, site.title);
  visitor.points(
      {.name = "outline", .meaning = "Corners of the site's outline", .unit = "mm", .min = -2000, .max = 2000},
      site.outline);
  visitor.quantity({.name = "area",
                    .meaning = "Area of the whole site; the outline is scaled to it",
                    .unit = "cm2",
                    .min = 0.5,
                    .max = 5000,
                    .spread = Spread::log},
                   site.area);
  visit_tables(visitor,
               {.name = "expression_line", .meaning = "Lines that movements fold into the skin", .is_optional = true},
               site.expression_line);
  visitor.word({.name = "beneath",
                .meaning = "What lies under the fat",
                .choices = {"bone", "muscle", "mucosa", "eye", "nothing"}},
               site.beneath);
  visit_table(visitor, {.name = "stratum_corneum", .meaning = "The horny layer"}, site.stratum_corneum);
  visit_table(visitor, {.name = "epidermis", .meaning = "The whole epidermis, horny layer included"}, site.epidermis);
  visit_table(visitor, {.name = "dermis", .meaning = "The whole dermis at the reference age"}, site.dermis);
  visit_table(visitor, {.name = "fat", .meaning = "The fat under the skin"}, site.fat);
  visitor.quantity({.name = "papillary_share",
                    .meaning = "Share of the dermis that is papillary",
                    .unit = "1",
                    .min = 0.01,
                    .max = 0.9},
                   site.papillary_share);
  visitor.quantity({.name = "dermis_change_per_decade",
                    .meaning = "Change of the dermis' thickness in ten years, relative to the reference age",
                    .unit = "1",
                    .min = -0.09,
                    .max = 0.09},
                   site.dermis_change_per_decade);
  visitor.quantity(
      {.name = "reference_age", .meaning = "Age from which the dermis changes", .unit = "year", .min = 15, .max = 80},
      site.reference_age);
}

}  // namespace percuta::skin
