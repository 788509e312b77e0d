// The one script that runs at once. The theme's scripts wait for the reader's first touch, so that nobody who only reads
// pays for search, menus and dialogs; copying works from the start.
(() => {
  const { body, documentElement: root, head } = document;
  const english = root.lang.startsWith("en");
  const say = (chinese, other) => (english ? other : chinese);

  // A link within the page must not aim by estimated sizes, and whoever uses keys can reach what is far below.
  const settle = () => root.classList.remove("estimate");
  addEventListener("hashchange", settle);
  addEventListener("keydown", settle, { once: true });
  document.addEventListener("click", ({ target }) => target.closest("a[href*='#']") && settle(), { capture: true });

  // At its start the theme sets the colours that are there already: each of these two would style the whole page anew.
  head.appendChild = (node) => (node.name === "color-scheme" ? node : Node.prototype.appendChild.call(head, node));
  body.setAttribute = (name, value) => {
    if (name !== "data-md-color-switching") Element.prototype.setAttribute.call(body, name, value);
  };
  document.addEventListener("change", () => delete body.setAttribute, { capture: true, once: true });

  // The search worker and its index are asked for when somebody searches: by the field, or by a link with ?q= or ?h=.
  const searches = /[?&][hq]=/.test(location.search);
  const wanted = new Promise((resolve) => {
    if (searches) resolve();
    document.addEventListener("focusin", ({ target }) => target.matches("[data-md-component=search-query]") && resolve());
    document.addEventListener("change", ({ target }) => target.id === "__search" && resolve());
  });
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.forSearch = /search_index\.json$/.test(url);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (content) {
    if (this.forSearch) wanted.then(() => send.call(this, content));
    else send.call(this, content);
  };
  const Eager = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address, ...options) {
      super();
      if (!/workers\/search\./.test(address)) return new Eager(address, ...options);
      this.started = wanted.then(() => {
        const worker = new Eager(address, ...options);
        worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
        return worker;
      });
    }

    postMessage(data) {
      this.started.then((worker) => worker.postMessage(data));
    }
  };

  // The theme's scripts, one after the other; it begins its work when the document has been read.
  const later = document.currentScript.dataset.later.split(/\s+/);
  const load = (address, again = true) =>
    new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => (again ? load(address, false).then(resolve) : resolve()));
      body.append(script);
    });
  const untouched = new AbortController();
  let awake;
  const wake = async () => {
    for (const address of later) await load(address);
    document.dispatchEvent(new Event("DOMContentLoaded"));
    untouched.abort();
    watchScrollers();
    keyed("__drawer", say("目录", "Contents"));
    keyed("__search", say("搜索", "Search"));
  };
  const touched = (event) => {
    awake ??= wake();
    if (!event.isTrusted) return;
    const { target } = event;
    // What the theme would have heard is told again once it listens.
    if (event.type === "keydown") awake.then(() => target.dispatchEvent(new KeyboardEvent("keydown", event)));
    const control = event.type === "click" && target.closest("label, [type=radio], [type=checkbox]");
    if (control) {
      event.preventDefault();
      event.stopPropagation();
      awake.then(() => control.click());
    }
  };
  for (const event of ["click", "focusin", "keydown", "pointerdown", "pointermove", "scroll", "wheel"]) {
    addEventListener(event, touched, { capture: true, passive: event !== "click", signal: untouched.signal });
  }
  if (searches) awake = wake();

  // The theme's switches are labels, which answer to the mouse only: a button inside each answers to keys.
  const keyed = (name, text) => {
    const label = document.querySelector(`.md-header__button[for=${name}]`);
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", text);
    button.append(...label.childNodes);
    label.append(button);
    button.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      label.click();
    });
  };

  // What can be scrolled sideways can be focused, so that arrow keys scroll it.
  const watchScrollers = () => {
    const boxes = new ResizeObserver((entries) => {
      const wide = entries.map(({ target }) => target.scrollWidth > target.clientWidth + 1);
      entries.forEach(({ target }, i) => (wide[i] ? (target.tabIndex = 0) : target.removeAttribute("tabindex")));
    });
    const scrollers = "article :is(pre > code, div.arithmatex, .md-typeset__scrollwrap, figure [role=img])";
    for (const box of document.querySelectorAll(scrollers)) boxes.observe(box);
  };

  // Whatever is copied: a block's code, a formula's TeX, or the page as Markdown, which has to be fetched.
  const textFor = async (button) => {
    if (button.dataset.tex) return button.dataset.tex;
    if (!button.dataset.pageMarkdown) {
      return button.closest("pre").querySelector("code").textContent.replace(/ +$/gm, ""); // before the number of a note
    }
    const answer = await fetch(button.dataset.pageMarkdown);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  };
  const copy = async (button) => {
    // The promise inside ClipboardItem keeps Safari's permission alive while the text loads.
    const text = textFor(button);
    if (!window.ClipboardItem) return navigator.clipboard.writeText(await text);
    const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
    return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
  };
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("button[data-copy]");
    if (!button || button.dataset.copied) return;
    const label = button.getAttribute("aria-label");
    try {
      await copy(button);
      button.dataset.copied = say("已复制", "Copied");
      button.setAttribute("aria-label", button.dataset.copied);
      setTimeout(() => {
        delete button.dataset.copied;
        button.setAttribute("aria-label", label);
      }, 2000);
    } catch {
      if (button.dataset.pageMarkdown) location.href = button.dataset.pageMarkdown; // no clipboard here: show the text
    }
  });
  if (location.protocol === "file:") {
    for (const button of document.querySelectorAll("[data-page-markdown]")) button.hidden = true; // no file may be read
  }

  // A report names the section that the reader sees.
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("[data-report]");
    if (!link) return;
    const passed = [...document.querySelectorAll(".md-content :is(h1, h2, h3)[id]")].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
    );
    const url = new URL(link.href);
    const hash = location.hash || (passed.length ? `#${passed.at(-1).id}` : "");
    url.searchParams.set("body", url.searchParams.get("body").replace(/#\S*|(?<=\/)(?=\n)/, hash));
    link.href = url;
  });
})();
