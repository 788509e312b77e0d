// Runs before the theme's own script and ranks what its search worker finds: the case of a pasted message comes first,
// whatever numbers, shapes and names stand in it, and where no case fits, the reader is told so.
(() => {
  const [SETUP, QUERY, RESULT] = [0, 2, 3]; // the theme's messages to its search worker, and from it
  const LIKELY = 0.42; // the share of a message that its case must hold
  const ENOUGH = 25; // so much has a heading of four words to match before it counts that it is matched whole
  const english = document.documentElement.lang.startsWith("en");

  const plain = (html) =>
    html
      .replace(/<\/(?:p|li|pre)>/g, "\n")
      .replace(/<[^>]+>|\u200b/g, "")
      .replace(/&(\w+|#\d+);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name] ?? "'");

  // Words, and of names also their parts; numbers and the names of nodes differ from reader to reader. Chinese is taken
  // two characters at a time. Between words that follow one another stands a pair of them.
  const terms = (text) => {
    const all = [];
    let last = "";
    for (const [word] of text.toLowerCase().matchAll(/[a-z_][a-z0-9_]*|\p{sc=Han}+/gu)) {
      if (/\p{sc=Han}/u.test(word)) {
        for (let i = 0; i < Math.max(1, word.length - 1); i++) all.push(word.slice(i, i + 2));
        last = "";
        continue;
      }
      const name = /backward\d*$/.test(word) ? "backward" : word.length > 3 ? word.replace(/(?<=[^s])s$/, "") : word;
      all.push(name, ...(name.includes("_") ? name.split("_").filter((part) => part.length > 1) : []));
      if (last) all.push(`${last} ${name}`);
      last = name;
    }
    return new Set(all);
  };

  // What an error says, without its class and the lines of the traceback before it.
  const said = (query) => {
    const message = query.replace(/^.*\b\w*(?:Error|Warning|Exception): /su, "");
    return terms(message).size > 4 ? message : query;
  };

  const isMessage = (query) => said(query) !== query || (/^[A-Z]/.test(query) && query.split(/\s+/).length > 7);

  class Book {
    constructor(docs) {
      this.count = new Map();
      this.sections = new Map();
      for (const { location, title, text, boost = 1, words = [] } of docs) {
        const heading = terms(plain(title));
        const body = terms(plain(text));
        for (const term of new Set([...heading, ...body])) this.count.set(term, (this.count.get(term) || 0) + 1);
        const synonyms = words.map(terms).filter((word) => word.size);
        this.sections.set(location, { location, title, text, boost, heading, body, synonyms });
      }
    }

    // A term weighs more the fewer sections have it, and most if none has.
    weight(term) {
      return Math.log(1 + this.sections.size / (this.count.get(term) || 1));
    }

    mass(all, within) {
      let sum = 0;
      for (const term of all) if (!within || within.has(term)) sum += this.weight(term);
      return sum;
    }

    // The theme takes each word for the beginning of one, which the index does not have of words that it keeps as their
    // stems. So each is asked for as a word too; in a phrase only the last, which the reader may still be typing, is both.
    // Of a long message the eight rarest words are enough, and as quick as a short one.
    asked(query) {
      const all = (terms(query).size > 4 ? said(query) : query).toLowerCase().match(/[\p{L}\p{N}_]+/gu) || [];
      const rare = all.length > 8 ? [...new Set(all)].filter((word) => this.count.has(word)) : all;
      if (all.length > 8) rare.sort((a, b) => this.weight(b) - this.weight(a)).splice(8);
      const words = rare.length ? rare : all;
      return [...words.map((word) => (/^\w+$/.test(word) ? `${word}^1` : word)), words.at(-1)].join(" ");
    }

    // How well a section answers: the shares of the query in its heading and text, of its heading in the query, and
    // how much the query is one of the words by which readers ask for it.
    rate(query, { heading, body, synonyms, boost, location }) {
      const whole = this.mass(query) || 1;
      const matched = this.mass(query, heading);
      const covered = (matched / (this.mass(heading) || 1)) * Math.min(1, matched / ENOUGH);
      const held = Math.max(matched, this.mass(query, body)) / whole;
      let named = 0;
      for (const words of synonyms) {
        const common = this.mass(words, query);
        const part = common / this.mass(words);
        const share = common / whole;
        if (part > 0.6) named = Math.max(named, part === 1 && share === 1 ? 2 : part ** 2 * share);
      }
      const page = location.includes("#") ? 0 : 0.1 * (matched / whole);
      return { held, score: boost * ((2 * matched) / whole + held + 1.5 * covered + 3 * named + page) };
    }

    // Results come with their text cut to what matched; what the worker did not find gets its beginning instead.
    rank(typed, items) {
      const query = terms(said(typed));
      const found = new Map(items.flat().map((doc) => [doc.location, doc]));
      const most = Math.max(1, ...items.flat().map((doc) => doc.score || 0)); // what the worker found by stems and beginnings
      const groups = new Map();
      let best = 0;
      for (const section of this.sections.values()) {
        const doc = found.get(section.location);
        const { held, score: own } = this.rate(query, section);
        const score = own + (0.5 * (doc?.score || 0)) / most;
        best = Math.max(best, held);
        if (!doc && score < 0.5 && section.location.includes("#")) continue;
        const [page] = section.location.split("#");
        if (!groups.has(page)) groups.set(page, []);
        const hit = Object.fromEntries(Object.entries(doc?.terms ?? {}).filter(([, found]) => found));
        const text = this.excerpt(query, section, doc);
        groups.get(page).push({ ...(doc ?? section), terms: hit, text, score });
      }
      const ranked = [...groups.values()].map((docs) => {
        const [page] = docs.filter(({ location }) => !location.includes("#")); // the theme takes its title from it
        const best = docs.sort((a, b) => b.score - a.score).slice(0, 8);
        return best.includes(page) ? best : [...best, page];
      });
      ranked.sort(([a], [b]) => b.score - a.score);
      const unknown = isMessage(typed) && best < LIKELY;
      return { unknown, items: ranked.slice(0, unknown ? 3 : 20) };
    }

    // A message is shown whole, before what the section begins with.
    excerpt(query, { text }, doc) {
      const lines = plain(text).split("\n");
      const message = lines.find((line) => /(?:Error|Warning): /.test(line) && this.mass(query, terms(line)) > 0.6 * this.mass(query));
      const begin = doc?.text ?? `<p>${escape(lines.find((line) => line.trim()) ?? "")}</p>`;
      return message && query.size > 4 ? `<p><code>${escape(message)}</code></p>${begin}` : begin;
    }
  }
  const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

  // Says below the field that no case fits, and offers to ask: the link is the page's own for questions.
  const tell = (unknown, typed) => {
    const meta = document.querySelector(".md-search-result__meta");
    let note = document.querySelector(".search-unknown");
    if (note) note.remove();
    if (!unknown || !meta) return;
    note = document.createElement("p");
    note.className = "search-unknown";
    note.setAttribute("role", "status");
    note.textContent = english
      ? "No case for this message yet. These three are nearest. "
      : "这条信息还没有对应的病例，最接近的是下面三条。";
    const report = document.querySelector("a[data-report]");
    if (report) {
      const link = report.cloneNode();
      const url = new URL(report.href);
      url.searchParams.set("title", said(typed).slice(0, 200));
      link.href = url;
      link.textContent = english ? "Ask about it" : "提个问题";
      note.append(link);
    }
    meta.after(note);
  };

  window.Worker = class extends window.Worker {
    constructor(url, ...options) {
      super(url, ...options);
      if (!String(url).includes("/search.")) return;
      const send = this.postMessage;
      let book;
      let typed = "";
      this.postMessage = ({ type, data }) => {
        if (type === SETUP) book = new Book(data.docs);
        if (type === QUERY) {
          typed = data;
          data = book.asked(data);
        }
        send.call(this, { type, data });
      };
      this.addEventListener("message", ({ data: { type, data } }) => {
        if (type !== RESULT || !typed.trim()) return;
        const { unknown, items } = book.rank(typed, data.items);
        data.items.splice(0, Infinity, ...items);
        tell(unknown, typed);
      });
    }
  };

  // The theme looks at the field when a key is released: what the mouse pastes would wait for one.
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-md-component=search-query]")) target.dispatchEvent(new KeyboardEvent("keyup"));
  });
})();
