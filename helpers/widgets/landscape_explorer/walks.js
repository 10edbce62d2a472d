/**
 * Random guesses and gradient steps on a map of the loss over two weights, without the map.
 *
 * A place is [across, up, loss]. A walk is a list of places, each a gradient step from the one
 * before; a path is a list of walks. A walk may end off the map; then the point stays where it was.
 */
const SLIDER_STEP = 0.01;

/** Number k of a series in [0, 1) that looks random and is always the same (mulberry32). */
export function randomNumber(k) {
  const seed = Math.imul(k + 1, 0x6d2b79f5);
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/** Guess number k, [across, up], anywhere on the map with the same chance. */
export function guessAt(k, [low, high]) {
  return [2 * k, 2 * k + 1].map((i) => low + (high - low) * randomNumber(i));
}

/** Is a place on the map? One with an overflown weight is not. */
export function onMap([across, up], [low, high]) {
  return low <= across && across <= high && low <= up && up <= high;
}

/**
 * Where the point stands, [across, up], when the sliders say `shown`.
 *
 * A slider rounds to two digits, and a walk would be stuck where a step is smaller. So while the
 * sliders stand as near to the last walk's place as they can, the point stands there exactly.
 */
export function standing(path, shown, range) {
  const reached = lastOnMap(path, range);
  const nearest = reached && shown.every((x, i) => Math.abs(x - reached[i]) < 0.51 * SLIDER_STEP);
  return nearest ? reached.slice(0, 2) : shown.map((x) => Number(x.toFixed(6)));
}

/** The path with one step more. It goes on with the last walk if that ends here. */
export function withStep(path, here, there) {
  const end = path.at(-1)?.at(-1);
  const goesOn = end && samePlace(end, here);
  return goesOn ? [...path.slice(0, -1), [...path.at(-1), there]] : [...path, [here, there]];
}

/** The last walk, if the point still stands where it has led to; else none. */
export function presentWalk(path, here, range) {
  const reached = lastOnMap(path, range);
  return reached && samePlace(reached, here) ? path.at(-1) : [];
}

/** The last place of the last walk that is on the map. */
export function lastOnMap(path, range) {
  return path.at(-1)?.findLast((place) => onMap(place, range));
}

function samePlace([across, up], [x, y]) {
  return across === x && up === y;
}
