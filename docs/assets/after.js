// Runs after the theme's own script: names and keys for what the theme builds at run time, and the page's own buttons.
(() => {
  const english = document.documentElement.lang.startsWith("en");
  const say = (chinese, other) => (english ? other : chinese);

  // What can be scrolled sideways can be focused, so that arrow keys scroll it.
  const scrollers = "div.arithmatex, .md-typeset__scrollwrap, figure [role=img]";
  const focusable = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

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
  keyed("__drawer", say("目录", "Contents"));
  keyed("__search", say("搜索", "Search"));

  const seen = new WeakSet();
  const mend = () => {
    for (const link of document.querySelectorAll("a.md-annotation__index:not([aria-label])")) {
      link.setAttribute("aria-label", say("注释 ", "Note ") + link.firstElementChild.dataset.mdAnnotationId);
    }
    for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.setAttribute("role", "none");
    for (const box of document.querySelectorAll(scrollers)) {
      if (seen.has(box)) continue;
      seen.add(box);
      focusable.observe(box);
    }
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      mend();
    }, 50);
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  soon();

  // Whoever starts to read gets every size as it is: a link within the page must not aim by estimates.
  const settle = () => document.documentElement.classList.remove("estimate");
  for (const event of ["pointerdown", "keydown", "hashchange", "scroll"]) addEventListener(event, settle, { once: true });

  // Copy the page as Markdown. The promise inside ClipboardItem keeps Safari's permission alive while the text loads.
  for (const button of document.querySelectorAll("[data-page-markdown]")) {
    const label = button.textContent;
    if (location.protocol === "file:") button.hidden = true; // no page may read a file there
    button.addEventListener("click", async () => {
      const text = fetch(button.dataset.pageMarkdown).then((answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      });
      try {
        if (window.ClipboardItem) {
          const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
          await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
        } else {
          await navigator.clipboard.writeText(await text);
        }
        button.textContent = button.dataset.done;
      } catch {
        location.href = button.dataset.pageMarkdown; // no clipboard here: show the text instead
      }
      setTimeout(() => (button.textContent = label), 2000);
    });
  }

  // A report names the section that the reader sees.
  for (const link of document.querySelectorAll("[data-report]")) {
    link.addEventListener("click", () => {
      const passed = [...document.querySelectorAll(".md-content :is(h1, h2, h3)[id]")].filter(
        (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
      );
      const url = new URL(link.href);
      const hash = location.hash || (passed.length ? `#${passed.at(-1).id}` : "");
      url.searchParams.set("body", url.searchParams.get("body").replace(/#\S*|(?<=\/)(?=\n)/, hash));
      link.href = url;
    });
  }
})();
