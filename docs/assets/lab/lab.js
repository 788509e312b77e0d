// The page: one state, computed once a frame and shown in every picture; only Lab.set changes it.
(function (Lab) {
  "use strict";

  const { format, h, say, subscript, text, tuple } = Lab;
  const MODES = ["vjp", "jvp", "onehot", "ones", "quiz"];
  const QUIZ = [
    ["ex2", [1, 2, 3], [0, 0, 1]],
    ["linear", [1, 1], [1, 1, 1]],
    ["square", [1, 2], [3, 0.5]],
    ["ex2", [2, 1, 1], [1, -1, 2]],
  ];

  // x, v, u: three numbers each, of which a case uses the first; k: the row of one-hot; q: the quiz's answer, which
  // makes its question; own: the reader's text.
  const state = { f: "ex2", mode: "vjp", u: [1, 0, 0], k: 1, q: QUIZ[0][2], own: Lab.functions.own.text };
  let program; // the parsed function
  let now; // all that follows from the state
  let view = []; // the parts that are repainted
  let stale = false; // the view no longer fits the case
  let shown = false; // the quiz shows its product only when asked
  let asked = 0; // questions so far
  let step = Infinity; // how far the backward pass has been walked
  let timer = 0;
  let frame = 0;
  let settling = 0;
  let parts; // what stays from case to case

  // ---- state ----

  function number(written) {
    const plain = Lab.halfWidth(written).trim().toLowerCase();
    const [, sign, name] = /^([+-]?)(inf|nan)$/.exec(plain) || [];
    if (name) return name === "nan" ? NaN : sign === "-" ? -Infinity : Infinity;
    return plain && !Number.isNaN(Number(plain)) ? Number(plain) : null;
  }

  const plain = (value) => (Number.isInteger(value) && !Object.is(value, -0) ? String(value) : Lab.repr(value));
  const padded = (numbers, rest) => [0, 1, 2].map((i) => numbers[i] ?? rest[i]);

  // A function that cannot be read throws, and the state stays as it was.
  function set(changes) {
    const { f, mode, own } = { ...state, ...changes };
    const preset = Lab.functions[f];
    const read = Lab.parse(f === "own" ? own : preset.text);
    if (!program || f !== state.f) Object.assign(changes, { x: changes.x || preset.x, v: changes.v || preset.v });
    if (!program || f !== state.f || own !== state.own || mode !== state.mode) stale = true;
    for (const key of ["x", "v", "u", "q"]) if (changes[key]) state[key] = padded(changes[key], state[key] || [1, 1, 1]);
    program = read;
    const k = Math.min(Math.max(1, changes.k ?? state.k), read.outputs.length);
    Object.assign(state, { f, mode, own, k });
    shown = false;
    if (stale) walk(Infinity);
    schedule();
  }

  // The state as an address: only what this case needs.
  function query() {
    const used = { vjp: ["v"], jvp: ["u"], onehot: ["k"], ones: [], quiz: ["v", "q"] }[state.mode];
    return ["f", "mode", "x", ...used, ...(state.f === "own" ? ["own"] : [])].map((key) => {
      const count = key === "x" || key === "u" ? now.n : now.m;
      const value = Array.isArray(state[key]) ? state[key].slice(0, count).map(plain).join(",") : state[key];
      return `${key}=${encodeURIComponent(value).replace(/%2C/g, ",").replace(/%0A/g, ";")}`;
    }).join("&");
  }

  function fromQuery() {
    const changes = {};
    for (const [key, value] of new URLSearchParams(location.search)) {
      const numbers = value.split(",").map(number);
      if (key === "own") changes.own = value.slice(0, 600).replace(/;/g, "\n");
      if (key === "f" ? Object.hasOwn(Lab.functions, value) : key === "mode" && MODES.includes(value)) changes[key] = value;
      if (numbers.includes(null)) continue;
      if (key === "k") changes.k = Math.round(numbers[0]) || 1;
      if (key.length === 1 && "xvuq".includes(key)) changes[key] = numbers;
    }
    return changes;
  }

  // ---- computing ----

  function compute() {
    const { mode, k } = state;
    const { tape, inputs, outputs } = Lab.record(program, state.x);
    const [n, m] = [inputs.length, outputs.length];
    const unit = (i) => outputs.map((_, j) => (i === j ? 1 : 0));
    const gradient = (ends, v) => (tape.backward(ends, v), inputs.map((node) => node.grad ?? 0));
    const v = { onehot: unit(k - 1), ones: Array(m).fill(1) }[mode] || state.v.slice(0, m);
    now = {
      n, m, tape, v, u: state.u.slice(0, n), y: outputs.map(({ value }) => value), ends: outputs, seeds: v,
      J: outputs.map((_, i) => gradient(outputs, unit(i))),
      wish: gradient(outputs, state.q),
      product: gradient(outputs, v),
      visited: [],
    };
    if (mode === "ones") {
      const total = now.y.reduce((a, b) => a + b);
      const sum = tape.record("sum", outputs, total, outputs.map((node) => [node, (g) => g]));
      sum.name = "A";
      Object.assign(now, { ends: [sum], seeds: [1], summed: gradient([sum], [1]) });
    }
    if (mode === "jvp") {
      tape.forward(inputs, now.u);
      now.product = outputs.map(({ tangent }) => tangent);
    } else {
      now.total = tape.backward(now.ends, now.seeds).length;
      now.visited = tape.backward(now.ends, now.seeds, step); // leaves its gradients on the tape, for the graph
    }
    // What is weighed, and with what: the rows with v, or the columns with u.
    now.columns = mode === "jvp";
    now.factors = now.columns ? now.u : now.v;
    now.vectors = now.columns ? now.u.map((_, j) => now.J.map((row) => row[j])) : now.J;
  }

  // ---- the same case in PyTorch ----

  function code() {
    const assign = (name, numbers, ...more) => {
      const list = [`[${numbers.map(Lab.literal).join(", ")}]`, "dtype=torch.float64", ...more];
      return Lab.call(`${name} = torch.tensor`, list);
    };
    const x = state.x.slice(0, now.n);
    const names = x.map((_, i) => `x${i + 1}`).join(", ");
    const body = [`${now.n === 1 ? "(x1,)" : names} = x`, ...Lab.source(program)];
    const stack = `torch.stack([${program.outputs.join(", ")}])`;
    const print = "print(x.grad.tolist())";
    const head = ["import torch", "", assign("x", x, "requires_grad=True"), ...body, `y = ${stack}`, ""];
    const tail = {
      jvp: () => [
        "import torch", "", "", "def f(x):", ...[...body, `return ${stack}`].map((line) => `    ${line}`), "", "",
        assign("x", x), assign("u", now.u), "y, product = torch.func.jvp(f, (x,), (u,))", "print(product.tolist())",
      ],
      onehot: () => [
        ...head, "rows = []", `for v in torch.eye(${now.m}, dtype=torch.float64)[:${state.k}]:`, "    x.grad = None",
        "    y.backward(v, retain_graph=True)", "    rows.append(x.grad)", "print(torch.stack(rows).tolist())",
      ],
      ones: () => [
        ...head, `y.backward(torch.ones(${now.m}, dtype=torch.float64), retain_graph=True)`, print, "",
        "x.grad = None", "y.sum().backward()", print,
      ],
    }[state.mode];
    return tail ? tail() : [...head, assign("v", now.v), "y.backward(v)", print];
  }

  function printed() {
    const list = (items) => `[${items.map((item) => (Array.isArray(item) ? list(item) : Lab.repr(item))).join(", ")}]`;
    if (state.mode === "onehot") return list(now.J.slice(0, state.k));
    return state.mode === "ones" ? `${list(now.product)}\n${list(now.summed)}` : list(now.product);
  }

  // ---- the parts of the page; each is built for a case, and returns what to put in and how to repaint it ----

  const button = (words, onclick, label = words) => h("button.lab-button", { type: "button", onclick, "aria-label": label }, words);
  const section = (key, ...children) =>
    h("section.lab-section", { "aria-label": say(key) }, h("p.lab-title", {}, say(key)), ...children);
  const scroller = (key, ...children) => h("div.lab-scroll", { tabindex: 0, role: "group", "aria-label": say(key) }, ...children);
  const bracketed = (n) => (n < 0 ? `(${format(n)})` : format(n));
  const each = (count, make) => Array.from({ length: count }, (_, i) => make(i));

  // A number with its slider: type it, or step with the arrow keys, with Shift by 1.
  function control(key, i, range) {
    const name = subscript(`${key}${i + 1}`);
    const change = (value) => set({ [key]: state[key].map((old, j) => (i === j ? value : old)) });
    const field = h("input.lab-number", {
      inputmode: "decimal", autocomplete: "off", "aria-label": name,
      oninput: () => {
        const value = number(field.value);
        field.setAttribute("aria-invalid", value === null);
        if (value !== null) return change(value);
        clearTimeout(settling);
        announce(say("number", name), true);
      },
      onblur: () => (field.removeAttribute("aria-invalid"), schedule()),
      onkeydown: (event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key] * (event.shiftKey ? 1 : 0.1);
        if (!by) return;
        event.preventDefault();
        change(+(state[key][i] + by).toPrecision(12));
        field.value = plain(state[key][i]);
      },
    });
    const slider = h("input", {
      type: "range", min: -range, max: range, step: 0.1, "aria-label": name, oninput: () => change(Number(slider.value)),
    });
    const root = h(`span.lab-control.lab-${key === "x" ? "x" : "v"}`, {}, h("b.lab-name", {}, name), field, slider);
    const paint = (value, free) => {
      if (document.activeElement !== field) field.value = plain(value);
      field.disabled = slider.disabled = !free;
      if (Number(slider.value) !== value) slider.value = value;
    };
    return { root, paint };
  }

  // Inputs stand above the columns and weights beside the rows; the product stands where its shape belongs.
  function matrix() {
    const { n, m, columns } = now;
    const free = ["vjp", "jvp", "quiz"].includes(state.mode);
    const xs = each(n, (j) => control("x", j, 4));
    const weights = each(columns ? n : m, (i) => control(columns ? "u" : "v", i, 2));
    const ys = each(m, () => h("span.lab-y"));
    const cells = each(m, () => each(n, () => h("td", {}, h("b"), h("small"))));
    const results = each(columns ? m : n, () => h("td.lab-result"));
    const wishes = state.mode === "quiz" ? each(n, () => h("td.lab-wished")) : [];
    const foot = (words, list) => h("tr", {}, h("th", { scope: "row" }, h("b.lab-name.lab-g", {}, "vᵀJ"), h("small", {}, words)), ...list);
    const root = h("table.lab-matrix", {},
      h("thead", {}, h("tr", {}, h("th", {}, h("b.lab-name.lab-j", {}, "J")),
        ...xs.map((x, j) => h("th", { scope: "col" }, x.root, columns ? weights[j].root : "")),
        columns ? h("th", { scope: "col" }, h("b.lab-name.lab-g", {}, "Ju")) : "")),
      h("tbody", {}, ...cells.map((row, i) => h("tr", {},
        h("th", { scope: "row" }, ys[i], columns ? "" : weights[i].root), ...row, columns ? results[i] : ""))),
      h("tfoot", {}, columns ? "" : foot("x.grad", results), wishes.length ? foot(say("wished"), wishes) : ""));

    function paint() {
      const heaviest = Math.max(...now.factors.map(Math.abs).filter(Number.isFinite), 1e-12);
      const hidden = state.mode === "quiz" && !shown;
      xs.forEach((x, j) => x.paint(state.x[j], true));
      weights.forEach((weight, i) => weight.paint(now.factors[i], free));
      ys.forEach((y, i) => text(y, `${subscript(`y${i + 1}`)} = ${format(now.y[i])}`));
      cells.forEach((row, i) => row.forEach((cell, j) => {
        const [entry, factor] = [now.J[i][j], now.factors[columns ? j : i]];
        const unknown = state.mode === "onehot" && i >= state.k;
        text(cell.firstChild, unknown ? "·" : format(entry));
        text(cell.lastChild, hidden || unknown ? "" : `${format(factor)}·${bracketed(entry)} = ${format(factor * entry + 0)}`);
        cell.style.setProperty("--light", Math.min(1, Math.abs(factor) / heaviest) || 0);
      }));
      results.forEach((result, i) => text(result, hidden ? "?" : format(now.product[i])));
      wishes.forEach((wish, i) => text(wish, format(now.wish[i])));
    }
    return { root: scroller("matrix", root), paint };
  }

  // vᵀJ = 0.1·(6, 3, 2) + … = (1.1, 1.4, 1)
  function formula() {
    const terms = now.factors.map(() => [h("span.lab-v"), h("span.lab-j")]);
    const result = h("span.lab-g");
    const root = h("p.lab-formula", {}, h("span.lab-g", {}, now.columns ? "Ju" : "vᵀJ"), " = ",
      ...terms.flatMap(([v, j], i) => [i ? " + " : "", h("span.lab-term", {}, v, "·", j)]), h("span.lab-term", {}, " = ", result));
    const paint = () => {
      terms.forEach(([v, j], i) => (text(v, bracketed(now.factors[i])), text(j, tuple(now.vectors[i]))));
      text(result, tuple(now.product));
    };
    return { root, paint };
  }

  function plane() {
    if (now.product.length !== 2) return { root: h("p.lab-note", {}, say("planeNone")), paint() {} };
    const key = now.columns ? "u" : "v";
    const names = now.factors.map((_, i) => subscript(`${key}${i + 1}`));
    const drawing = new Lab.Plane(names, now.columns ? "Ju" : "vᵀJ", (weights) => set({ [key]: weights }), () => frame && render());
    const free = ["vjp", "jvp"].includes(state.mode);
    const root = section("plane", drawing.root, free ? h("p.lab-note", {}, say("planeHint")) : "");
    return { root, paint: () => drawing.paint(now.vectors, now.factors, now.product, free) };
  }

  function graph() {
    const drawing = new Lab.Graph(now.tape, now.ends);
    const told = h("p.lab-told", { "aria-live": "polite" });
    const slider = h("input", { type: "range", min: 0, "aria-label": say("step"), oninput: () => walk(Number(slider.value)) });
    const player = button("▶", play, say("play"));
    const root = section("graph", scroller("graph", drawing.root), now.columns ? "" : h("div.lab-tools", {}, player, slider, told),
      h("p.lab-note", {}, say("graphHint")));
    function paint() {
      const { tape, ends, seeds, visited, total, columns } = now;
      const badges = ends.map((_, i) => (columns ? "" : `${ends.length < now.m ? "" : subscript(`v${i + 1} = `)}${format(seeds[i])}`));
      drawing.paint(tape, badges, visited, visited.length === total && !timer, columns);
      slider.max = total;
      slider.value = visited.length;
      text(player, timer ? "❚❚" : "▶");
      const node = visited[visited.length - 1];
      const handed = node ? node.edges.map(([parent, pull]) => `${subscript(parent.name)}: ${format(pull(node.grad))}`) : [];
      const words = node ? say("receives", subscript(node.name), format(node.grad)) : "";
      text(told, `${visited.length}/${total} ${words}${handed.length ? ` → ${handed.join(", ")}` : ""}`);
    }
    return { root, paint };
  }

  function walk(to) {
    step = to;
    if (!(step < Infinity && step < now.total)) timer = clearInterval(timer) || 0;
    schedule();
  }

  function play() {
    if (timer) return walk(Infinity);
    timer = setInterval(() => walk(step + 1), 1100);
    walk(0);
  }

  function listing() {
    const lines = [];
    const pre = h("pre.lab-code", { tabindex: 0 });
    const output = h("pre.lab-code", { tabindex: 0 });
    const copy = button(say("copy"), async () => {
      await navigator.clipboard.writeText(`${code().join("\n")}\n`);
      text(copy, say("copied"));
    });
    const paint = () => {
      const written = code();
      while (lines.length < written.length) lines.push(pre.appendChild(h("span")));
      while (lines.length > written.length) lines.pop().remove();
      written.forEach((line, i) => {
        if (lines[i].textContent === `${line}\n`) return;
        // The numbers of x, v and u wear the colours they have in the pictures.
        const [, before, numbers, after] = /^([xvu] = .*?)(\[.*\])(.*)$/.exec(line) || [];
        lines[i].replaceChildren(...(numbers ? [before, h(`span.lab-${line[0] === "x" ? "x" : "v"}`, {}, numbers), after] : [line]), "\n");
      });
      text(output, printed());
      text(copy, say("copy"));
    };
    return { root: section("code", copy, pre, h("p.lab-note", {}, say("prints")), output), paint };
  }

  // What only one mode has.
  function tools() {
    const root = h("div.lab-tools");
    let paint = () => {};
    if (state.mode === "onehot") {
      const by = (change) => button("", () => set({ k: state.k + change }));
      const buttons = [by(-1), by(1)];
      root.append(...buttons);
      paint = () => buttons.forEach((one, i) => {
        const k = state.k + (i ? 1 : -1);
        one.disabled = k < 1 || k > now.m;
        text(one, `${i ? "" : "← "}e${subscript(String(k))}${i ? " →" : ""}`);
        one.setAttribute("aria-label", `v = e${k}`);
      });
    } else if (state.mode === "ones") {
      paint = () => text(root, `y.backward(torch.ones(${now.m})): ${tuple(now.product)}\ny.sum().backward(): ${tuple(now.summed)}`);
    } else if (state.mode === "quiz") {
      const verdict = h("p", { role: "status" });
      const show = () => ((shown = true), schedule());
      root.append(button(say("check"), show), button(say("answer"), () => (set({ v: state.q }), show())),
        button(say("another"), ask), verdict);
      paint = () => {
        const right = now.product.every((g, i) => Math.abs(g - now.wish[i]) <= 1e-6 * Math.max(1, Math.abs(g)));
        verdict.classList.toggle("lab-g", right);
        text(verdict, shown ? `${say(right ? "right" : "wrong")}: v = ${tuple(now.v)}, vᵀJ = ${tuple(now.product)}` : "");
      };
    }
    return { root, paint };
  }

  function ask() {
    const [f, x, q] = QUIZ[asked++ % QUIZ.length];
    set({ f, x, q, v: [0, 0, 0], mode: "quiz" });
  }

  // The reader's own function: what cannot be read is shown with the place marked, and the last good one stays.
  function editor() {
    const message = h("p.lab-error", { id: "lab-error", role: "alert" });
    const area = h("textarea", {
      rows: 4, maxlength: 600, spellcheck: "false", autocapitalize: "off", id: "lab-own", "aria-describedby": "lab-error",
      oninput: () => read({ own: area.value }),
    });
    function read(changes) {
      let error = null;
      try {
        set({ ...changes, f: "own" });
      } catch (caught) {
        if (!(caught instanceof Lab.ExpressionError)) throw caught;
        error = caught;
        const { own } = changes;
        const start = own.lastIndexOf("\n", error.at - 1) + 1;
        const line = own.slice(start).split("\n")[0];
        const [from, to] = [error.at - start, error.end - start];
        message.replaceChildren(say("error"), say(error.code, error.arg),
          h("code", {}, line.slice(0, from), h("mark", {}, line.slice(from, to) || " "), line.slice(to)));
      }
      area.setAttribute("aria-invalid", Boolean(error));
      message.hidden = !error;
      return !error;
    }
    const root = h("div.lab-own", {}, h("label", { for: "lab-own" }, say("ownLabel")), area, message,
      h("p.lab-note", {}, `+ - * / ^ ( ) pi ${Lab.FUNCTIONS.join(" ")}`));
    return { root, area, read };
  }

  // ---- building and painting ----

  function announce(words, wrong = false) {
    text(parts.live, words);
    parts.live.className = wrong ? "lab-error" : "lab-spoken"; // a mistake is told to everybody
  }

  function schedule() {
    frame = frame || requestAnimationFrame(render);
  }

  function render() {
    frame = cancelAnimationFrame(frame) || 0;
    compute();
    if (stale) build();
    stale = false;
    for (const part of view) part.paint();
    clearTimeout(settling);
    settling = setTimeout(settle, 400);
  }

  // What need not follow every frame: the address, and what is spoken.
  function settle() {
    try {
      history.replaceState(null, "", `?${query()}${location.hash}`);
    } catch {
      // A page opened from a file may not change its address.
    }
    if (state.mode !== "quiz" || shown) announce(`${now.columns ? "Ju" : "vᵀJ"} = ${tuple(now.product)}`);
  }

  function build() {
    const { editor: { root, area }, select, modes, hint, definition, body } = parts;
    const own = state.f === "own";
    select.value = state.f;
    for (const mode of modes) mode.checked = mode.value === state.mode;
    text(hint, say(`${state.mode}Hint`));
    root.hidden = !own;
    if (own && document.activeElement !== area) area.value = state.own;
    definition.replaceChildren(...(own ? [] : Lab.functions[state.f].text.split("\n").map((line) => h("code", {}, line))));
    view = [matrix, tools, formula, plane, graph, listing].slice(0, state.mode === "quiz" ? 2 : 6).map((part) => part());
    const roots = view.map((part) => part.root);
    body.replaceChildren(h("div", {}, ...roots.splice(0, 4)), ...roots);
  }

  function start(place) {
    const modes = MODES.map((value) => h("input", {
      type: "radio", name: "lab-mode", value, onchange: () => (value === "quiz" ? ask() : set({ mode: value })),
    }));
    const select = h("select", {
      onchange: () => {
        const { text: own, x, v } = Lab.functions[state.f];
        set(select.value === "own" && state.f !== "own" ? { f: "own", own, x, v } : { f: select.value });
      },
    }, ...Object.keys(Lab.functions).map((value) => h("option", { value }, say(value))));
    parts = {
      select, modes, editor: editor(), live: h("p.lab-spoken", { "aria-live": "polite" }),
      definition: h("p.lab-definition"), hint: h("p"), body: h("div.lab-body"),
    };
    const { definition, hint, body, live } = parts;
    const reset = button(say("reset"), () => {
      const { x, v } = Lab.functions[state.f];
      set({ x, v: state.mode === "quiz" ? [0, 0, 0] : v, u: [1, 0, 0], k: 1 });
    });
    place.querySelector("figure").replaceWith(h("div.lab-bar", {}, h("label", {}, say("function"), " ", select),
      h("fieldset.lab-modes", {}, h("legend", {}, say("mode")),
        ...modes.map((mode) => h("label", {}, mode, h("span", {}, say(mode.value)))))),
      parts.editor.root, definition, hint, live, body, reset);
    const wanted = fromQuery();
    set({});
    compute();
    if (wanted.own === undefined) set(wanted);
    else if (!parts.editor.read(wanted)) parts.editor.area.value = wanted.own;
    render();
    parts.editor.root.hidden = state.f !== "own" && wanted.own === undefined;
  }

  // For links, tests and the curious: what is shown, with every digit.
  function numbers() {
    compute();
    const list = (values) => values.map(Lab.repr);
    return { y: list(now.y), J: now.J.map(list), product: list(now.product), code: code().join("\n"), printed: printed() };
  }

  Object.assign(Lab, { numbers, query, render, set, state });
  const place = document.getElementById("vjp-lab");
  if (place) setTimeout(start, 0, place); // a task of its own: a slow phone is free in between
})((globalThis.Lab = globalThis.Lab || {}));
