/** The drawing of a list, made to follow the sweeps. Where its parts stand, Python has worked out. */
import { short } from "../shared/template.js";

/** Take the drawing as drawing.py makes it; returns `update(state)`. */
export function sweepGraph(drawing) {
  const all = (selector) => [...drawing.querySelectorAll(selector)];
  const nodes = all("[data-node]");
  const edges = all(".edge");
  const values = all("[data-value]");
  const adjoints = all("[data-adjoint]");
  const arrow = document.createElementNS("http://www.w3.org/2000/svg", "path");
  arrow.setAttribute("class", "sweep-arrow");
  arrow.setAttribute("d", "M-2 0l11 -7v14z");
  drawing.append(arrow);

  function update({ line, known, roles, hidden }) {
    const shown = (name, numbers, isNew) => {
      const number = numbers.get(name);
      if (number === undefined) return "";
      return hidden && isNew && name === line.to ? "?" : short(number);
    };
    for (const text of values) {
      text.textContent = shown(text.dataset.value, known.primals, line.kind === "forward");
    }
    for (const text of adjoints) {
      const number = shown(text.dataset.adjoint, known.adjoints, line.kind !== "forward");
      text.textContent = number && `← ${number}`;
    }
    for (const node of nodes) {
      node.setAttribute("class", `node ${roles.get(node.dataset.node) ?? ""}`);
    }
    arrow.setAttribute("display", "none");
    for (const edge of edges) {
      const ofStep = edge.dataset.to === line.step;
      const flows = line.kind === "reverse" && ofStep && Number(edge.dataset.operand) === line.operand;
      const used = line.kind === "forward" && ofStep;
      edge.setAttribute("class", `edge ${flows ? "flow" : used ? "used" : ""}`);
      if (!flows) continue;
      edge.parentNode.append(edge); // over the lines that share its way
      pointBack(edge);
    }
  }

  /** The arrow stands where the line leaves its source, against the direction of the computation. */
  function pointBack(edge) {
    const { x, y } = edge.firstElementChild.getPointAtLength(0);
    arrow.setAttribute("transform", `translate(${x} ${y})`);
    arrow.removeAttribute("display");
  }
  return { update, nodeOf: (name) => nodes.find((node) => node.dataset.node === name) };
}
