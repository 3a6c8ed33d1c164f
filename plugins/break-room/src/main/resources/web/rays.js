const SVG = "http://www.w3.org/2000/svg";
const MARKS = {PASS: "✓", FAIL: "✗"};

/** The star: six rays to see, six buttons at their tips to tap. Says what was tapped, decides nothing. */
export class Rays {
  #buttons = new Map();
  #shapes = new Map();
  #count;

  constructor(points, words, tapped) {
    this.words = words;
    this.element = document.createElement("div");
    this.element.className = "star";
    this.element.role = "group";
    this.element.ariaLabel = words["star.title"];
    this.element.append(this.#drawing(points));
    for (const point of points) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tip";
      button.dataset.point = point.name;
      button.innerHTML = `<span class="glyph" aria-hidden="true"></span><span class="label"></span>
        <span class="result"></span><span class="hidden extra"></span><span class="dots" aria-hidden="true"></span>`;
      button.querySelector(".glyph").textContent = point.glyph;
      button.querySelector(".label").textContent = point.label;
      button.addEventListener("click", () => tapped(point.name));
      this.#buttons.set(point.name, button);
      this.element.append(button);
    }
  }

  /** @param state result, whether there is a remark, number of photos, whether something is wrong, whether selected */
  show(name, {result, remark, photos, wrong, selected}) {
    const words = this.words;
    const button = this.#buttons.get(name);
    button.dataset.result = result ?? "";
    button.classList.toggle("wrong", wrong);
    button.ariaCurrent = selected ? "true" : null;
    button.querySelector(".result").textContent = result ? `${MARKS[result]} ${words[`CheckResult.${result}`]}` : words["star.open"];
    button.querySelector(".extra").textContent = [
      remark && words["star.has.remark"],
      photos && words["star.has.photos"].replace("{0}", photos),
      wrong && words["star.has.error"],
    ].filter(Boolean).join(" ");
    button.querySelector(".dots").textContent = (remark ? "✎" : "") + (photos ? `▣${photos}` : "");
    this.#shapes.get(name).setAttribute("class", `ray ${result ?? "open"}`);
  }

  count(done, all) {
    this.#count.textContent = `${done}/${all}`;
  }

  focus(name) {
    this.#buttons.get(name).focus();
  }

  #drawing(points) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "-100 -100 200 200");
    svg.setAttribute("aria-hidden", "true");
    points.forEach((point, i) => {
      const at = (degrees, radius) => {
        const angle = ((degrees - 90) * Math.PI) / 180;
        return `${(Math.cos(angle) * radius).toFixed(2)},${(Math.sin(angle) * radius).toFixed(2)}`;
      };
      const ray = document.createElementNS(SVG, "polygon");
      ray.setAttribute("points", [at(60 * i, 60), at(60 * i + 30, 30), at(0, 0), at(60 * i - 30, 30)].join(" "));
      this.#shapes.set(point.name, ray);
      svg.append(ray);
    });
    const hub = document.createElementNS(SVG, "circle");
    hub.setAttribute("class", "hub");
    hub.setAttribute("r", "17");
    this.#count = document.createElementNS(SVG, "text");
    this.#count.setAttribute("class", "count");
    svg.append(hub, this.#count);
    return svg;
  }
}
