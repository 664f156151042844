// a number leads to its place or row; where that is in another notebook it is no link
for (const link of document.querySelectorAll('.readout a[href^="#"], .readout a[data-to]')) {
  link.dataset.to ??= link.getAttribute("href");
  const there = document.getElementById(decodeURIComponent(link.dataset.to.slice(1)));
  link.toggleAttribute("href", Boolean(there));
  if (there) link.setAttribute("href", link.dataset.to);
}
