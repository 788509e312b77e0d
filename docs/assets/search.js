// Runs before the theme's own script: what holds a pasted message word for word is found first.
(() => {
  const [SETUP, QUERY, RESULT] = [0, 2, 3]; // the theme's messages to its search worker, and from it

  // Text as its words, one space before and after each: markup, punctuation and where Chinese was cut do not count.
  const words = (text) => {
    const plain = text.replace(/<[^>]+>|\u200b/g, "").replace(/&(?:lt|gt|amp|quot|#39);/g, " ");
    return ` ${plain.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, " ").trim()} `;
  };

  const isChinese = (query) => /\p{sc=Han}/u.test(query);

  // Three words (Chinese: four characters a word), or a name such as grad_outputs. Of less it is the theme's to make sense.
  const isPhrase = (query) =>
    /\w_\w/.test(query) || (query.match(/\p{sc=Han}{1,4}|[^\s\p{sc=Han}]+/gu) || []).length > 2;

  // The theme takes each word for the beginning of one, which the index does not have of words that it keeps as their
  // stems. So each is asked for as a word too; in a phrase only the last, which the reader may still be typing, is both.
  const asked = (query) => {
    const all = query.trim().split(" ");
    return [...all.map((word) => (/^\w+$/.test(word) ? `${word}^1` : word)), all.at(-1)].join(" ");
  };

  // How much of the query a part of the site holds word for word; its heading counts more than its text.
  const held = (query, { heading, text }) => {
    const typed = query.trimEnd();
    const inText = text.includes(typed) ? typed.length : 0;
    if (heading.startsWith(typed)) return inText + 4 * typed.length;
    if (heading.includes(typed)) return inText + 2 * typed.length;
    return inText + (query.includes(heading) ? 2 * heading.length : 0);
  };

  // Results come with their text cut to what matched, so the parts are kept as the index has them.
  const rank = (query, items, parts) => {
    for (const docs of items) {
      for (const doc of docs) doc.score = (doc.score || 0) + 1e5 * held(query, parts.get(doc.location)); // may be NaN
      docs.sort((a, b) => b.score - a.score);
    }
    items.sort(([a], [b]) => b.score - a.score);
  };

  window.Worker = class extends window.Worker {
    constructor(url, ...options) {
      super(url, ...options);
      if (!String(url).includes("/search.")) return;
      const send = this.postMessage;
      const parts = new Map();
      let query = "";
      this.postMessage = ({ type, data }) => {
        if (type === SETUP) {
          for (const doc of data.docs) parts.set(doc.location, { heading: words(doc.title), text: words(doc.text) });
        }
        if (type === QUERY) query = words(data);
        send.call(this, { type, data: type === QUERY && (isPhrase(query) || !isChinese(query)) ? asked(query) : data });
      };
      this.addEventListener("message", ({ data: { type, data } }) => {
        if (type === RESULT && isPhrase(query)) rank(query, data.items, parts);
      });
    }
  };

  // The theme looks at the field when a key is released: what the mouse pastes would wait for one.
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-md-component=search-query]")) target.dispatchEvent(new KeyboardEvent("keyup"));
  });
})();
