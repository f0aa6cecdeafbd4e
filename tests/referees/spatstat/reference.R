# Makes the reference figures that tests/numerics compares with: Rscript reference.R FOLDER
# Patterns are set by their own small generator, so that they do not depend on R's.
suppressMessages(library(spatstat.explore))
folder <- commandArgs(trailingOnly = TRUE)[1]

uniforms <- function(n, seed) {
  x <- numeric(n)
  state <- seed
  for (i in seq_len(n)) {
    state <- (state * 16807) %% 2147483647
    x[i] <- state / 2147483647
  }
  x
}

# mm; anticlockwise, as owin wants them
windows <- list(
  rectangle = owin(c(1, 21), c(-2, 13)),
  convex = owin(poly = list(x = c(2, 18, 17, 9, 3), y = c(2, 3, 16, 18, 15))),
  notched = owin(poly = list(x = c(0, 20, 20, 11, 10, 6, 0), y = c(0, 0, 15, 15, 6.5, 14, 12)))
)

pattern <- function(window, seed, tracks) {
  u <- matrix(uniforms(900, seed), ncol = 3)
  box <- as.rectangle(window)
  x <- box$xrange[1] + diff(box$xrange) * u[, 1]
  if (tracks) x <- ifelse(u[, 3] < 0.6, floor(x / 2) * 2 + 0.25 * (x %% 2), x)
  y <- box$yrange[1] + diff(box$yrange) * u[, 2]
  inside <- inside.owin(x, y, window)
  ppp(x[inside], y[inside], window = window)
}

r <- seq(0, 4, length.out = 65)

k_translation <- function(X) {
  if (is.rectangle(Window(X))) return(Kest(X, r = r, correction = "translate")$trans)
  # spatstat's own K takes the shared area of a polygon from pixels; this is its exact weight.
  close <- closepairs(X, max(r), what = "all")
  weight <- edge.Trans(dx = close$dx, dy = close$dy, W = Window(X), paired = TRUE, exact = TRUE)
  sums <- cumsum(whist(close$d, c(-Inf, r), weight))
  sums * area(Window(X)) / (npoints(X) * (npoints(X) - 1))
}

# Areas by overlap.owin, which is exact: the areas of spatstat's own tiles are rounded at 1e-8.
quadrat_index <- function(X, side) {
  box <- as.rectangle(Window(X))
  breaks <- function(range) range[1] + side * 0:ceiling(diff(range) / side)
  across <- breaks(box$xrange)
  up <- breaks(box$yrange)
  n <- as.vector(quadratcount(ppp(X$x, X$y, range(across), range(up)), xbreaks = across, ybreaks = up))
  tile <- function(row, column) owin(across[column + 0:1], up[row + 0:1])
  rows <- rev(seq_len(length(up) - 1)) # spatstat's tables begin at the top
  tiles <- as.vector(outer(rows, seq_len(length(across) - 1), Vectorize(function(row, column) {
    overlap.owin(tile(row, column), Window(X))
  })))
  kept <- tiles >= 0.3 * side^2
  expected <- sum(n[kept]) * tiles[kept] / sum(tiles[kept])
  sum((n[kept] - expected)^2 / expected) / (sum(kept) - 1)
}

write_table <- function(table, name) {
  table[] <- lapply(table, function(column) sprintf("%.17g", column))
  write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE)
}

seed <- 11
for (name in names(windows)) {
  for (tracks in c(FALSE, TRUE)) {
    X <- pattern(windows[[name]], seed, tracks)
    seed <- seed + 1000
    label <- paste0(name, if (tracks) "_tracks" else "_random")
    write_table(data.frame(x = X$x, y = X$y), paste0(label, ".points.csv"))
    write_table(data.frame(
      r = r,
      border = Kest(X, r = r, correction = "border")$border,
      isotropic = Kest(X, r = r, correction = "isotropic")$iso,
      translation = k_translation(X)
    ), paste0(label, ".k.csv"))
    write_table(data.frame(
      r = r[1:33],
      raw = Gest(X, r = r[1:33], correction = "none")$raw,
      border = Gest(X, r = r[1:33], correction = "rs")$rs,
      kaplan_meier = Gest(X, r = r[1:33], correction = "km")$km
    ), paste0(label, ".g.csv"))
    g <- pcf(X, r = r, correction = c("isotropic", "translate"))
    write_table(data.frame(r = r, isotropic = g$iso, translation = g$trans), paste0(label, ".pcf.csv"))
    write_table(data.frame(
      area = area(Window(X)), nearest = mean(nndist(X)), half_width = attr(g, "bw") * sqrt(5),
      dispersion_1 = quadrat_index(X, 1), dispersion_2 = quadrat_index(X, 2), dispersion_4 = quadrat_index(X, 4)
    ), paste0(label, ".summary.csv"))
  }
}
for (name in names(windows)) {
  write_table(as.data.frame(vertices(windows[[name]])[c("x", "y")]), paste0(name, ".window.csv"))
}
