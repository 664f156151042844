// places names and ties anew when other stances are shown: as charts/layout.py does it, in the order given
function readoutNetwork(svg) {
  const { row, lowest, half, label, apart, beside, head, pull, along } = JSON.parse(svg.dataset.measures);
  const names = [...svg.querySelectorAll(".name")];
  const ties = [...svg.querySelectorAll(".tie")];
  const signs = [...svg.querySelectorAll(".sign")];
  const unit = ([x, y], [u, v]) => {
    const far = Math.hypot(u - x, v - y) || 1;
    return [(u - x) / far, (v - y) / far];
  };
  const at = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const move = (part, point) => part.setAttribute("transform", `translate(${at(point)})`);
  const off = (point, towards) => {
    const [dx, dy] = unit(point, towards);
    return [point[0] + beside * dx, point[1] + beside * dy];
  };
  const on = (start, bend, end, share) => [0, 1].map((n) =>
    (1 - share) ** 2 * start[n] + 2 * (1 - share) * share * bend[n] + share ** 2 * end[n]);

  const placed = (shown) => {
    const right = Math.ceil(shown.length / 2);
    const step = Math.max(row, lowest / Math.max(1, right + 1));
    const high = (step * (right - 1)) / 2;
    const points = new Map();
    for (const [side, sign] of [[shown.slice(0, right), 1], [shown.slice(right).reverse(), -1]]) {
      side.forEach((part, n) => {
        const y = step * (n - (side.length - 1) / 2);
        const x = sign * half * Math.sqrt(Math.max(0.04, 1 - (y / (high + 0.6 * step)) ** 2));
        points.set(part.dataset.value, [x, y]);
        move(part, [x, y]);
        part.classList.toggle("left", sign < 0);
        part.classList.toggle("right", sign > 0);
      });
    }
    const [width, height] = [2 * (half + label), 2 * high + 2 * step];
    svg.setAttribute("viewBox", [-width / 2, -height / 2, width, height].map((side) => side.toFixed(1)).join(" "));
    return points;
  };
  const tie = (part, sign, points, taken, told) => {
    const pair = sign.dataset.value;
    const [from, to] = pair.split(">").map((name) => points.get(name));
    const [dx, dy] = unit(from, to);
    const aside = apart * (1 + (taken.get(pair) ?? 0));
    taken.set(pair, (taken.get(pair) ?? 0) + 1);
    const bend = [((from[0] + to[0]) / 2) * (1 - pull) + dy * aside, ((from[1] + to[1]) / 2) * (1 - pull) - dx * aside];
    const [start, end] = [off(from, bend), off(to, bend)];
    const [ex, ey] = unit(bend, end);
    const [back, wide] = [[end[0] - head[0] * ex, end[1] - head[0] * ey], head[1]];
    part.firstChild.setAttribute("d", `M${at(start)}Q${at(bend)} ${at(end)}`);
    const corners = [end, [back[0] + wide * ey, back[1] - wide * ex], [back[0] - wide * ey, back[1] + wide * ex]];
    part.lastChild.setAttribute("d", `M${corners.map(at).join("L")}Z`);
    const room = ([x, y]) => Math.min(apart, ...told.map(([u, v]) => Math.hypot(u - x, v - y)));
    const able = along.map((share) => on(start, bend, end, share));
    const best = Math.max(...able.map(room));
    told.push(able.find((point) => room(point) === best));
    move(sign, told.at(-1));
  };
  return () => {
    const shown = ties.map((part, n) => [part, signs[n]]).filter(([part]) => part.dataset.state !== "off");
    const touched = new Set(shown.flatMap(([, sign]) => sign.dataset.value.split(">")));
    const points = placed(names.filter((part) => touched.has(part.dataset.value)));
    const [taken, told] = [new Map(), []];
    for (const [part, sign] of shown) tie(part, sign, points, taken, told);
  };
}
