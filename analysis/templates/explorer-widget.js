// the explorer as a widget: the state is that of the model in Python
const STATE = ["selection", "least", "kinds"];
const KEPT = "application/vnd.jupyter.widget-state+json";

// JupyterLab keeps no widgets with a notebook unless it is told to: what is chosen here is kept with it
function keep(manager) {
  const notebook = manager?.context?.model;
  if (!notebook?.setMetadata || manager.readoutKeeps) return;
  manager.readoutKeeps = true;
  manager.context.saveState?.connect((_, when) => {
    if (when !== "started") return;
    const now = manager.get_state_sync({ drop_defaults: true });
    if (Object.keys(now.state).length) notebook.setMetadata("widgets", { [KEPT]: now });
  });
}

export default {
  render({ model, el }) {
    keep(model.widget_manager);
    let [shown, own] = [null, false];
    const host = {
      get: (name) => model.get(name),
      set: (name, value) => {
        own = true; // what is chosen here is drawn already
        model.set(name, value);
        own = false;
        model.save_changes();
      },
    };
    const draw = () => {
      el.innerHTML = model.get("page");
      shown = readoutExplorer(el.querySelector("[data-explorer]"), host);
    };
    const update = () => { if (!own) shown.update(); };
    draw();
    model.on("change:page", draw);
    for (const name of STATE) model.on(`change:${name}`, update);
    return () => {
      model.off("change:page", draw);
      for (const name of STATE) model.off(`change:${name}`, update);
    };
  },
};
