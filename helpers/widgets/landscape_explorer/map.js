/**
 * The heat map of the loss over two inputs of a program, with contour lines, on a canvas. Where the
 * loss is above the scale of colours, the map is hatched.
 */
import { element } from "../shared/controls.js";
import { evenly, sweepOverGrid } from "../shared/wengert_grid.js";
import { contours, labelPlaces } from "./contours.js";
import { colourTable, paint, stripes } from "./heat_map.js";

const POINTS = 100; // of the grid, each way
const PIXELS = 640; // of the canvas, each way: twice the drawing's units, for dense screens
const LABEL = 26; // the size of the numbers on the lines, in pixels
const LIGHT = "#ffffff";
const DARK = "#1c2430";

/**
 * A canvas, and `draw(inputs, across, up)`, which draws the map over the inputs of these names.
 *
 * Colours and lines are spaced in the root of the loss, which is the output's distance from the
 * target: in the loss itself the first colour would swallow the whole valley.
 */
export function lossMap(program, [low, high], { colours, ceiling, levels }) {
  const values = evenly(low, high, POINTS);
  const heights = new Float64Array(POINTS * POINTS);
  const roots = levels.map(Math.sqrt);
  const table = colourTable(colours);
  const tile = element("canvas", { width: POINTS, height: POINTS }).getContext("2d");
  const image = tile.createImageData(POINTS, POINTS);
  const pixels = new Uint32Array(image.data.buffer);
  const canvas = element("canvas", { width: PIXELS, height: PIXELS });
  const pen = canvas.getContext("2d");
  const unit = PIXELS / (POINTS - 1); // from one point of the grid to the next

  const draw = (inputs, across, up) => {
    sweepOverGrid(program, inputs, { name: across, values }, { name: up, values }, heights);
    for (let k = 0; k < heights.length; k++) heights[k] = Math.sqrt(heights[k]);
    paint(heights, Math.sqrt(ceiling), table, pixels);
    tile.putImageData(image, 0, 0);
    pen.setTransform(unit, 0, 0, -unit, 0, PIXELS); // the grid's rows count upwards
    pen.drawImage(tile.canvas, -0.5, -0.5);
    strokePieces(stripes(heights, POINTS, Math.sqrt(ceiling)), DARK);
    const lines = contours(heights, POINTS, roots);
    lines.forEach((pieces, k) => strokePieces(pieces, inkOn(k)));
    pen.setTransform(1, 0, 0, 1, 0, 0);
    labelPlaces(lines, POINTS).forEach((at, k) => at && writeLabel(String(levels[k]), at, inkOn(k)));
  };

  const inkOn = (k) => (roots[k] < 0.55 * Math.sqrt(ceiling) ? LIGHT : DARK);

  const strokePieces = (pieces, ink) => {
    pen.beginPath();
    for (let i = 0; i < pieces.length; i += 4) {
      pen.moveTo(pieces[i], pieces[i + 1]);
      pen.lineTo(pieces[i + 2], pieces[i + 3]);
    }
    pen.lineWidth = 2 / unit;
    pen.strokeStyle = ink;
    pen.stroke();
  };

  const writeLabel = (text, [x, y], ink) => {
    pen.font = `600 ${LABEL}px system-ui, sans-serif`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.strokeStyle = ink === LIGHT ? DARK : LIGHT;
    pen.strokeText(text, x * unit, PIXELS - y * unit);
    pen.fillStyle = ink;
    pen.fillText(text, x * unit, PIXELS - y * unit);
  };

  return { canvas, draw };
}
