/** What is said of the search, and where the arrow points. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOnMap } from "../../../helpers/widgets/landscape_explorer/marks.js";
import { score, verdict } from "../../../helpers/widgets/landscape_explorer/words.js";

const RANGE = [-3.5, 3.5];
const MAP = { names: ["w11", "w21"], range: RANGE, ceiling: 36 };
const SLOPE = { loss: 4, "slope.across": 1, "slope.up": 0, hidden1: 1, hidden2: 1 };

test("evaluations are counted for both searches", () => {
  assert.deepEqual(score([], [], RANGE), [
    "Random search: no guess yet.",
    "Gradient steps of both weights: none yet.",
  ]);
  const path = [[[0, 0, 9], [1, 0, 4]], [[2, 0, 3], [2, 1, 2], [2, 2, 0.5]]];
  assert.deepEqual(score(path, [[0, 0, 9], [0, 1, 7.25]], RANGE), [
    "Random search: 2 evaluations, best loss 7.2500.",
    "Gradient steps of both weights: 3 steps, 11 evaluations (3 each, by forward differences, and 2 " +
      "for the loss at the end), loss 0.5000.",
  ]);
  assert.match(score([path[0]], [[0, 0, 9]], RANGE).join(), /1 evaluation,.*1 step, 4 evaluations/);
  const left = [[[3, -3, 119.5], [9, 9, 1.2814]]];
  assert.match(score(left, [], RANGE)[1], /1 step, 4 evaluations.*loss 119\.5000/, "where it stands");
});

test("a verdict for each state that is worth a word", () => {
  assert.equal(verdict(SLOPE, [], MAP), "");
  assert.match(verdict({ ...SLOPE, loss: 0.00004 }, [], MAP), /reads 0\.0000: .*within 0\.01 of/);
  const flat = { ...SLOPE, "slope.across": -0 };
  assert.match(verdict({ ...flat, hidden1: 0 }, [], MAP), /flat.*no step.*Hidden unit 1 is dead/);
  assert.match(verdict({ ...flat, hidden2: 0 }, [], MAP), /Hidden unit 2 is dead/);
  assert.match(verdict({ ...flat, hidden1: 0, hidden2: 0 }, [], MAP), /Both hidden units are dead/);
  assert.match(
    verdict({ ...flat, x: 0, hidden1: 0, hidden2: 0 }, [], MAP),
    /point\. The input is 0, so both hidden units put out 0\.$/,
  );
  assert.match(verdict(flat, [], MAP), /no step will move the point\.$/);
  const kink = { ...flat, hidden1: 0, x: 0.8, w11: 0, w21: 1.5, w12: 1.2, w22: 0.8 };
  assert.match(verdict(kink, [], MAP), /^A kink: the ground is flat where w11 is below 0.*difference/);
  assert.match(verdict({ ...kink, w21: 0 }, [], MAP), /flat.*Hidden unit 1 is dead/);
  assert.match(verdict({ ...kink, x: 0 }, [], MAP), /The input is 0/);
  assert.match(verdict({ ...kink, w11: -0.01 }, [], MAP), /flat.*Hidden unit 1 is dead/);
  const other = { ...MAP, names: ["w21", "w12"] };
  assert.match(verdict(kink, [], other), /flat.*Hidden unit 1 is dead/, "w11 is not on the map");
  assert.match(verdict(SLOPE, [[0, 0, 3], [1, 1, 4]], MAP), /uphill, from 3\.0000 to 4\.0000/);
  assert.match(verdict({ ...SLOPE, loss: 37 }, [], MAP), /above 36/);
  const left = verdict(SLOPE, [[0, 0, 3], [-7.5, 12, 900]], MAP);
  assert.match(left, /left the map.*w11 = −7\.50 and w21 = 12\.00.*loss is 900\.0.*rate is too large/);
  const short = verdict(SLOPE, [[3.4, 0, 3], [3.52, 0, 2.34567]], MAP);
  assert.match(short, /loss is 2\.3457\. The loss is still falling, but the map ends here\. The point stays/);
  assert.match(verdict(SLOPE, [[3.4, 0, 3], [3.52, 0, 3.1]], MAP), /rate is too large/);
  assert.match(verdict(SLOPE, [[3, 0, 3], [3.8, 0, 2]], MAP), /rate is too large/);
  assert.match(verdict(SLOPE, [[0, 0, 3], [-1e300, 12, Infinity]], MAP), /the loss is ∞/);
});

test("the arrow points downhill, and there is none on flat ground", () => {
  const at = (slopes) => placeOnMap([0, 3.5], slopes, RANGE, 320);
  assert.equal(at([1, 0])["arrow.angle"], 180);
  assert.equal(at([-1, 0])["arrow.angle"], 0);
  assert.equal(at([0, 1])["arrow.angle"], 90, "downwards: y counts downwards in a drawing");
  assert.equal(at([0, -1])["arrow.angle"], 270);
  assert.equal(at([0, 0])["arrow.shown"], 0);
  assert.ok(at([3, 4])["arrow.length"] > at([0.3, 0.4])["arrow.length"]);
  assert.deepEqual([at([1, 1])["point.x"], at([1, 1])["point.y"]], [160, 0]);
});
