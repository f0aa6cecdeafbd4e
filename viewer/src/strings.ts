/** Every word of the page, gathered from words/. A translation is that folder and this file again, nothing else. */
import { closes, comes, deep, done, interval, lands, reaches } from "./words/answer";
import { compare } from "./words/comparison";
import { inputs, ledger, not_built, quantities, reproduce, sessions, sources } from "./words/details";
import { chance, curves, density, figures, histogram, look, map, reach } from "./words/figures";
import { limits } from "./words/limits";
import { cards, course, drivers, healing_results, outlook, places } from "./words/outcome";
import { join, lookup, plural } from "./words/grammar";
import { cell } from "./words/cell";
import { uptake, uptake_result } from "./words/uptake";
import { kind_meanings, kinds, layers, read_as, results, rooms, short_rooms } from "./words/names";

export const words = {
  language: "en",
  decimal: ".",
  thousands: ",",
  join,
  no_value: "–",
  under: (value: string) => `< ${value}`,
  per_unit: (unit: string) => `per\u00a0${unit}`,
  range: (low: string, high: string) => `${low}\u202f–\u2060\u202f${high}`,
  signed_range: (low: string, high: string) => `${low} to ${high}`,

  result: (name: string, room = "") =>
    (room === "transport" ? uptake_result(name) : lookup(room === "healing" || room === "endpoints" ? healing_results : results, name)),
  room: (name: string) => lookup(rooms, name),
  short_room: (name: string) => lookup(short_rooms, name),
  layer: (name: string) => lookup(layers, name),
  reach_layer: (name: string) => lookup(layers, name.replace(/^reach_/, "")),
  kind: (name: string) => lookup(kinds, name),
  kind_meaning: (name: string) => kind_meanings[name] ?? "",
  read_as: (name: string) => lookup(read_as, name),

  brand: "Percuta",
  report: "Simulation report",
  untitled: "Untitled study",
  no_script: "This report draws itself with JavaScript. Its numbers are also in results.json and summary.csv beside it.",
  empty_page: "This is the empty report template. It becomes a report when Percuta fills in a run.",
  contents: "Contents",
  skip: "Skip to the figures",

  theme: {
    label: "Colour theme",
    auto: "Auto",
    light: "Light",
    dark: "Dark",
  },

  not_computed: "Not computed in this run.",

  first_session: "These numbers are of the first session; ",
  all_sessions: "see all sessions",
  purpose_heading: "What this is",
  purpose: "Research and education. Not a medical device, and no advice on treatment.",
  warnings_note: (n: number) => `${n} ${plural(n, "warning", "warnings")} from this run`,

  findings: { heading: "What the needles do" },
  warnings: { heading: "Warnings" },
  foot: "Made by Percuta, an open simulator of micro-needling.",

  done, lands, deep, reaches, closes, comes, interval,
  figures, curves, chance, map, look, density, histogram, reach,
  compare, limits, outlook, cards, places, course, drivers,
  uptake, cell, quantities, sessions, not_built, inputs, sources, ledger, reproduce,
};
