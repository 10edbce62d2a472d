/** Where a page stands: the folder of the site's own files, the site, and the notebook. */
const script = document.currentScript?.src ?? location.href;

/** The address of a file in the folder that this script came from. */
export const ownFile = (name) => new URL(name, script).href;

/** The path of the site: two copies of the course on one host keep what they know apart. */
export const site = new URL("..", script).pathname;

/** The notebook of an address, as "03-chain-rule-and-wengert-lists"; undefined for another page. */
export function notebookAt(url) {
  return new URL(url).pathname.match(/\/notebooks\/([^/]+?)(?:\.html)?$/)?.[1];
}
