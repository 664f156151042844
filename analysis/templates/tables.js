// tables are sorted by their heads and, where they are long, filtered; what a row says is copied with its source
{
  const LONG = 8;
  const order = new Intl.Collator("en", { numeric: true });
  const key = (row, n) => row.cells[n].querySelector("time")?.dateTime ?? row.cells[n].textContent.trim();
  const number = (words) => Number(words.replace(/[,%\s]/g, ""));
  const make = (tag, given) => Object.assign(document.createElement(tag), given);

  const sortable = (table, rows) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, n) => {
      const button = make("button", { type: "button", className: "sort", textContent: head.textContent });
      const figures = head.classList.contains("number");
      const compare = (a, b) => (figures ? number(a) - number(b) : order.compare(a, b));
      // printed heads are words: a button is not drawn again where a table goes on
      head.replaceChildren(make("span", { className: "printed-head", textContent: head.textContent }), button);
      button.addEventListener("click", () => {
        const turns = figures ? ["descending", "ascending"] : ["ascending", "descending"];
        const next = turns[turns.indexOf(head.ariaSort) + 1]; // after the last turn as it was
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        const known = rows.filter((row) => key(row, n) !== "–");
        known.sort((a, b) => sign * compare(key(a, n), key(b, n)));
        table.tBodies[0].append(...(next ? new Set([...known, ...rows]) : rows));
        const order = table.caption.querySelector(".order");
        if (order) order.hidden = Boolean(next);
      });
    });
  };

  const filterable = (table, rows) => {
    const caption = table.caption.textContent;
    const field = make("input", { type: "search", placeholder: `Filter ${rows.length} rows`, ariaLabel: `Filter: ${caption}` });
    const found = make("output", {});
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      rows.forEach((row) => { row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word)); });
      const left = rows.filter((row) => !row.hidden).length;
      found.textContent = left < rows.length ? `${left} of ${rows.length}` : "";
    });
    const line = make("p", { className: "filter" });
    line.append(field, " ", found);
    table.parentElement.before(line);
  };

  const copied = (words) => {
    const area = make("textarea", { value: words }); // works in a file, too, where the clipboard may be closed
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  const cited = (link) => {
    const [{ words, source }, { cite, at }] = [link.closest("table").dataset, link.dataset];
    const said = link.closest("tr").cells[words].textContent.trim().replace(/\s+/g, " ");
    return `${cite}: ${said} [${source}; characters ${at}]`;
  };

  // on a phone a row is a card: cells bring the name of their column along, and stay cells for those who listen
  const carded = (table, rows) => {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    for (const row of rows) {
      [...row.cells].forEach((cell, n) => {
        cell.dataset.label = heads[n];
        cell.role = cell.tagName === "TH" ? "rowheader" : "cell";
        cell.classList.toggle("null", cell.textContent === "–");
      });
    }
    [...table.tHead.rows[0].cells].forEach((head) => { head.role = "columnheader"; });
    [...table.rows].forEach((row) => { row.role = "row"; });
    [table.tHead, table.tBodies[0]].forEach((part) => { part.role = "rowgroup"; });
    table.role = "table";
    table.classList.add("cards");
  };

  for (const table of document.querySelectorAll(".scroll > table:not([data-ready])")) {
    table.dataset.ready = ""; // in a notebook this runs anew for each output
    const rows = [...table.tBodies[0].rows];
    carded(table, rows);
    if (rows.length > 1) sortable(table, rows);
    if (rows.length >= LONG) filterable(table, rows);
  }
  for (const link of document.querySelectorAll("a[data-cite]:not([data-ready])")) {
    link.dataset.ready = "";
    const label = `Copy ${link.textContent} with its source`;
    const button = make("button", { type: "button", className: "copy", textContent: "copy", ariaLabel: label, title: label });
    button.addEventListener("click", () => {
      copied(cited(link));
      button.textContent = "copied";
      button.focus({ preventScroll: true });
      setTimeout(() => { button.textContent = "copy"; }, 1500);
    });
    link.after(" ", button);
  }
}
