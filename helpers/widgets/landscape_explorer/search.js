/**
 * The search for a small loss on a map over two weights: gradient steps and random guesses.
 *
 * All that it knows stands in the model: the sliders' values, the weights on the axes, `path` and
 * `guesses`. It draws nothing.
 */
import { assign } from "../shared/controls.js";
import { SOLVED, inputsOf } from "../shared/figure.js";
import { allNumbers, forwardSweep } from "../shared/wengert.js";
import { placeOnMap } from "./marks.js";
import { guessAt, onMap, presentWalk, standing, withStep } from "./walks.js";

export const STEPS = 100; // after which a run stops

export function landscapeSearch(model) {
  const program = model.get("program");
  const weights = model.get("choices").horizontal;
  const range = model.get("ranges")[weights[0]]; // that of every weight

  const names = () => [model.get("horizontal"), model.get("vertical")];
  const here = () => standing(model.get("path"), names().map((name) => model.get(name)), range);
  const inputsAt = ([across, up]) => {
    const [horizontal, vertical] = names();
    return { ...inputsOf(model), [horizontal]: across, [vertical]: up };
  };
  const lossAt = (place) => forwardSweep(program, inputsAt(place)).get(program.output);

  /** Bring the point to a place, and set other traits along with it. */
  const moveTo = ([across, up], others = {}) => {
    const [horizontal, vertical] = names();
    assign(model, { ...others, [horizontal]: across, [vertical]: up });
  };

  /** Every number that drawing and sentence want. */
  const numbers = () => {
    const place = here();
    const found = allNumbers(program, inputsAt(place));
    const slopes = names().map((name) => found[`grad.${name}`]);
    return {
      ...found,
      learning_rate: model.get("learning_rate"),
      across: place[0],
      up: place[1],
      "slope.across": slopes[0],
      "slope.up": slopes[1],
      ...placeOnMap(place, slopes, range, model.get("side")),
    };
  };

  /**
   * Take one step; the point stays if that leads off the map. On flat ground there is none to take.
   * True if another step makes sense.
   */
  const step = () => {
    const { loss, ...at } = numbers();
    const slopes = [at["slope.across"], at["slope.up"]];
    if (slopes.every((slope) => slope === 0)) return false;
    const place = [at.across, at.up];
    const there = place.map((x, i) => x - model.get("learning_rate") * slopes[i]);
    const reached = lossAt(there);
    const path = withStep(model.get("path"), [...place, loss], [...there, reached]);
    const moved = onMap(there, range);
    moveTo(moved ? there : place, { path });
    return moved && reached >= SOLVED && (path.at(-1).length - 1) % STEPS !== 0;
  };

  const guess = (count) => {
    const guesses = [...model.get("guesses")];
    for (let k = 0; k < count; k++) {
      const place = guessAt(guesses.length, range);
      guesses.push([...place, lossAt(place)]);
    }
    assign(model, { guesses });
  };

  return {
    weights,
    range,
    names,
    here,
    numbers,
    moveTo,
    step,
    guess,
    /** The walk that has led to where the point stands; empty if the reader has put it there. */
    walk: () => presentWalk(model.get("path"), here(), range),
    /** What the map depends on, as text: all but the point's place. */
    landscape: () => JSON.stringify([names(), inputsAt([0, 0])]),
    startAnew: () => assign(model, { path: [], guesses: [] }),
  };
}
