/**
 * What runs by itself: a step at a time, with a button that starts and stops it, or frame by frame.
 *
 * A reader who asks the system for less motion gets no motion: `motionAllowed()` is false then, and the
 * figure should offer a still alternative.
 */
import { button } from "./controls.js";

const LONGEST_FRAME = 100; // milliseconds; after a longer pause what moves goes on where it was

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

/**
 * Something that moves: `advance(milliseconds)` is called for each frame until it returns false.
 * `rest` holds it and `wake` lets it go on, if it was moving.
 */
export function runner(advance) {
  let moving = false;
  let frame = null;
  let last;
  const tick = (now) => {
    const passed = Math.min(now - (last ?? now), LONGEST_FRAME);
    last = now;
    moving = advance(passed);
    frame = moving ? requestAnimationFrame(tick) : null;
  };
  const rest = () => {
    cancelAnimationFrame(frame);
    frame = null;
  };
  const wake = () => {
    if (!moving || frame !== null) return;
    last = undefined;
    frame = requestAnimationFrame(tick);
  };
  return {
    rest,
    wake,
    start() {
      moving = true;
      wake();
    },
    stop() {
      moving = false;
      rest();
    },
  };
}

/** Let it run only while some of `box` can be seen. Returns what ends the watch. */
export function whileInSight(box, run) {
  const watch = new IntersectionObserver((entries) => {
    if (entries.at(-1).isIntersecting) run.wake();
    else run.rest();
  });
  watch.observe(box);
  return () => watch.disconnect();
}
