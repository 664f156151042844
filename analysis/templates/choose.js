for (const box of document.querySelectorAll("[data-choose]")) {
  const list = box.querySelector("select");
  const pages = box.querySelectorAll(":scope > .pages > .page");
  const show = () => pages.forEach((page, n) => { page.hidden = n !== list.selectedIndex; });
  list.addEventListener("change", show);
  box.classList.add("ready");
  show();
}
