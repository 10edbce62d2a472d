/**
 * A figure's setting in the page's address, so that it can be shared as a link:
 * page.html?network-explorer=x:0.5,w11:0.8#network-explorer
 */

/** The address of this page with the figure's setting in it, relative to the page. */
export function addressOf(figure, setting) {
  const query = new URLSearchParams(location.search);
  query.delete(figure);
  const values = Object.entries(setting).map(
    ([name, x]) =>
      `${name}:${typeof x === "number" ? Number(x.toFixed(6)) : encodeURIComponent(unparted(x))}`,
  );
  const rest = query.toString();
  const called = encodeURIComponent(figure);
  return `?${rest ? `${rest}&` : ""}${called}=${values.join(",")}#${called}`;
}

/**
 * The setting that an address asks of this figure, and what in it makes no sense.
 *
 * `ranges` is {name: [low, high]}; a number outside its range is moved to the nearest end. `choices`
 * is {name: [option, …]}.
 */
export function settingIn(search, figure, { ranges, choices = {} }) {
  const setting = {};
  const problems = [];
  for (const part of (new URLSearchParams(search).get(figure) ?? "").split(",").filter(Boolean)) {
    const [name, text = ""] = part.split(":");
    if (Object.hasOwn(choices, name)) {
      const option = choices[name].find((each) => unparted(each) === text);
      if (option !== undefined) setting[name] = option;
      else problems.push(`${name} cannot be “${text}”`);
    } else if (Object.hasOwn(ranges, name)) {
      const x = text.trim() ? Number(text) : NaN;
      if (Number.isFinite(x)) setting[name] = Math.min(Math.max(x, ranges[name][0]), ranges[name][1]);
      else problems.push(`“${part}” gives ${name} no number`);
    } else problems.push(`there is no slider “${name}”`);
  }
  return { setting, problems };
}

/** A text without the two signs that part settings in an address. */
function unparted(text) {
  return text.replace(/[,:]/g, " ");
}
