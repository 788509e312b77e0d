// A reader's own function: text in, assignments out, and from these the tape and the PyTorch code. Nothing is ever
// handed to eval; what the parser does not know is an error with a place in the text.
//
//   line  = name "=" sum            one per line, or separated by ";"
//   sum   = term (("+" | "-") term)*
//   term  = sign (("*" | "/") sign)*
//   sign  = ("-" | "+") sign | power
//   power = atom (("^" | "**") sign)?       so -x1^2 is -(x1^2)
//   atom  = number | "pi" | name | function "(" sum ")" | "(" sum ")"
(function (Lab) {
  "use strict";

  const FUNCTIONS = ["sin", "cos", "tan", "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "abs"];
  const WIDTH = 50; // of a line of Python: as snippets/ruff.toml says
  const RULES = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow" };

  // `code` is a key of the word table, `arg` fills its gap, `at` and `end` say where in the text.
  class ExpressionError extends Error {
    constructor(code, at, end, arg) {
      super(code);
      Object.assign(this, { code, at, end, arg });
    }
  }

  // Full-width signs from an input method mean the same; one character for one, so places stay right.
  const halfWidth = (text) =>
    text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[×·]/g, "*").replace(/−/g, "-");

  function tokenize(source) {
    const pattern = /([^\S\n]+)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|([a-z_]\w*)|(\*\*|[-+*/^()=])|[\n;]/iy;
    const text = halfWidth(source);
    const tokens = [];
    while (pattern.lastIndex < text.length) {
      const at = pattern.lastIndex;
      const [all, blank, number, name, sign] = pattern.exec(text) || [];
      if (all === undefined) throw new ExpressionError("unknown", at, at + 1, source[at]);
      const type = number ? "number" : name ? "name" : sign ? "sign" : "end";
      if (!blank) tokens.push({ type, text: all === "**" ? "^" : all, at, end: pattern.lastIndex });
    }
    return [...tokens, { type: "end", text: "", at: text.length, end: text.length }];
  }

  // Trees are {num}, {x: index}, {name}, or {op, args}; a part without any x is folded to its number.
  function parse(source) {
    const tokens = tokenize(source);
    const known = new Map(); // name -> tree, or number when it is constant
    const lines = [];
    let next = 0;
    let inputs = 0;

    const peek = () => tokens[next];
    const fail = (code, token = peek(), arg = token.text) => {
      throw new ExpressionError(code, token.at, token.end, arg);
    };
    const accept = (...signs) => (peek().type === "sign" && signs.includes(peek().text) ? tokens[next++] : null);

    function fold(op, args) {
      if (args.some((arg) => arg.num === undefined)) return { op, args };
      const tape = new Lab.Tape();
      return { num: tape[RULES[op] || op](...args.map(({ num }) => tape.input(num))).value };
    }

    function chain(part, ...signs) {
      let left = part();
      for (let sign; (sign = accept(...signs)); ) left = fold(sign.text, [left, part()]);
      return left;
    }

    const sum = () => chain(term, "+", "-");
    const term = () => chain(sign, "*", "/");

    function sign() {
      if (accept("+")) return sign();
      if (accept("-")) return fold("neg", [sign()]);
      const base = atom();
      return accept("^") ? fold("^", [base, sign()]) : base;
    }

    function closed(open) {
      if (!open) fail("missing", peek(), "(");
      const inner = sum();
      if (!accept(")")) fail("missing", ...(peek().type === "end" ? [open, ")"] : [peek(), "*"]));
      return inner;
    }

    function atom() {
      const token = peek();
      const { type, text } = token;
      const open = accept("(");
      if (open) return closed(open);
      if (type !== "number" && type !== "name") fail("operand");
      next++;
      if (type === "number") return { num: Number(text) };
      if (FUNCTIONS.includes(text)) return fold(text, [closed(accept("("))]);
      if (text === "pi") return { num: Math.PI };
      if (/^x[1-3]$/.test(text)) {
        inputs = Math.max(inputs, text[1]);
        return { x: text[1] - 1 };
      }
      return known.get(text) || fail("unknown", token);
    }

    function line() {
      const { text } = peek();
      if (known.has(text) || !/^(y[1-3]|(?![xyuvf])[a-z]\d{0,2})$/.test(text)) fail("assign");
      next++;
      if (!accept("=")) fail("missing", peek(), "=");
      const tree = sum();
      if (peek().type !== "end") fail("missing", peek(), "*");
      known.set(text, tree.num === undefined ? { name: text } : tree);
      lines.push({ name: text, tree });
    }

    for (; next < tokens.length; ) peek().type === "end" ? next++ : line();
    const outputs = ["y1", "y2", "y3"].filter((name) => known.has(name));
    const all = { at: 0, end: source.length };
    if (!outputs.length || outputs.some((name, i) => name !== `y${i + 1}`)) fail("outputs", all);
    if (outputs.every((name) => known.get(name).num !== undefined)) fail("constant", all);
    return { lines, inputs, outputs };
  }

  // Run the assignments forwards on a new tape.
  function record(program, x) {
    const tape = new Lab.Tape();
    const inputs = x.slice(0, program.inputs).map((value) => tape.input(value));
    const named = {};
    const run = ({ num, name, x: index, op, args }) => {
      if (num !== undefined) return num;
      return name ? named[name] : op ? tape[RULES[op] || op](...args.map(run)) : inputs[index];
    };
    inputs.forEach((node, i) => (node.name = `x${i + 1}`));
    for (const { name, tree } of program.lines) {
      const result = (named[name] = run(tree));
      if (typeof result !== "number") result.name = result.name || name;
    }
    const outputs = program.outputs.map((name) => {
      const result = named[name];
      return typeof result === "number" ? Object.assign(tape.record("const", [result], result, []), { name }) : result;
    });
    return { tape, inputs, outputs };
  }

  // ---- the same assignments as Python ----

  const BINDING = { "+": 1, "-": 1, "*": 2, "/": 2, neg: 3, "^": 4 };
  const ATOM = 5;

  // Python's repr of a float: the same shortest digits as JavaScript's, another way to write the rest.
  function repr(number) {
    const size = Math.abs(number);
    if (Object.is(number, -0)) return "-0.0";
    if (Number.isNaN(number) || size === Infinity) return String(number).replace("Infinity", "inf").replace("NaN", "nan");
    if (size && (size < 1e-4 || size >= 1e16)) return number.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
    return Number.isInteger(number) ? `${number}.0` : String(number);
  }

  const literal = (number) => repr(number).replace(/inf|nan/, 'float("$&")');

  function write({ num, name, x, op, args }) {
    if (num !== undefined) {
      return [num ? literal(num).replace(/\.0$/, "") : literal(num), /^-/.test(repr(num)) ? BINDING.neg : ATOM];
    }
    if (!op) return [name || `x${x + 1}`, ATOM];
    const rank = BINDING[op];
    const at = (i, least) => {
      const [text, own] = write(args[i]);
      return own < least ? `(${text})` : text;
    };
    if (op === "neg") return [`-${at(0, rank)}`, rank];
    if (op === "^") return [`${at(0, ATOM)} ** ${at(1, BINDING.neg)}`, rank];
    return rank ? [`${at(0, rank)} ${op} ${at(1, rank + 1)}`, rank] : [`torch.${op}(${at(0, 0)})`, ATOM];
  }

  // Constant intermediates are already inside the lines that use them; a constant output must be a tensor.
  function source({ lines }) {
    return lines.filter(({ name, tree }) => tree.num === undefined || name[0] === "y").map(({ name, tree }) => {
      const [text] = write(tree);
      return `${name} = ${tree.num === undefined ? text : `torch.tensor(${text}, dtype=torch.float64)`}`;
    });
  }

  // A call in Python as ruff formats it for the book's snippets: lines of at most WIDTH characters, where that is possible.
  function call(head, list) {
    const inside = list.join(", ");
    if (head.length + inside.length + 2 <= WIDTH) return `${head}(${inside})`;
    return inside.length + 4 <= WIDTH ? `${head}(\n    ${inside}\n)` : `${head}(\n${list.map((item) => `    ${item},\n`).join("")})`;
  }

  Object.assign(Lab, { ExpressionError, FUNCTIONS, call, halfWidth, literal, parse, record, repr, source });
})((globalThis.Lab = globalThis.Lab || {}));
