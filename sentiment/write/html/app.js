/* Fills the table of reactions and keeps what a reader chose in the page's address.
   Text from articles reaches the document as text nodes alone. */
"use strict";
(() => {
  const page = JSON.parse(document.getElementById("data").textContent);
  const { say, lists, language } = page;
  const LABELS = ["positive", "neutral", "negative"];
  const PAGE_SIZE = 25;
  const byId = (id) => document.getElementById(id);

  /* ---- words ---- */
  const number = (n) => n.toLocaleString("en-US");
  const fill = (key, values = {}) => {
    let template = say[key];
    if (template === undefined) return key;
    if (typeof template !== "string") template = values.n === 1 ? template.one : template.other;
    return template.replace(/\{(\w+)\}/g, (all, name) =>
      typeof values[name] === "number" ? number(values[name]) : values[name] ?? all);
  };
  const named = (section, name) => say[`${section}.${name.toLowerCase()}`] ?? name;
  const signed = (value) => {
    const shown = value.toFixed(2);
    return Number(shown) === 0 ? "0.00" : (value > 0 ? "+" : "") + shown.replace("-", "\u2212");
  };
  const day = (iso) => {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
    if (!found || !say[`month.${Number(found[2])}`]) return iso;
    return fill("date.day", { day: String(Number(found[3])), month: say[`month.${Number(found[2])}`], year: found[1] });
  };
  const el = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  /* ---- reactions ---- */
  const at = (list, place) => (place === null ? null : lists[list][place]);
  const reactions = page.rows.map((cells, order) => {
    const r = { order };
    page.fields.forEach((field, i) => { r[field] = cells[i]; });
    for (const field of ["author", "person", "language", "day", "outlet", "cluster"]) r[field] = at(field, r[field]);
    r.label = LABELS[r.label];
    r.source = lists.article[r.article];
    r.article = r.source[0];
    r.emoji = r.emoji.map((place) => lists.emoji[place]);
    return r;
  });
  const clusters = new Set(reactions.map((r) => r.cluster)).size;
  const searched = (r) => (r.searched ??= [r.text, r.translation, r.author, r.person, r.handle && `@${r.handle}`, r.outlet,
    ...r.source.slice(0, 2), ...r.told].filter(Boolean).join("\n").normalize("NFC").toLowerCase());
  const WORD = /https?:\/\/\S+|[@#][\p{L}\p{M}\p{N}_]+|\p{L}[\p{L}\p{M}\p{N}_]*(?:['\u2019][\p{L}\p{M}\p{N}_]+)?/gu;
  const wordsOf = (r) => (r.words ??= new Set((r.text.toLowerCase().match(WORD) ?? []).map((w) => w.replace("\u2019", "'"))));
  const MENTION = /(?:^|[^\p{L}\p{N}_@.])@([\p{L}\p{N}_]{2,30})/gu;
  const mentionsOf = (r) => (r.mentions ??= new Set([...r.text.toLowerCase().matchAll(MENTION)].map((found) => found[1])));
  const bin = (score) => Math.min(19, Math.max(0, Math.floor(((score + 1) * 20) / 2)));
  const span = (value) => {
    const cut = value.indexOf("..");
    return cut < 0 ? [value, value] : [value.slice(0, cut), value.slice(cut + 2)];
  };

  /* What a filter asks of a reaction; an empty value asks for the unknown. */
  const plainly = (field) => (r, value) => (r[field] ?? "") === value;
  const ASKS = {
    label: plainly("label"), platform: plainly("platform"), kind: plainly("kind"), language: plainly("language"),
    outlet: plainly("outlet"), article: plainly("article"), person: plainly("person"),
    emoji: (r, value) => value.split(" ").every((sign) => r.emoji.some((e) => e[0] === sign)),
    told: (r, value) => r.told.includes(value),
    cluster: (r, value) => r.cluster === value,
    named: (r, value) => value.split(" ").some((handle) => mentionsOf(r).has(handle)),
    word: (r, value) => wordsOf(r).has(value),
    score: (r, value) => {
      const [low, high] = span(value).map((edge) => Math.round((Number(edge) + 1) * 10));
      return bin(r.score) >= low && bin(r.score) < high;
    },
    date: (r, value) => {
      if (value === "" || !r.day) return value === "" && !r.day;
      const [from, to] = span(value);
      return (!from || r.day >= from) && (!to || r.day <= to);
    },
  };
  const SORTS = {
    order: null, praise: ["score", true], blame: ["score", false], sure: ["confidence", true], newest: ["day", true],
    oldest: ["day", false], person: ["person", false], copies: ["copies", true],
  };
  const HEADS = { person: ["person"], verdict: ["praise", "blame"], date: ["newest", "oldest"] };

  /* ---- the table: TanStack Table keeps filters, order and pages; the markup is ours ---- */
  const T = TableCore;
  const collator = new Intl.Collator(language, { sensitivity: "base", numeric: true });
  const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);
  const sortColumn = (field) => ({
    id: `by-${field}`, accessorFn: (r) => r[field] ?? undefined, sortUndefined: "last", enableGlobalFilter: false,
    sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
  });
  let everyCopy = false;
  const filtering = T.createFilteredRowModel();
  /* Copies are folded after filtering, so that an outlet finds what it printed first or not. */
  const filteredRowModel = (table) => {
    const filtered = filtering(table);
    let last, lastCopies, folded;
    return () => {
      const model = filtered();
      if (everyCopy) return model;
      if (model !== last || lastCopies !== everyCopy) {
        const best = new Map();
        for (const row of model.rows) {
          const known = best.get(row.original.cluster);
          if (!known || (row.original.first && !known.original.first)) best.set(row.original.cluster, row);
        }
        const rows = [...best.values()].sort((a, b) => a.index - b.index);
        folded = { rows, flatRows: rows, rowsById: model.rowsById };
        last = model;
        lastCopies = everyCopy;
      }
      return folded;
    };
  };
  const table = T.constructTable({
    features: T.tableFeatures({
      coreReactivityFeature: T.storeReactivityBindings(),
      columnFilteringFeature: T.columnFilteringFeature,
      globalFilteringFeature: T.globalFilteringFeature,
      rowSortingFeature: T.rowSortingFeature,
      rowPaginationFeature: T.rowPaginationFeature,
      filteredRowModel,
      sortedRowModel: T.createSortedRowModel(),
      paginatedRowModel: T.createPaginatedRowModel(),
    }),
    data: reactions,
    columns: [
      ...Object.entries(ASKS).map(([id, asks]) => ({
        id, accessorFn: (r) => r.order, enableGlobalFilter: false, filterFn: (row, _id, { is }) => asks(row.original, is),
      })),
      ...["score", "confidence", "day", "person", "copies"].map(sortColumn),
      { id: "all", accessorFn: (r) => r.order },
    ],
    getColumnCanGlobalFilter: (column) => column.id === "all",
    globalFilterFn: (row, _id, value) => value.every((word) => searched(row.original).includes(word)),
    autoResetPageIndex: false,
  });

  /* ---- what is chosen, and the address that says so ---- */
  const KEYS = [...Object.keys(ASKS), "q", "sort", "copies", "page"];
  let chosen = new Map();
  const parse = (fragment) => {
    const found = new Map();
    for (const part of fragment.replace(/^#/, "").split("&")) {
      const cut = part.indexOf("=");
      if (cut < 0) continue;
      const key = part.slice(0, cut);
      try {
        if (KEYS.includes(key)) found.set(key, decodeURIComponent(part.slice(cut + 1)));
      } catch {
        continue; // a broken escape: the rest of the address still counts
      }
    }
    return found;
  };
  const address = (some) => "#" + KEYS.filter((key) => some.has(key)).map((key) => `${key}=${encodeURIComponent(some.get(key))}`).join("&");

  const choose = (next, { replace = false, keepPage = false } = {}) => {
    if (!keepPage) next.delete("page");
    chosen = next;
    const url = chosen.size ? address(chosen) : "#all";
    try {
      history[replace ? "replaceState" : "pushState"](null, "", url);
    } catch {
      location.hash = url; // where a frame may not write history
    }
    show();
  };
  const changed = (key, value) => {
    const next = new Map(chosen);
    if (value === null) next.delete(key);
    else next.set(key, value);
    return next;
  };

  /* ---- showing ---- */
  const show = () => {
    everyCopy = page.whole && (chosen.get("copies") === "all" || chosen.has("cluster"));
    const filters = Object.keys(ASKS).filter((key) => chosen.has(key)).map((id) => ({ id, value: chosen.get(id) }));
    const sort = SORTS[chosen.get("sort")];
    const terms = (chosen.get("q") ?? "").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    /* wrapped, because the library takes an empty value for no filter, and here it asks for the unknown */
    table.setColumnFilters(filters.map(({ id, value }) => ({ id, value: { is: id === "cluster" ? clusterOf(value) : value } })));
    table.setGlobalFilter(terms.length ? terms : undefined);
    table.setSorting(sort ? [{ id: `by-${sort[0]}`, desc: sort[1] }] : []);
    const all = table.getSortedRowModel().rows;
    const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
    const index = Math.min(pages, Math.max(1, Number.parseInt(chosen.get("page") ?? "1", 10) || 1)) - 1;
    table.setPagination({ pageIndex: index, pageSize: PAGE_SIZE });
    const body = byId("rows");
    body.replaceChildren(...table.getRowModel().rows.map((row) => rowOf(row.original)));
    if (!all.length) {
      const said = fill(page.whole ? "html.none" : "html.none-carried");
      body.replaceChildren(el("tr", { role: "row" }, el("td", { role: "cell", colspan: "6", class: "empty" }, said)));
    }
    showCount(all.length, filters.length || terms.length);
    showChips(filters, terms);
    showControls();
    showPager(index, pages);
    byId("export").disabled = !all.length;
    for (const link of document.querySelectorAll("a[data-filter]")) {
      const wanted = [...parse(link.getAttribute("href"))];
      const on = wanted.length && wanted.every(([key, value]) => chosen.get(key) === value);
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const clusterOf = (id) => reactions.find((r) => r.id === id || r.cluster === id)?.cluster ?? id;
  const showCount = (n, filtered) => {
    const key = everyCopy ? "html.count-copies" : filtered ? "html.count-of" : "html.count";
    const said = fill(key, { n, all: number(clusters) });
    if (byId("count").textContent !== said) byId("count").textContent = said;
  };

  const printed = (key, value) => {
    if (key === "label") return named("sentiment", value);
    if (key === "platform") return value ? named("platform", value) : say["platform.no platform named"];
    if (key === "outlet") return value || say["outlet.no outlet named"];
    if (key === "kind" || key === "language") return named(key, value);
    if (key === "article") return lists.article.find((a) => a[0] === value)?.[1] || value;
    if (key === "emoji") return value.split(" ").map((s) => `${s} ${lists.emoji.find((e) => e[0] === s)?.[1] ?? ""}`.trim()).join(" + ");
    if (key === "named") return value.split(" ").map((handle) => `@${handle}`).join(", ");
    if (key === "told") return `${value}, ${say["html.told"]}`;
    if (key === "cluster") return [...(reactions.find((r) => r.id === value || r.cluster === value)?.text ?? value)].slice(0, 40).join("") + "…";
    if (key === "date" && value === "") return say["html.no-date"];
    if (key === "date" || key === "score") {
      const [one, other] = span(value).map((v) => (key === "date" ? (v ? day(v) : "…") : signed(Number(v))));
      return one === other ? one : fill("html.and", { one, other });
    }
    return `“${value}”`;
  };
  const person = (r) => (chosen.get("person") === r.person ? null : r.person);
  const showChips = (filters, terms) => {
    const entries = filters.map(({ id, value }) => [id, `${say[`html.${id}`]}: `, printed(id, value)]);
    entries.forEach((entry) => { if (entry[0] === "person") entry[2] = chosen.get("person"); });
    if (terms.length) entries.push(["q", "", `“${chosen.get("q").trim()}”`]);
    const chips = entries.map(([key, head, what]) => {
      const chip = el("button", { type: "button", "aria-label": fill("html.remove", { what: head + what }) }, el("bdi", {}, head + what), " ×");
      chip.addEventListener("click", () => { choose(changed(key, null)); byId("reactions-head").focus({ preventScroll: true }); });
      return el("li", {}, chip);
    });
    if (chips.length > 1) {
      const clear = el("button", { type: "button" }, say["html.clear"]);
      clear.addEventListener("click", () => { choose(new Map()); byId("reactions-head").focus({ preventScroll: true }); });
      chips.push(el("li", { class: "clear" }, clear));
    }
    byId("chips").replaceChildren(...chips);
    byId("chips").hidden = !chips.length;
  };
  const showControls = () => {
    for (const select of document.querySelectorAll("select[data-facet]")) {
      const wanted = chosen.has(select.name) ? `=${chosen.get(select.name)}` : "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    byId("f-sort").value = SORTS[chosen.get("sort")] === undefined ? "order" : chosen.get("sort");
    if (document.activeElement !== byId("f-q")) byId("f-q").value = chosen.get("q") ?? "";
    const [from, to] = span(chosen.get("date") ?? "");
    if (byId("f-from")) byId("f-from").value = from;
    if (byId("f-to")) byId("f-to").value = to;
    if (byId("f-copies")) byId("f-copies").checked = everyCopy;
    for (const head of document.querySelectorAll("#table th")) {
      const [first, second] = HEADS[head.dataset.column] ?? [];
      const now = chosen.get("sort");
      if (first && now === first) head.setAttribute("aria-sort", SORTS[first][1] ? "descending" : "ascending");
      else if (second && now === second) head.setAttribute("aria-sort", SORTS[second][1] ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };
  const showPager = (index, pages) => {
    const pager = byId("pager");
    pager.hidden = pages < 2;
    const turn = (to, said, attributes = {}) => {
      const button = el("button", { type: "button", ...attributes }, said);
      button.addEventListener("click", () => {
        choose(changed("page", String(to + 1)), { keepPage: true });
        byId("bar").scrollIntoView();
        byId("reactions-head").focus({ preventScroll: true });
      });
      return el("li", {}, button);
    };
    const numbers = [...new Set([0, index - 1, index, index + 1, pages - 1])].filter((n) => n >= 0 && n < pages);
    const items = [turn(index - 1, say["html.previous"], { disabled: index === 0 })];
    numbers.forEach((n, place) => {
      if (place && n - numbers[place - 1] > 1) items.push(el("li", { "aria-hidden": "true" }, "…"));
      items.push(turn(n, number(n + 1), {
        "aria-current": n === index ? "page" : null, "aria-label": fill("html.page", { page: n + 1, pages }),
      }));
    });
    items.push(turn(index + 1, say["html.next"], { disabled: index === pages - 1 }));
    pager.replaceChildren(el("ul", {}, ...items));
  };

  /* ---- one reaction ---- */
  const chooses = (key, value, said, attributes = {}) =>
    el("a", { href: `#${key}=${encodeURIComponent(value)}`, "data-filter": true, ...attributes }, el("bdi", {}, said));
  const joined = (parts) => parts.filter(Boolean).flatMap((part, i) => (i ? [", ", part] : [part]));
  const away = (url, said) => (url && /^https?:\/\//i.test(url)
    ? el("p", {}, el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, said, el("span", { "aria-hidden": "true" }, " ↗"))) : null);
  const wordsIn = (r) => {
    if (!r.marks?.length) return [r.text];
    const points = Array.from(r.text); // offsets count code points
    const parts = [];
    let done = 0;
    for (const [start, end, value] of r.marks) {
      parts.push(points.slice(done, start).join(""));
      parts.push(el("mark", { class: value > 0 ? "up" : "down", title: signed(value) }, points.slice(start, end).join("")));
      done = end;
    }
    return [...parts, points.slice(done).join("")];
  };
  const spoken = (r) => {
    const lang = r.language !== "und" && say[`language.${r.language.toLowerCase()}`] ? r.language : null;
    const long = r.text.length > 1200;
    return el("p", { class: `said ${r.label}`, dir: "auto", lang, tabindex: long ? "0" : null, role: long ? "group" : null, "aria-label": long ? say["html.column-words"] : null },
      ...wordsIn(r), r.cut ? el("span", { class: "soft" }, fill("html.cut", { n: r.cut })) : null);
  };
  const rowOf = (r) => {
    const cell = (...children) => el("td", { role: "cell" }, ...children);
    const soft = (...children) => el("p", { class: "soft" }, ...children);
    const handle = r.handle && r.person !== `@${r.handle}` ? `@${r.handle}` : null;
    const share = fill("number.percent", { value: String(Math.floor(100 * r.confidence + 0.5)) });
    const place = r.start === null ? say["html.embedded"] : fill("html.place", { start: r.start, end: r.end });
    const title = r.source[1] || r.article;
    return el("tr", { role: "row" },
      cell(spoken(r),
        r.translation && !r.text.includes(r.translation) ? el("p", { class: "soft", dir: "auto" }, fill("html.translated", { text: r.translation })) : null,
        r.told.length ? soft(fill("html.told-list", { names: "" }), ...joined([...new Set(r.told)].map((name) => chooses("told", name, name)))) : null,
        r.emoji.length ? soft(...joined(r.emoji.map(([sign, name]) => chooses("emoji", sign, `${sign} ${name}`)))) : null),
      cell(r.person ? el("p", { class: "author" }, chooses("person", r.person, r.author ?? r.person)) : soft(say["people.unknown"]),
        handle ? soft(el("bdi", {}, handle)) : null),
      cell(el("p", { class: `badge ink-${r.label}` }, chooses("label", r.label, named("sentiment", r.label)), ` ${signed(r.score)}`),
        soft(fill("html.confidence", { share }))),
      cell(el("p", {}, ...joined([r.platform && chooses("platform", r.platform, named("platform", r.platform)), chooses("kind", r.kind, named("kind-one", r.kind))])),
        soft(chooses("language", r.language, named("language", r.language))), away(r.url, say["html.link"])),
      cell(r.day ? el("p", {}, chooses("date", r.day, day(r.day))) : soft(say["html.no-date"])),
      cell(el("p", {}, chooses("article", r.article, title)), r.outlet ? soft(chooses("outlet", r.outlet, r.outlet)) : null, soft(place),
        r.copies > 1 && !(chosen.has("cluster")) ? soft(page.whole ? chooses("cluster", r.cluster, fill("quote.copies", { n: r.copies })) : fill("quote.copies", { n: r.copies })) : null,
        away(r.source[2], say["html.link-article"])));
  };

  /* ---- the filtered rows as CSV ---- */
  const COLUMNS = ["id", "text", "translation", "label", "score", "confidence", "author", "handle", "kind", "platform",
    "language", "day", "outlet", "article", "start", "end", "url", "emoji", "told", "cluster", "copies"];
  const HEADINGS = { label: "sentiment", day: "date", told: "described_emoji" };
  const csvCell = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const guarded = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
  };
  const csv = () => {
    const lines = table.getSortedRowModel().rows.map(({ original: r }) => COLUMNS.map((name) => {
      if (name === "text") return csvCell(r.cut ? `${r.text}…` : r.text);
      if (name === "emoji") return csvCell(r.emoji.length ? JSON.stringify(r.emoji.map((e) => e[0])) : "");
      if (name === "told") return csvCell(r.told.length ? JSON.stringify(r.told) : "");
      return csvCell(r[name]);
    }).join(","));
    return [COLUMNS.map((name) => HEADINGS[name] ?? name).join(","), ...lines, ""].join("\r\n");
  };
  byId("export").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const link = el("a", { href: url, download: "reactions-chosen.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });

  /* ---- choosing ---- */
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("a[data-filter]");
    if (!link) return;
    event.preventDefault();
    const wanted = parse(link.getAttribute("href"));
    const on = [...wanted].every(([key, value]) => chosen.get(key) === value);
    const next = new Map(chosen);
    for (const [key, value] of wanted) on ? next.delete(key) : next.set(key, value);
    choose(next);
    byId("reactions").scrollIntoView();
    byId("reactions-head").focus({ preventScroll: true });
  });
  const filters = byId("filters");
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("change", ({ target }) => {
    if (target.dataset.facet !== undefined) choose(changed(target.name, target.value ? target.value.slice(1) : null));
    else if (target.name === "sort") choose(changed("sort", target.value === "order" ? null : target.value));
    else if (target.name === "copies") {
      const next = changed("copies", target.checked ? "all" : null);
      if (!target.checked) next.delete("cluster");
      choose(next);
    } else if (target.type === "date") {
      const [from, to] = [byId("f-from").value, byId("f-to").value];
      choose(changed("date", from || to ? (from === to ? from : `${from}..${to}`) : null));
    }
  });
  let waiting = 0;
  byId("f-q").addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => choose(changed("q", target.value.trim() ? target.value : null), { replace: chosen.has("q") }), 150);
  });
  for (const button of document.querySelectorAll("#table thead button")) {
    button.addEventListener("click", () => {
      const orders = HEADS[button.dataset.sort];
      const next = orders[orders.indexOf(chosen.get("sort")) + 1] ?? null;
      choose(changed("sort", next));
    });
  }
  const follow = () => {
    const hash = location.hash;
    if (hash && hash !== "#all" && !hash.includes("=")) return; // a place on the page, no choice
    const wanted = parse(hash);
    if (address(wanted) === address(chosen)) return;
    chosen = wanted;
    show();
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);

  /* ---- light and dark ---- */
  const root = document.documentElement;
  const theme = byId("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const keep = (value) => {
    try {
      return value === undefined ? localStorage.getItem("sentiment-theme") : localStorage.setItem("sentiment-theme", value);
    } catch {
      return null; // a page opened from a mail may keep nothing
    }
  };
  const showTheme = () => {
    const other = isDark() ? "light" : "dark";
    theme.textContent = say[`html.${other}`];
    theme.setAttribute("aria-label", fill("html.theme", { theme: say[`html.theme-${other}`] }));
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep(root.dataset.theme);
    showTheme();
  });
  const kept = keep();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  prefersDark.addEventListener("change", showTheme);
  theme.hidden = false;
  showTheme();

  for (const id of ["filters", "bar", "table"]) byId(id).hidden = false;
  const explained = reactions.filter((r) => r.marks).length;
  if (explained < reactions.length) byId("marks").append(` ${fill("html.marks-some", { n: explained, all: number(reactions.length) })}`);
  byId("marks").hidden = !reactions.some((r) => r.marks?.length);
  chosen = parse(location.hash);
  show();
  if (chosen.size) byId("reactions").scrollIntoView({ behavior: "instant" });
})();
