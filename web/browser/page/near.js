/** What happens when something comes near: within half a screen, above or below. */
const NEAR = "50% 0px";

/** Call `act` with each of the elements, once, when it comes near. Returns what ends the watch. */
export function whenNear(elements, act) {
  let ended = false;
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || ended) continue; // two may come near at once
        watch.unobserve(target);
        act(target);
      }
    },
    { rootMargin: NEAR },
  );
  elements.forEach((element) => watch.observe(element));
  return () => {
    ended = true;
    watch.disconnect();
  };
}
