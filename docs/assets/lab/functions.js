// The catalogue: every function is text for the same parser that reads the reader's own.
(function (Lab) {
  "use strict";

  Lab.functions = {
    ex1: {
      text: "a = x1^2 + 2\nb = x2^2 + 2\nc = x3^2 + 2\ny1 = a + b + c",
      x: [1, 2, 3],
      v: [1],
    },
    ex2: {
      text: "y1 = x1*x2*x3\ny2 = x1 + x2 + x3\ny3 = x1 + x2*x3",
      x: [1, 2, 3],
      v: [0.1, 0.2, 0.3],
    },
    square: {
      text: "y1 = x1^2\ny2 = x2^2",
      x: [1, 1.5],
      v: [0.8, 0.5],
    },
    linear: {
      text: "y1 = 2*x1 + x2\ny2 = x2 - x1\ny3 = x1 - 2*x2",
      x: [1, 1],
      v: [1, 0.5, -0.5],
    },
    polar: {
      text: "y1 = x1*cos(x2)\ny2 = x1*sin(x2)",
      x: [2, 0.6],
      v: [1, 0.5],
    },
    softmax: {
      text: "a = exp(x1)\nb = exp(x2)\nc = exp(x3)\ns = a + b + c\ny1 = a/s\ny2 = b/s\ny3 = c/s",
      x: [1, 2, 3],
      v: [1, 0, 0],
    },
    network: {
      text: "a = tanh(x1 - 2*x2)\nb = tanh(x2 + 0.5*x1)\ny1 = a + 2*b\ny2 = b - a",
      x: [0.5, 0.2],
      v: [1, -0.5],
    },
    own: {
      text: "y1 = x1*sin(x2)\ny2 = sqrt(x1) + x2^2",
      x: [1, 2, 3],
      v: [1, 1, 1],
    },
  };
})((globalThis.Lab = globalThis.Lab || {}));
