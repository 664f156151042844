{
  for (const box of document.querySelectorAll("[data-choose]:not(.ready)")) {
    const list = box.querySelector("select");
    const pages = box.querySelectorAll(":scope > .pages > .page");
    const show = () => pages.forEach((page, n) => { page.hidden = n !== list.selectedIndex; });
    list.addEventListener("change", show);
    box.classList.add("ready");
    show();
  }
  // what a link leads to may stand on a page that is not chosen, or in a row that is filtered out
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let page = target.closest(".page[hidden]"); page; page = target.closest(".page[hidden]")) {
      const list = page.closest("[data-choose]").querySelector("select");
      list.selectedIndex = [...page.parentElement.children].indexOf(page);
      list.dispatchEvent(new Event("change"));
    }
    const row = target.closest("tr");
    if (row) row.hidden = false;
    (row ?? target).scrollIntoView();
    if (row) row.closest(".scroll").scrollLeft = 0;
  };
  if (!document.readoutReveals) addEventListener("hashchange", reveal);
  document.readoutReveals = true;
  reveal();
}
