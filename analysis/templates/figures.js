// figures are saved as SVG, PNG and CSV
{
  const make = (tag, given) => Object.assign(document.createElement(tag), given);

  const save = (name, href) => {
    const link = make("a", { href, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  };

  const picture = (image, name) => {
    const source = decodeURIComponent(image.src.slice(image.src.indexOf(",") + 1));
    const light = source.replace("@media screen and (prefers-color-scheme:dark)", "@media not all");
    const drawn = new Image();
    drawn.onload = () => {
      const canvas = make("canvas", { width: 3 * drawn.naturalWidth, height: 3 * drawn.naturalHeight });
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
      save(name, canvas.toDataURL("image/png"));
    };
    drawn.src = `data:image/svg+xml,${encodeURIComponent(light)}`;
  };

  for (const figure of document.querySelectorAll(".readout figure[data-name]:not(.ready)")) {
    const { name, csv } = figure.dataset;
    const image = figure.querySelector("img");
    const ways = {
      SVG: () => save(`${name}.svg`, image.src),
      PNG: () => picture(image, `${name}.png`),
      CSV: csv && (() => save(`${name}.csv`, `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`)),
    };
    const line = make("p", { className: "save", textContent: "Save as " });
    for (const [kind, way] of Object.entries(ways).filter(([, given]) => given)) {
      const button = make("button", { type: "button", textContent: kind, ariaLabel: `Save ${name} as ${kind}` });
      button.addEventListener("click", way);
      line.append(button, " ");
    }
    figure.append(line);
    figure.classList.add("ready");
  }
}
