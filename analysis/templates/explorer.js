// the explorer: what is chosen in one panel shows in all. What belongs to what is worked out beforehand (pages/linked).
function readoutExplorer(root, host) {
  const SURE = 2 / 3;
  const SIGNS = { support: "▲△", oppose: "▼▽", neutral: "◆◇" };
  const CHOSEN = { e: "actor", m: "actor", q: "quotation", s: "pair", d: "day", v: "day" }; // by a click on a row of such
  const COUNTED = { m: "mention", q: "quotation", s: "stance", v: "event" };
  const all = (query, within = root) => [...within.querySelectorAll(query)];
  const one = (query) => root.querySelector(query);
  const { rows: given, names } = JSON.parse(one("script[data-linked]").textContent);
  const pairInWords = (pair) => pair.split(">").map((key) => names[key]).join(" on ");
  const split = (words) => (words ? words.split(" ") : []);
  const rows = new Map(Object.entries(given).map(([key, [words, ...own]]) => {
    const of = split(words);
    const [kinds = "", sure = 1, shown = 1] = own.length ? own : given[of[0]].slice(1); // as what it chooses
    return [key, { of, kinds: split(kinds), sure, shown }];
  }));
  for (const part of all(":is(.mark, .pick, .sign):not([data-pick])")) {
    const [key] = split(part.closest("[data-rows]").dataset.rows);
    Object.assign(part.dataset, { pick: CHOSEN[key[0]], value: rows.get(key).of[0] });
  }
  for (const cell of all(".matrix .cell .pick")) { // for those who do not see its place
    cell.prepend(Object.assign(document.createElement("span"), { className: "unseen", textContent: `${pairInWords(cell.dataset.value)} ` }));
  }
  for (const line of all(".rows > li:not(:has(p))")) line.append(line.previousElementSibling.lastChild.cloneNode(true));
  const periods = [...new Set(all("[data-pick=day]").map((part) => part.dataset.value))];
  const parts = all("[data-rows], [data-tally]").map((part) =>
    ({ part, keys: split(part.closest("[data-rows]").dataset.rows), side: part.dataset.tally, state: part.dataset.state ?? "" }));
  const panels = all("[data-panel]");
  const choosable = new Map();
  for (const part of all("[data-pick]")) {
    const name = `${part.dataset.pick} ${part.dataset.value}`;
    choosable.set(name, [...(choosable.get(name) ?? []), part]);
    if (!part.matches(".mark")) part.setAttribute("aria-pressed", false);
    if (part.matches("g")) part.role = "button";
  }
  let pressed = [];
  const sentences = all(".sentence").map((part) => [split(part.dataset.rows)[0], part]);
  const found = CSS.highlights && (CSS.highlights.get("readout-word") ?? new Highlight());
  const network = one(".network");
  const place = network && readoutNetwork(network);
  let ranges = [];
  let visible = new Set();
  let lit = new Set();

  // what is chosen
  const edges = (period) => [period.split("/")[0], period.split("/").at(-1)];
  const overlap = (one, other) => {
    const [[start, end], [begin, stop]] = [edges(one), edges(other)];
    return start <= stop && begin <= end;
  };
  const beginning = (words) => {
    const pieces = words.trim().split(/\s+/).filter(Boolean).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return pieces.length ? new RegExp(`(?<![\\p{L}\\p{N}])${pieces.join("\\s+")}`, "giu") : null;
  };
  const [sort, value] = [() => Object.keys(host.get("selection"))[0], () => Object.values(host.get("selection"))[0]];
  const keysOf = () => {
    if (sort() === "pair") return [value().join(">")];
    if (sort() === "day") return periods.filter((period) => overlap(period, value()));
    if (sort() !== "word") return sort() ? [value()] : [];
    const begins = beginning(value());
    return sentences.filter(([, part]) => begins && part.textContent.search(begins) >= 0).map(([key]) => key);
  };
  const inWords = () => {
    if (sort() === "pair") return pairInWords(value().join(">"));
    if (sort() === "word") return `“${value()}”`;
    return sort() ? names[value()] ?? value() : "Everything";
  };
  const choose = (part) => {
    const { pick: next, value: words } = part.dataset;
    const again = part.getAttribute("aria-pressed") === "true" || part.classList.contains("current");
    host.set("selection", again ? {} : { [next]: next === "pair" ? words.split(">") : words });
    update(part.closest("[data-panel]"));
  };

  // what is shown of it
  const follow = () => {
    const [least, kinds, wanted] = [host.get("least"), new Set(host.get("kinds")), new Set(keysOf())];
    const seen = ({ kinds: own, sure, shown }) => (least === null ? shown : sure >= least) && own.every((kind) => kinds.has(kind));
    visible = new Set([...rows].filter(([, row]) => seen(row)).map(([key]) => key));
    lit = new Set([...visible].filter((key) => rows.get(key).of.some((name) => wanted.has(name))));
  };
  const tally = (part, side, keys) => {
    const sure = keys.filter((key) => visible.has(key)).map((key) => rows.get(key).sure);
    const sign = side && SIGNS[side][sure.some((share) => share >= SURE) ? 0 : 1];
    part.textContent = side ? sign + (sure.length > 1 ? sure.length : "") : sure.length || "";
  };
  const broaden = (part, number) => {
    part.firstChild.setAttribute("stroke-width", (0.9 + 0.7 * Math.min(Math.max(number, 1) - 1, 4)).toFixed(1));
  };
  const put = (part, state) => { if (state) part.dataset.state = state; else delete part.dataset.state; };
  const show = (moved) => {
    for (const item of parts) {
      const { part, keys, side } = item;
      const state = keys.some((key) => lit.has(key)) ? "lit" : keys.some((key) => visible.has(key)) ? "" : "off";
      if (item.state !== state) put(part, item.state = state);
      if (moved && side !== undefined) tally(part, side, keys);
      if (moved && part.matches(".tie")) broaden(part, keys.filter((key) => visible.has(key)).length);
    }
  };
  const arrange = () => {
    const off = all(".matrix thead th").map((head) => head.dataset.state === "off");
    for (const line of all(".matrix tr")) [...line.cells].slice(1).forEach((cell, n) => { cell.hidden = off[n]; });
    let day; // told once, by the first of its lines that is there
    for (const line of all(".days > li:not([data-state=off])")) {
      const own = line.querySelector("[data-pick]")?.dataset.value;
      line.classList.toggle("again", own !== undefined && own === day);
      day = own;
    }
    for (const panel of panels) panel.classList.toggle("bare", !panel.querySelector("[data-rows]:not([data-state=off])"));
    place?.();
  };
  const dim = (panel) => { // what is not chosen; where nobody looks, once somebody does
    if (panel.dataset.chosen !== (sort() ?? "")) panel.dataset.chosen = sort() ?? "";
  };
  const press = () => {
    const mark = (part, now) => {
      if (part.matches(".mark")) part.classList.toggle("current", now);
      else part.setAttribute("aria-pressed", now);
    };
    for (const part of pressed) mark(part, false);
    const chosen = sort();
    pressed = choosable.get(`${chosen} ${chosen === "pair" ? value().join(">") : value()}`) ?? [];
    for (const part of pressed) mark(part, true);
    panels.filter((panel) => !panel.away).forEach(dim);
    one("[data-clear]").hidden = !chosen;
  };
  const tell = () => {
    const keys = [...(sort() ? lit : visible)];
    const counts = Object.entries(COUNTED).map(([letter, noun]) => [keys.filter((key) => key[0] === letter).length, noun]);
    one("[data-panel=rows]").classList.toggle("bare", !keys.some((key) => "qs".includes(key[0])));
    one("[data-summary]").textContent = `${inWords()}: ${counts.map(([n, noun]) => `${n} ${noun}${n === 1 ? "" : "s"}`).join(", ")}`;
    const least = host.get("least");
    one("[data-told]").textContent = least === null ? "as measured" : `${Math.round(100 * least)} % sure`;
    one("[data-measured]").hidden = least === null;
    one("[data-least]").classList.toggle("unset", least === null);
    if (document.activeElement !== one("[data-least]")) one("[data-least]").value = 100 * (least ?? 0.5);
    if (document.activeElement !== one("[data-word]")) one("[data-word]").value = sort() === "word" ? value() : "";
    for (const box of all(".kinds input")) box.checked = host.get("kinds").includes(box.value);
  };
  const highlight = () => {
    const begins = found && sort() === "word" && beginning(value());
    for (const range of ranges) found.delete(range);
    ranges = (begins ? sentences : []).flatMap(([, sentence]) => [...sentence.textContent.matchAll(begins)].map(
      (match) => rangeOf(sentence, match.index, match.index + match[0].length)));
    for (const range of ranges) found.add(range);
  };
  const rangeOf = (part, start, end) => {
    const range = document.createRange();
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let at = 0, node = walk.nextNode(); node; at += node.length, node = walk.nextNode()) {
      if (start >= at && start < at + node.length) range.setStart(node, start - at);
      if (end > at && end <= at + node.length) range.setEnd(node, end - at);
    }
    return range;
  };
  // what is chosen is brought into sight: in panels that are on the screen, in others once they are; all is looked at
  // before anything is moved, so that nothing is laid out twice
  const late = new Set();
  const sights = new IntersectionObserver((changes) => {
    for (const { target: panel, isIntersecting } of changes) panel.away = !isIntersecting;
    panels.filter((panel) => !panel.away).forEach(dim);
    scroll([...late].filter((panel) => !panel.away));
  });
  const scroll = (near) => {
    const moves = near.map((panel) => {
      late.delete(panel);
      const first = sort() && panel.querySelector(".current, [aria-pressed=true], [data-state=lit]:not(.tie, tbody)");
      if (!first) return [];
      const [box, frame] = [first.getBoundingClientRect(), panel.getBoundingClientRect()];
      const down = box.top < frame.top || box.bottom > frame.bottom ? box.top - frame.top - frame.height / 3 : 0;
      const along = box.left < frame.left || box.right > frame.right ? box.left - frame.left - frame.width / 3 : 0;
      return down || along ? [[panel, along, down]] : [];
    });
    for (const [panel, along, down] of moves.flat()) panel.scrollBy(along, down);
  };
  const bring = (from) => {
    const others = panels.filter((panel) => panel !== from);
    for (const panel of others) late.add(panel);
    scroll(others.filter((panel) => !panel.away));
  };
  const update = (from) => {
    const before = visible;
    follow();
    const moved = before.size !== visible.size || [...visible].some((key) => !before.has(key));
    show(moved);
    if (moved) arrange();
    press();
    tell();
    highlight();
    if (from !== null) bring(from);
  };

  // what a person does
  const target = (event) => {
    let part = event.target.closest("[data-pick]");
    while (part?.dataset.state === "off") part = part.parentElement.closest("[data-pick]");
    return root.contains(part) ? part : null;
  };
  const set = (name, given) => { host.set(name, given); update(null); };
  root.addEventListener("click", (event) => {
    const part = target(event);
    if (part && getSelection().isCollapsed) choose(part);
  });
  one("[data-panel=text]").addEventListener("dblclick", () => {
    const word = getSelection().toString().trim();
    if (word) { set("selection", { word }); bring(one("[data-panel=text]")); }
  });
  one("[data-word]").addEventListener("input", ({ target: { value: word } }) => {
    host.set("selection", word.trim() ? { word: word.trim() } : {});
    update(one(".steer"));
  });
  one("[data-least]").addEventListener("input", (event) => set("least", Number(event.target.value) / 100));
  one("[data-measured]").addEventListener("click", () => set("least", null));
  one("[data-clear]").addEventListener("click", () => { set("selection", {}); one("[data-word]").focus(); });
  one(".kinds").addEventListener("change", () => set("kinds", all(".kinds input:checked").map((box) => box.value)));
  const offset = (node, at) => {
    const passage = (node.nodeType === 1 ? node : node.parentElement).closest("[data-start]");
    if (!passage || !root.contains(passage)) return null;
    const range = document.createRange();
    range.setStart(passage, 0);
    range.setEnd(node, at);
    return Number(passage.dataset.start) + [...range.toString()].length;
  };
  const select = () => {
    const range = getSelection().rangeCount && getSelection().getRangeAt(0);
    const ends = range ? [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)] : [];
    if (ends.length && ends.every((end) => end !== null) && ends[0] < ends[1]) host.set("span", ends);
  };
  for (const name of ["mouseup", "keyup"]) one("[data-panel=text]").addEventListener(name, select);

  // by keyboard: each panel is one stop, arrows go through what can be chosen in it, Enter chooses, Escape shows all
  const within = (panel) => all("[data-pick]:not([data-state=off])", panel).filter((part) => part.checkVisibility());
  const stop = (panel) => {
    const able = within(panel).filter((part) => !part.matches(".mark"));
    const held = able.find((part) => part.tabIndex === 0) ?? able[0];
    for (const part of all("[data-pick]:not(.mark)", panel)) part.setAttribute("tabindex", part === held ? 0 : -1);
    if (able.length) panel.removeAttribute("tabindex");
  };
  const go = (panel, step) => {
    const able = within(panel);
    const now = able.findIndex((part) => part === document.activeElement || part.matches("[data-cursor]"));
    const next = able[Math.min(Math.max(now + step, 0), able.length - 1)];
    for (const part of able) part.removeAttribute("data-cursor");
    if (!next) return;
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (next.matches(".mark")) {
      next.setAttribute("data-cursor", "");
      one("[data-cursor-told]").textContent = `${next.textContent}, ${next.dataset.pick}`;
      return;
    }
    document.activeElement?.setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus({ preventScroll: true });
  };
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); // JupyterLab's keys for cells are not meant here
    if (event.key === "Escape" && sort()) set("selection", {});
    const panel = event.target.closest("[data-panel]");
    if (!panel || event.ctrlKey || event.metaKey || event.altKey) return;
    const cursor = panel.querySelector("[data-cursor]");
    const own = event.target.matches("g[data-pick]") ? event.target : cursor;
    const text = panel.dataset.panel === "text";
    if (event.key in STEPS && !event.shiftKey && !(text && /Up|Down/.test(event.key))) go(panel, STEPS[event.key]);
    else if (["Enter", " "].includes(event.key) && own) choose(own);
    else return;
    event.preventDefault();
  });
  root.addEventListener("focusin", (event) => { const panel = event.target.closest("[data-panel]"); if (panel) stop(panel); });

  CSS.highlights?.set("readout-word", found);
  for (const panel of panels) sights.observe(panel);
  root.classList.add("ready");
  update(null);
  for (const panel of panels) stop(panel);
  return { update: () => update() };
}
