// the explorer on a page, without a kernel: the state is its own
for (const root of document.querySelectorAll("[data-explorer]:not(.ready)")) {
  const state = JSON.parse(root.dataset.state);
  readoutExplorer(root, { get: (name) => state[name], set: (name, value) => { state[name] = value; } });
}
