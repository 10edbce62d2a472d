/**
 * Something that runs by itself: a step at a time, with a button that starts and stops it.
 *
 * A reader who asks the system for less motion gets no motion: `motionAllowed()` is false then, and the
 * figure should offer a still alternative.
 */
import { button } from "./controls.js";

/** Does the reader's system allow motion? */
export function motionAllowed() {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * A player: `step()` is called every `milliseconds` until it returns false, or the button is pressed
 * again. `onChange(playing)` is called when it starts and when it stops. Returns the button, and
 * `stop`, which is also what taking the figure down should call.
 */
export function player(step, options) {
  const { milliseconds, play = "Play", pause = "Pause", onChange = () => {} } = options;
  let timer = null;
  const stop = () => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    toggle.textContent = play;
    onChange(false);
  };
  const tick = () => step() === false && stop();
  const toggle = button(play, () => {
    if (timer !== null) return stop();
    toggle.textContent = pause;
    onChange(true);
    timer = setInterval(tick, milliseconds);
    tick();
  });
  return { toggle, stop };
}
