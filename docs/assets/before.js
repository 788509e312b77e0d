// Runs before the theme's own script, and puts off what it would do at once.
(() => {
  // At its start the theme sets the colours that are there already: each of these two would style the whole page anew.
  const { body, head } = document;
  head.appendChild = (node) => (node.name === "color-scheme" ? node : Node.prototype.appendChild.call(head, node));
  body.setAttribute = (name, value) => {
    if (name !== "data-md-color-switching") Element.prototype.setAttribute.call(body, name, value);
  };
  document.addEventListener("change", () => delete body.setAttribute, { capture: true, once: true });

  // The theme gives a block of code its buttons when it comes into sight: here soon, one block after the other, so that keys
  // reach all of them, and no reader waits for all of them.
  const Observer = window.IntersectionObserver;
  window.IntersectionObserver = class extends Observer {
    constructor(tell, ...options) {
      super(tell, ...options);
      this.tell = tell;
    }

    observe(target) {
      if (target.localName === "code") setTimeout(() => this.tell([{ target, isIntersecting: true }]));
      else super.observe(target);
    }
  };

  // The search worker and its index are asked for when somebody searches.
  const wanted = new Promise((resolve) => {
    const start = (event) => {
      if (event.type !== "change" || event.target.id === "__search") resolve();
    };
    // A link from a search result (?h=) or to a search (?q=) needs the index at once.
    if (/[?&][hq]=/.test(location.search)) resolve();
    const field = document.querySelector("[data-md-component=search-query]");
    if (field) field.addEventListener("focus", start);
    document.addEventListener("change", start);
  });
  const send = XMLHttpRequest.prototype.send;
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.forSearch = /search_index\.json$/.test(url);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.forSearch) wanted.then(() => send.call(this, body));
    else send.call(this, body);
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
})();
