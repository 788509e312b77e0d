// Reverse-mode differentiation, small enough to read in one sitting.
//
//   const tape = new Lab.Tape();
//   const x1 = tape.input(2), x2 = tape.input(3);
//   const y = tape.mul(x1, tape.sin(x2));   // the forward pass records
//   tape.backward([y], [1]);                // the backward pass reads the record from the end
//   x1.grad;                                // sin(3)
//
// Every rule below is PyTorch's rule for the same operation, down to what happens at 0, inf and nan.
// An operand may be a node or a plain number; a number is a constant and receives no gradient.
(function (Lab) {
  "use strict";

  const valueOf = (operand) => (typeof operand === "number" ? operand : operand.value);

  // A node is one recorded operation: its value, the nodes it was computed from, and for each of them
  // a function `pull` that turns the gradient of this node into that parent's share of it.
  class Node {
    constructor(op, operands, value, edges, push) {
      this.op = op;
      this.operands = operands; // for showing only: nodes and constants, as written
      this.value = value;
      this.edges = edges; // [[parent, pull], ...]
      this.push = push; // the same map forwards: tangents of the parents in, own tangent out
      this.grad = null; // null: the backward pass has not been here
      this.tangent = 0;
    }
  }

  class Tape {
    constructor() {
      this.nodes = []; // in the order of computation, so every parent comes before its children
    }

    input(value) {
      return this.record("input", [], value, []);
    }

    record(op, operands, value, edges, push) {
      const tracked = edges.filter(([operand]) => typeof operand !== "number");
      // A linear map forwards: each pull is a multiplication, so it also carries a tangent.
      const sum = (...tangents) => tracked.map(([, pull], i) => pull(tangents[i])).reduce((a, b) => a + b);
      const node = new Node(op, operands, value, tracked, push || sum);
      this.nodes.push(node);
      return node;
    }

    // The whole algorithm. Start with the vector v at the outputs; walk the tape from the end; when a node's
    // turn comes, all that depends on it has already paid in, so its gradient is complete and can be handed on.
    // `steps` stops the walk early, to show it half-way.
    backward(outputs, v, steps = Infinity) {
      for (const node of this.nodes) node.grad = null;
      outputs.forEach((node, i) => accumulate(node, v[i]));
      const visited = [];
      for (let i = this.nodes.length - 1; i >= 0 && visited.length < steps; i--) {
        const node = this.nodes[i];
        if (node.grad === null) continue; // no output depends on it
        for (const [parent, pull] of node.edges) accumulate(parent, pull(node.grad));
        visited.push(node);
      }
      return visited;
    }

    // Forward mode, for the columns: tangents travel in the direction of computation.
    forward(inputs, tangents) {
      inputs.forEach((node, i) => (node.tangent = tangents[i]));
      for (const node of this.nodes) {
        if (node.edges.length) node.tangent = node.push(...node.edges.map(([parent]) => parent.tangent));
      }
    }

    add(a, b) {
      return this.record("+", [a, b], valueOf(a) + valueOf(b), [[a, (g) => g], [b, (g) => g]]);
    }

    sub(a, b) {
      return this.record("-", [a, b], valueOf(a) - valueOf(b), [[a, (g) => g], [b, (g) => -g]]);
    }

    mul(a, b) {
      const [p, q] = [valueOf(a), valueOf(b)];
      return this.record("*", [a, b], p * q, [[a, (g) => g * q], [b, (g) => g * p]]);
    }

    div(a, b) {
      if (typeof a === "number") return this.mul(this.reciprocal(b), a); // as torch does
      const [p, q] = [valueOf(a), valueOf(b)];
      const quotient = (ta, tb) => (ta - tb * (p / q)) / q;
      const edges = [[a, (g) => g / q], [b, (g) => -g * (p / q / q)]];
      return this.record("/", [a, b], p / q, edges, typeof b === "number" ? undefined : quotient);
    }

    pow(a, b) {
      const [base, exponent] = [valueOf(a), valueOf(b)];
      const raise = typeof b === "number" ? powScalar : pow;
      const value = raise(base, exponent);
      // Where the mathematics has 0·inf, torch decides: x⁰ has derivative 0 everywhere, and so has 0^p with p ≥ 0 in p.
      const toBase = (g) => (exponent === 0 ? 0 : g * (exponent * raise(base, exponent - 1)));
      const toExponent = (g) => g * (base === 0 && exponent >= 0 ? 0 : value * Math.log(base));
      return this.record("^", [a, b], value, [[a, toBase], [b, toExponent]]);
    }

    // One operand: the value, and what the gradient is multiplied with.
    unary(op, a, value, pull) {
      return this.record(op, [a], value, [[a, pull]]);
    }

    neg(a) {
      return this.unary("neg", a, -a.value, (g) => -g);
    }

    reciprocal(a) {
      const value = 1 / a.value;
      return this.unary("reciprocal", a, value, (g) => g * -(value * value));
    }

    sin(a) {
      return this.unary("sin", a, Math.sin(a.value), (g) => g * Math.cos(a.value));
    }

    cos(a) {
      return this.unary("cos", a, Math.cos(a.value), (g) => g * -Math.sin(a.value));
    }

    tan(a) {
      const value = Math.tan(a.value);
      return this.unary("tan", a, value, (g) => g * (1 + value * value));
    }

    exp(a) {
      const value = Math.exp(a.value);
      return this.unary("exp", a, value, (g) => g * value);
    }

    log(a) {
      return this.unary("log", a, Math.log(a.value), (g) => g / a.value);
    }

    sqrt(a) {
      const value = Math.sqrt(a.value);
      return this.unary("sqrt", a, value, (g) => g / (2 * value)); // at 0: g / 0 = inf, and nan when g is 0
    }

    tanh(a) {
      const value = Math.tanh(a.value);
      return this.unary("tanh", a, value, (g) => g * (1 - value * value));
    }

    sigmoid(a) {
      const value = 1 / (1 + Math.exp(-a.value));
      return this.unary("sigmoid", a, value, (g) => g * (1 - value) * value);
    }

    relu(a) {
      const value = a.value < 0 ? 0 : a.value;
      return this.unary("relu", a, value, (g) => (value <= 0 ? 0 : g)); // a choice, not a product: 0 even for inf
    }

    abs(a) {
      return this.unary("abs", a, Math.abs(a.value), (g) => g * (Math.sign(a.value) || 0)); // 0 at 0, and at nan
    }
  }

  // A node used twice is paid twice: contributions add up. This is why `.grad` accumulates.
  function accumulate(node, share) {
    node.grad = node.grad === null ? share : node.grad + share;
  }

  // C's pow, which JavaScript leaves in two corners: 1 to any power is 1, and so is -1 to ±inf.
  function pow(base, exponent) {
    if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1;
    return base ** exponent;
  }

  // With a constant exponent torch takes these shortcuts.
  function powScalar(x, exponent) {
    switch (exponent) {
      case 0.5: return Math.sqrt(x);
      case -0.5: return 1 / Math.sqrt(x);
      case 2: return x * x;
      case 3: return x * x * x;
      case -1: return 1 / x;
      case -2: return 1 / (x * x);
      default: return pow(x, exponent);
    }
  }

  Lab.Tape = Tape;
})((globalThis.Lab = globalThis.Lab || {}));
