/**
 * Contour lines of heights over a grid, by marching squares: each cell of the grid is crossed by a
 * straight piece of every contour that separates its corners.
 *
 * W. Lorensen and H. Cline, "Marching cubes", Computer Graphics 21 (1987) 163, in the plane.
 */

/**
 * The contours of `heights`, rows of `columns` numbers, at `levels`, which rise. One list for each
 * level: [x1, y1, x2, y2, …], a piece of line for every four numbers, where x counts columns and y
 * rows. Cells that hold a number that is not finite have no contour.
 */
export function contours(heights, columns, levels) {
  const pieces = levels.map(() => []);
  const rows = heights.length / columns;
  for (let i = 0; i + 1 < rows; i++) {
    for (let j = 0; j + 1 < columns; j++) {
      const at = i * columns + j;
      const corners = [heights[at], heights[at + 1], heights[at + columns + 1], heights[at + columns]];
      const lowest = Math.min(...corners);
      const highest = Math.max(...corners);
      if (!(highest - lowest < Infinity)) continue;
      for (let k = 0; k < levels.length; k++) {
        if (lowest < levels[k] && levels[k] <= highest) cross(corners, levels[k], j, i, pieces[k]);
      }
    }
  }
  return pieces;
}

/** The corners of a cell, in the order in which they come above. */
const CORNERS = [[0, 0], [1, 0], [1, 1], [0, 1]];

/** Add to `pieces` what the contour at `level` leaves in the cell in column j and row i. */
function cross(corners, level, j, i, pieces) {
  const crossings = [];
  corners.forEach((here, k) => {
    const next = (k + 1) % 4;
    if ((here < level) === (corners[next] < level)) return;
    const t = (level - here) / (corners[next] - here);
    const [x, y] = CORNERS[k];
    crossings.push([j + x + t * (CORNERS[next][0] - x), i + y + t * (CORNERS[next][1] - y)]);
  });
  // All four sides are crossed at a saddle: the height in the middle says which corners are cut off.
  const middle = corners.reduce((sum, z) => sum + z, 0) / 4;
  if (crossings.length === 4 && (middle < level) !== (corners[0] < level)) {
    crossings.unshift(crossings.pop());
  }
  for (const [x, y] of crossings) pieces.push(x, y);
}

/**
 * A place on each contour for its label, [x, y], or null where there is none: near the right edge of
 * the `size` columns and rows, away from the other labels and from the frame.
 */
export function labelPlaces(lines, size) {
  const column = 0.93 * size;
  const apart = 0.07 * size;
  const taken = [];
  const isFree = (x, y) =>
    apart / 2 < y && y < size - apart / 2 && taken.every(([a, b]) => Math.hypot(a - x, b - y) > apart);
  return lines.map((pieces) => {
    let best = null;
    let least = 0.25 * size;
    for (let i = 0; i < pieces.length; i += 4) {
      const [x, y] = [pieces[i], pieces[i + 1]];
      const distance = Math.abs(x - column);
      if (distance < least && isFree(x, y)) [best, least] = [[x, y], distance];
    }
    if (best) taken.push(best);
    return best;
  });
}
