/** What lies on the map: the point with its arrow, the guesses, and the walks. */

/** Where point and arrow stand, as numbers for the templates: `place` in drawing.py. */
export function placeOnMap([across, up], [slopeAcross, slopeUp], [low, high], side) {
  const steepness = Math.hypot(slopeAcross, slopeUp);
  const angle = (Math.atan2(slopeUp, -slopeAcross) * 180) / Math.PI;
  return {
    "point.x": (side * (across - low)) / (high - low),
    "point.y": (side * (high - up)) / (high - low),
    "arrow.angle": (angle + 360) % 360,
    "arrow.length": 14 + 9 * Math.log2(1 + steepness),
    "arrow.shown": steepness > 0 ? 1 : 0,
  };
}

/** Fill an SVG group with the guesses, as rings; the best one is full. */
export function showGuesses(group, guesses, toPixels) {
  const best = Math.min(...guesses.map(([, , loss]) => loss));
  group.replaceChildren(
    ...guesses.flatMap(([across, up, loss]) => {
      const [cx, cy] = toPixels([across, up]);
      const shape = { cx, cy, r: 5 };
      const kind = loss === best ? "guess best" : "guess";
      return [svg("circle", { ...shape, class: "rim" }), svg("circle", { ...shape, class: kind })];
    }),
  );
}

/** Fill an SVG group with the walks: a line, with a small square at each place. */
export function showWalks(group, path, toPixels) {
  group.replaceChildren(
    ...path.flatMap((walk) => {
      const corners = walk.map(toPixels);
      const points = corners.join(" ");
      return [
        svg("polyline", { points, class: "rim" }),
        svg("polyline", { points, class: "walk" }),
        ...corners.map(([x, y]) =>
          svg("rect", { x: x - 3, y: y - 3, width: 6, height: 6, class: "stop" }),
        ),
      ];
    }),
  );
}

function svg(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
