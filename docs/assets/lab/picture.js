// The two drawings: arrows in a plane, and the graph with values flowing back. Both are built once for a case
// and then only have attributes changed, which is what keeps dragging smooth.
(function (Lab) {
  "use strict";

  // h("button.lab-button", {type: "button", onclick}, "text"); `svg` is the same for pictures.
  const maker = (namespace) => (spec, attributes = {}, ...children) => {
    const [tag, ...classes] = spec.split(".");
    const element = document.createElementNS(namespace, tag);
    if (classes.length) element.setAttribute("class", classes.join(" "));
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const say = (key, ...gaps) => gaps.reduce((words, gap, i) => words.replace(`{${i}}`, gap), Lab.words[key]);
  const h = maker("http://www.w3.org/1999/xhtml");
  const svg = maker("http://www.w3.org/2000/svg");

  // Writing what is already there costs a layout; so look first.
  function text(element, value) {
    if (element.textContent !== value) element.textContent = value;
  }

  function attribute(element, name, value) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }

  // Five significant digits, as short as they go; inf and nan as torch writes them.
  function format(number) {
    const size = Math.abs(number);
    const short = size < Infinity && (size >= 1e5 || (size && size < 1e-3)) ? number.toExponential(3) : number.toPrecision(5);
    const written = Number.isFinite(number) ? short.replace(/(\.\d*?)0+(e|$)/, "$1$2").replace(/\.(e|$)/, "$1") : Lab.repr(number);
    return (Object.is(number, -0) ? "-0" : written).replace("e+", "e").replace(/-/g, "−");
  }

  const tuple = (numbers) => `(${numbers.map(format).join(", ")})`;
  const subscript = (name) => name.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
  const round = (number) => Math.round(number * 10) / 10;
  const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

  // ---- arrows ----

  const HALF = 165; // of the drawing's side, in its own units
  const REACH = 135; // where the longest arrow ends

  class Plane {
    // One arrow for each name; `change` is told the new weights. A key may come before the last change is painted:
    // `refresh` paints it, so that the next one starts from there.
    constructor(names, product, change, refresh) {
      Object.assign(this, { change, refresh });
      this.grid = svg("path.lab-grid");
      this.ticks = [svg("text.lab-tick", { y: 12 }), svg("text.lab-tick", { x: 4 })];
      this.chain = svg("path.lab-chain");
      this.whole = names.map((_, i) => arrow("lab-whole", subscript(`J${i + 1}`)));
      this.part = names.map(() => arrow("lab-part", ""));
      this.product = arrow("lab-product", product);
      this.handles = [...names, product].map((name, i) => this.handle(name, i, i === names.length));
      this.root = svg(
        "svg.lab-plane", { viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`, role: "group", "aria-label": say("plane") },
        this.grid, ...this.ticks, ...[...this.whole, this.product, ...this.part].map((a) => a.root), this.chain, ...this.handles,
      );
    }

    handle(name, index, last) {
      const shape = last ? svg("rect", { x: -7, y: -7, width: 14, height: 14 }) : svg("circle", { r: 7 });
      const handle = svg("g.lab-handle", {
        tabindex: 0, role: "slider", "aria-label": name,
        onpointerdown: (event) => {
          event.preventDefault();
          handle.focus();
          handle.setPointerCapture(event.pointerId);
          this.box = this.root.getBoundingClientRect();
        },
        onpointermove: ({ clientX, clientY }) => {
          if (!this.box) return;
          const { left, top, width } = this.box;
          const unit = (2 * HALF) / width / this.scale;
          this.move(index, [(clientX - left - width / 2) * unit, (width / 2 + top - clientY) * unit], 2);
        },
        onlostpointercapture: () => {
          this.box = null;
          this.change(this.weights);
        },
        onkeydown: (event) => {
          const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] || [0, 0];
          if (!dx && !dy) return;
          event.preventDefault();
          this.refresh();
          const by = event.shiftKey ? 1 : 0.1;
          if (last) return this.move(index, [this.result[0] + dx * by, this.result[1] + dy * by], 6);
          this.change(this.weights.map((w, i) => (i === index ? +(w + (dx + dy) * by).toFixed(6) : w)));
        },
      }, svg("circle.lab-hit", { r: 18 }), shape);
      return handle;
    }

    // A weight's handle stays on its own line; the product's asks for the smallest change of weights that brings it
    // to the place.
    move(index, [px, py], digits) {
      let [aa, ab, bb] = [0, 0, 0];
      for (const [a, b] of this.vectors) (aa += a * a), (ab += a * b), (bb += b * b);
      const det = aa * bb - ab * ab;
      const [dx, dy] = [px - this.result[0], py - this.result[1]];
      const weights = this.weights.map((weight, i) => {
        const [a, b] = this.vectors[i];
        if (index === i) return (px * a + py * b) / (a * a + b * b);
        return index < this.weights.length ? weight : weight + (a * (bb * dx - ab * dy) + b * (aa * dy - ab * dx)) / det;
      });
      if (weights.every(Number.isFinite)) this.change(weights.map((w) => +w.toFixed(digits) || 0));
    }

    paint(vectors, weights, result, free) {
      const parts = vectors.map(([a, b], i) => [a * weights[i], b * weights[i]]);
      Object.assign(this, { vectors, weights, result });
      this.rescale([...vectors, ...parts, result]);
      const at = ([a, b]) => [round(a * this.scale), round(-b * this.scale)];
      const ends = [...parts, result].map(at);
      vectors.forEach((vector, i) => (point(this.whole[i], at(vector)), point(this.part[i], ends[i])));
      point(this.product, at(result));
      this.handles.forEach((handle, i) => {
        const shown = free && ends[i].every(Number.isFinite) && Math.hypot(...(vectors[i] || [1])) > 0;
        handle.classList.toggle("lab-gone", !shown);
        if (!shown) return;
        attribute(handle, "transform", `translate(${ends[i]})`);
        attribute(handle, "aria-valuenow", i in weights ? weights[i] : Math.hypot(...result));
        attribute(handle, "aria-valuetext", i in weights ? format(weights[i]) : tuple(result));
      });
      const steps = parts.every((p) => p.every(Number.isFinite)) ? parts.map((p) => `l${at(p)}`) : [];
      attribute(this.chain, "d", `M0 0${steps.join("")}`);
    }

    // The scale rests while a handle is held: a plane that shrinks under the finger cannot be aimed in.
    rescale(vectors) {
      const longest = Math.max(...vectors.map((p) => Math.hypot(...p)).filter(Number.isFinite), 1e-6);
      const length = longest * this.scale;
      if (this.box || (length < REACH + 10 && length > REACH / 4)) return;
      this.scale = REACH / longest;
      const power = 10 ** Math.floor(Math.log10(longest / 2));
      const step = [5, 2, 1].map((k) => k * power).find((k) => k <= longest / 2) || power;
      let lines = "";
      for (let k = -Math.floor(HALF / this.scale / step); k * step * this.scale <= HALF; k++) {
        const place = round(k * step * this.scale);
        lines += `M${place} ${-HALF}V${HALF}M${-HALF} ${place}H${HALF}`;
      }
      attribute(this.grid, "d", lines);
      this.ticks.forEach((tick) => text(tick, format(step)));
      attribute(this.ticks[0], "x", step * this.scale + 3);
      attribute(this.ticks[1], "y", -step * this.scale - 3);
    }
  }

  function arrow(kind, label) {
    const [line, head, name] = [svg("path"), svg("path.lab-head", { d: "M0 0L-10 -5V5Z" }), svg("text", {}, label)];
    return { line, head, name, root: svg(`g.lab-arrow.${kind}`, {}, line, head, name) };
  }

  function point({ line, head, name, root }, [x, y]) {
    const length = Math.hypot(x, y);
    const shown = length > 0.5 && length < 1e4;
    root.classList.toggle("lab-gone", !shown);
    if (!shown) return;
    attribute(line, "d", `M0 0L${[x - (6 * x) / length, y - (6 * y) / length].map(round)}`);
    attribute(head, "transform", `translate(${x} ${y}) rotate(${round((Math.atan2(y, x) * 180) / Math.PI)})`);
    attribute(name, "x", round(x + (17 * x) / length));
    attribute(name, "y", round(y + (17 * y) / length + 4));
  }

  // ---- the graph ----

  const WIDTH = 94;
  const HEIGHT = 56;
  const GAP = 38; // along the flow, where the edges run
  const SPACE = 8; // across it

  class Graph {
    constructor({ nodes }, outputs) {
      const labels = nameAll(nodes);
      this.names = nodes.map(({ name }) => name);
      const { places, routes, width, height } = layout(nodes);
      this.edges = routes.map(({ path, to }) => {
        const d = path.slice(1).map(([x, y], i) => {
          const start = path[i][1] + (i ? 0 : HEIGHT / 2);
          const end = y - (i === path.length - 2 ? HEIGHT / 2 : 0);
          const middle = (start + end) / 2;
          return `${i ? "" : `M${path[0][0]} ${start}`}C${path[i][0]} ${middle} ${x} ${middle} ${x} ${end}`;
        }).join("");
        return { to, root: svg("g.lab-edge", {}, svg("path", { d }), svg("path.lab-flow", { d })) };
      });
      this.boxes = nodes.map((node, i) => {
        const lines = [-13, 4, 21].map((y, k) => svg(`text.lab-line${k}`, { y }));
        lines[0].textContent = labels[i];
        const frame = svg("rect", { x: -WIDTH / 2, y: -HEIGHT / 2, width: WIDTH, height: HEIGHT, rx: 7 });
        return { lines, root: svg(`g.lab-node.lab-${node.op}`, { transform: `translate(${places[i]})` }, frame, ...lines) };
      });
      this.badges = outputs.map((node) => {
        const [x, y] = places[nodes.indexOf(node)];
        return svg("text.lab-badge", { x, y: y + HEIGHT / 2 + 19 });
      });
      this.root = svg(
        "svg.lab-graph", { viewBox: `${-width / 2} ${-HEIGHT / 2 - 2} ${width} ${height}`, width, "aria-hidden": "true" },
        ...[...this.edges, ...this.boxes].map(({ root }) => root), ...this.badges,
      );
      this.root.style.minWidth = `${width * 0.96}px`; // beyond that it scrolls rather than shrinks
    }

    // Every tape of the same function has the same nodes in the same order. `visited` have handed on what they
    // received; the last of them is the one to look at.
    paint({ nodes }, seeds, visited, complete, forward) {
      const active = complete ? null : visited[visited.length - 1];
      nodes.forEach((node, i) => (node.name = this.names[i]));
      this.boxes.forEach(({ lines, root }, i) => {
        const flowing = nodes[i][forward ? "tangent" : "grad"];
        text(lines[1], format(nodes[i].value));
        text(lines[2], flowing === null ? "·" : format(flowing));
        root.classList.toggle("lab-active", nodes[i] === active);
      });
      this.edges.forEach(({ root, to }) => {
        root.classList.toggle("lab-flowing", forward || visited.includes(nodes[to]));
        root.classList.toggle("lab-forward", forward);
        root.classList.toggle("lab-active", nodes[to] === active);
      });
      this.badges.forEach((badge, i) => text(badge, seeds[i]));
    }
  }

  // Every node without a name gets a letter, so that the next one can refer to it: "a = x₁·x₂".
  function nameAll(nodes) {
    const taken = new Set(nodes.map((node) => node.name));
    const letters = [..."abcdeghijklmnopqrstw"].filter((letter) => !taken.has(letter));
    nodes.forEach((node, i) => (node.name = node.name || letters.shift() || `w${i}`));
    return nodes.map(({ name, op, operands }) => {
      const [a, b] = operands.map((o) => (typeof o === "number" ? format(o) : subscript(o.name)));
      const power = { 2: "²", 3: "³" }[operands[1]];
      const formula = {
        const: a, neg: `−${a}`, reciprocal: `1/${a}`, "*": `${a}·${b}`, "/": `${a}/${b}`, "+": `${a} + ${b}`,
        "-": `${a} − ${b}`, "^": power ? a + power : `${a}^${b}`, sum: "Σ y",
      }[op] || `${op}(${a})`;
      return subscript(name) + (op === "input" ? "" : ` = ${formula}`);
    });
  }

  // Layers by the longest path; an edge over several layers gets a place in each, so that it runs round the boxes;
  // then a few sweeps pull everything towards its neighbours.
  function layout(nodes) {
    const slot = (size) => ({ size, near: [], layer: 0, place: 0 });
    const slots = nodes.map(() => slot(WIDTH));
    const parents = nodes.map((node) => [...new Set(node.edges.map(([parent]) => nodes.indexOf(parent)))]);
    parents.forEach((list, i) => (slots[i].layer = Math.max(-1, ...list.map((p) => slots[p].layer)) + 1));
    const last = Math.max(...slots.map(({ layer }) => layer));
    slots.forEach((s, i) => (s.layer = s.layer && !parents.flat().includes(i) ? last : s.layer));
    const layers = Array.from({ length: last + 1 }, (_, layer) => slots.filter((s) => s.layer === layer));
    const routes = parents.flatMap((list, to) => list.map((from) => {
      const between = layers.slice(slots[from].layer + 1, slots[to].layer).map((layer) => layer[layer.push(slot(4)) - 1]);
      const stops = [slots[from], ...between, slots[to]];
      stops.slice(1).forEach((stop, i) => (stop.near.push(stops[i]), stops[i].near.push(stop)));
      return { stops, to };
    }));
    for (const layer of layers) spread(layer, () => 0);
    for (let sweep = 0; sweep < 12; sweep++) {
      for (const layer of sweep % 2 ? [...layers].reverse() : layers) {
        const wish = ({ near, place }) => (near.length ? mean(near.map((s) => s.place)) : place);
        const inner = layer !== layers[0] && layer !== layers[last]; // the ends keep their order: x₁, x₂, x₃
        if (inner && sweep < 8) layer.sort((a, b) => wish(a) - wish(b));
        spread(layer, wish);
      }
    }
    const edge = Math.max(...slots.map((s) => Math.abs(s.place))) + WIDTH / 2 + 2;
    layers.forEach((layer, i) => layer.forEach((s) => (s.xy = [round(s.place), i * (HEIGHT + GAP)])));
    return {
      places: slots.map((s) => s.xy),
      routes: routes.map(({ stops, to }) => ({ path: stops.map((s) => s.xy), to })),
      width: round(2 * edge),
      height: last * (HEIGHT + GAP) + HEIGHT + 26,
    };
  }

  // Put a layer's slots as near to their wishes as their order and sizes allow.
  function spread(layer, wish) {
    const wishes = layer.map(wish);
    let edge = -Infinity;
    layer.forEach((slot, i) => {
      slot.place = Math.max(wishes[i], edge + slot.size / 2);
      edge = slot.place + slot.size / 2 + SPACE;
    });
    const shift = mean(layer.map((slot, i) => wishes[i] - slot.place));
    for (const slot of layer) slot.place += shift;
  }

  Object.assign(Lab, { Graph, Plane, attribute, format, h, say, subscript, text, tuple });
})((globalThis.Lab = globalThis.Lab || {}));
