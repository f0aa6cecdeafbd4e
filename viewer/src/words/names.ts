/** Names of things in plain words. */
export const results: Record<string, string> = {
  density: "Needle strikes",
  distinct_density: "Distinct holes",
  nearest_neighbour: "Distance to the nearest hole",
  nearest_neighbour_index: "Nearest-neighbour index",
  dispersion_2mm: "Dispersion in 2 mm squares",
  evenness: "Evenness",
  session_time: "Time of the session",
  unevenness_1mm: "Unevenness in 1 mm squares",
  unevenness_2mm: "Unevenness in 2 mm squares",
  unevenness_4mm: "Unevenness in 4 mm squares",
  dose_variation_1mm: "Variation of the local dose, 1 mm squares",
  dose_variation_2mm: "Variation of the local dose",
  dose_variation_4mm: "Variation of the local dose, 4 mm squares",
  reentry_share: "Strikes into an earlier hole",
  largest_gap: "Largest gap",
  evenness_1mm: "Evenness in 1 mm squares",
  evenness_4mm: "Evenness in 4 mm squares",
  thin_share_1mm: "Area under half the mean density, 1 mm squares",
  thin_share_2mm: "Area under half the mean density",
  thin_share_4mm: "Area under half the mean density, 4 mm squares",
  missed_share: "Area that no stroke passed",
  overlap_share: "Area passed twice or more",
  track_dispersion: "Dispersion in strips along the tracks",
  depth_in_place: "Depth in place",
  pierced_share: "Strikes that pierce",
  force_per_needle: "Force on a needle",
  reach_epidermis: "Reach the epidermis",
  reach_dermis: "Reach the dermis",
  reach_fat: "Reach the fat",
  residual_depth: "Depth of the hole that stays",
  channel_width: "Width of the hole that stays",
  force_margin: "Force margin of a needle",
  dermis_force: "Force of the hand for the dermis",
  open_share: "Open share of the surface",
  leak: "Leak through the holes at first",
  capillary_strikes: "Small vessels hit by a strike",
  bleeding_share: "Strikes that draw blood",
  skin_energy_share: "Share of the work into the skin",
  neighbour_share: "Share of the give that neighbours cause",
  barrier_half_life: "Half-life of the leak",
  barrier_time: "Barrier whole again after",
  pore_time: "Hole to be seen for",
  puncture_force: "Force to pierce",
  puncture_displacement: "Displacement at puncture",
};

export const rooms: Record<string, string> = {
  coverage: "Coverage: where the needles land",
  insertion: "Insertion: how deep they go",
  closure: "Closure: how channels close",
  heat: "Heat",
  transport: "Transport: what gets in",
  healing: "Healing: how it heals",
  endpoints: "Endpoints: what is seen of it",
};

export const short_rooms: Record<string, string> = {
  closure: "Closure",
  heat: "Heat",
  transport: "Transport",
  healing: "Healing",
  endpoints: "Endpoints",
  coverage: "Coverage",
  insertion: "Insertion",
};

export const layers: Record<string, string> = {
  stratum_corneum: "stratum corneum",
  viable_epidermis: "viable epidermis",
  epidermis: "epidermis",
  papillary_dermis: "papillary dermis",
  reticular_dermis: "reticular dermis",
  dermis: "dermis",
  fat: "fat",
};

export const device_kinds: Record<string, string> = {
  roller: "roller",
  pen: "motor pen",
  stamp: "stamp",
  patch: "needle patch",
  injector: "injector",
  rf: "radio-frequency head",
};

export const settings: Record<string, string> = {
  home: "home",
  institute: "beauty-institute",
  clinic: "clinical",
};

export const kinds: Record<string, string> = {
  chosen: "chosen",
  measured: "measured",
  fitted: "fitted",
  assumed: "assumed",
};

export const kind_meanings: Record<string, string> = {
  chosen: "set in the study",
  measured: "default, from a measurement",
  fitted: "default, fitted to measurements",
  assumed: "default, our judgement",
};

export const read_as: Record<string, string> = {
  full: "read in full",
  abstract: "abstract only",
  secondary: "as cited by others",
  vendor: "maker’s figure",
};
