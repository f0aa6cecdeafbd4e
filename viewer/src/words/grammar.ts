/** How numbers and lists of words are said. */
export const lookup = (table: Record<string, string>, key: string): string =>
  table[key] ?? key.replace(/[._-]+/g, " ").trim();

/** Units as running text writes them. */
export const unit_of = (unit: string): string => unit.replace(/^um$/, "µm");

const count_words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
export const count = (n: number): string => count_words[n] ?? String(n);
export const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const join = (parts: string[]): string =>
    parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
