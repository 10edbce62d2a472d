/** Heights as colours: a table of colours, and pixels from it. */

const HATCH = 5; // columns from one stripe to the next

/** `count` colours between `stops` (as "#440154"), each as one pixel of a canvas. */
export function colourTable(stops, count = 256) {
  const channels = stops.map((stop) => [1, 3, 5].map((i) => parseInt(stop.slice(i, i + 2), 16)));
  return Uint32Array.from({ length: count }, (_, k) => {
    const position = (k / (count - 1)) * (stops.length - 1);
    const before = Math.min(Math.floor(position), stops.length - 2);
    const t = position - before;
    return pixel(channels[before].map((c, i) => Math.round(c + t * (channels[before + 1][i] - c))));
  });
}

/**
 * Paint heights into as many pixels: 0 in the first colour of the table,
 * `ceiling` and what is above, or not a number, in the last one.
 */
export function paint(heights, ceiling, table, pixels) {
  const last = table.length - 1;
  for (let k = 0; k < heights.length; k++) {
    const share = heights[k] / ceiling;
    pixels[k] = table[share <= 1 ? Math.floor(share * last) : last];
  }
}

/**
 * Stripes over what is above `ceiling`, or not a number, in rows of `columns` heights. They come as
 * [x1, y1, x2, y2, …], a piece of line for every four numbers; x counts columns and y rows.
 */
export function stripes(heights, columns, ceiling) {
  const pieces = [];
  for (let k = 0; k + columns + 1 < heights.length; k++) {
    const j = k % columns;
    const i = (k - j) / columns;
    const striped = (i - j) % HATCH === 0 && j + 1 < columns;
    const within = heights[k] <= ceiling || heights[k + columns + 1] <= ceiling;
    if (striped && !within) pieces.push(j, i, j + 1, i + 1);
  }
  return pieces;
}

/** Red, green and blue as one pixel, in the byte order of this machine. */
function pixel([red, green, blue]) {
  return new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0];
}
