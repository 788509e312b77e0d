// Runs before the theme's own script: what holds a pasted message word for word is found first.
(() => {
  const QUERY = 2;
  const RESULT = 3;

  // Text as its words, one space before and after each: markup, punctuation and where Chinese was cut do not count.
  const words = (text) => {
    const plain = text.replace(/<[^>]+>|\u200b/g, "").replace(/&(?:lt|gt|amp|quot|#39);/g, " ");
    return ` ${plain.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, " ").trim()} `;
  };

  // The theme takes each word for the beginning of one; here only the last is, which the reader may still be typing.
  const asked = (query) => {
    const all = words(query).trim().split(" ");
    const last = all.at(-1);
    return [...all.map((word) => (/^\w+$/.test(word) ? `${word}^1` : word)), last].join(" ").trim();
  };

  // How much of the query a part of a page holds word for word; its heading counts more than its text.
  const held = (query, { title, text }) => {
    const [heading, typed] = [words(title), query.trimEnd()];
    const inText = words(text).includes(typed) ? typed.length : 0;
    if (heading.startsWith(typed)) return inText + 4 * typed.length;
    if (heading.includes(typed)) return inText + 2 * typed.length;
    return inText + (query.includes(heading) ? 2 * heading.length : 0);
  };

  const rank = (query, items) => {
    const best = (docs) => docs[0].score;
    for (const docs of items) {
      for (const doc of docs) doc.score = (doc.score || 0) + 1e5 * held(query, doc); // NaN where only stems meet
      docs.sort((a, b) => b.score - a.score);
    }
    items.sort((a, b) => best(b) - best(a));
  };

  window.Worker = class extends window.Worker {
    constructor(url, ...options) {
      super(url, ...options);
      if (!String(url).includes("/search.")) return;
      const send = this.postMessage;
      let query = "";
      this.postMessage = (message) => {
        if (message.type === QUERY) query = words(message.data);
        send.call(this, message.type === QUERY ? { ...message, data: asked(message.data) } : message);
      };
      this.addEventListener("message", ({ data: { type, data } }) => {
        if (type === RESULT && query.trim()) rank(query, data.items);
      });
    }
  };

  // The theme looks at the field when a key is released: what the mouse pastes would wait for one.
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-md-component=search-query]")) target.dispatchEvent(new KeyboardEvent("keyup"));
  });
})();
