/** How near a widget comes before it is brought to life: half a screen, above or below. */
export const NEAR = "50% 0px";
