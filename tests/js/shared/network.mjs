/** The toy network with its loss, as a program. */
export const NETWORK = {
  inputs: { x: 0.8, target: 1.9, w11: 2.5, w21: -1, w12: 1.2, w22: 0.8 },
  steps: [
    ["mul", "w11", "x"], ["relu", "t1"], ["mul", "w12", "x"], ["relu", "t3"], ["mul", "w21", "t2"],
    ["mul", "w22", "t4"], ["add", "t5", "t6"], ["sub", "t7", "target"], ["power", "t8", 2],
  ],
  output: "t9",
  labels: { t2: "hidden1", t4: "hidden2", t7: "output", t9: "loss" },
  rules: {
    add: [{ steps: [], output: 1 }, { steps: [], output: 1 }],
    sub: [{ steps: [], output: 1 }, { steps: [], output: -1 }],
    mul: [{ steps: [], output: "y" }, { steps: [], output: "x" }],
    relu: [{ steps: [["greater", "x", 0]], output: "t1" }],
    power: [
      { steps: [["sub", "y", 1], ["power", "x", "t1"], ["mul", "y", "t2"]], output: "t3" },
      { steps: [], output: 0 },
    ],
  },
};
