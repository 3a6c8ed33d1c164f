import {Draft} from "./draft.js";
import {prepare, send} from "./photo.js";
import {Rays} from "./rays.js";

const PAGE = `
  <form novalidate>
    <div class="errors" role="alert" tabindex="-1" hidden><h2></h2><ul></ul></div>
    <p class="kept" role="status" hidden></p>
    <fieldset class="level"><legend></legend><div class="choice"></div><p class="error" id="error-level"></p></fieldset>
    <p class="hint"></p>
    <div class="check">
      <div class="place"></div>
      <section class="point" aria-labelledby="point-title">
        <h2 id="point-title"></h2>
        <p class="error" id="error-point"></p>
        <fieldset class="result"><legend class="hidden"></legend><div class="choice"></div></fieldset>
        <label><span></span><textarea name="point-remark" rows="3" maxlength="200" aria-describedby="error-point"></textarea></label>
        <div class="photos">
          <label class="camera"><input type="file" accept="image/*" capture="environment" class="hidden"><span></span></label>
          <ul></ul>
        </div>
      </section>
    </div>
    <label class="whole"><span></span><textarea name="remark" rows="2" maxlength="500" aria-describedby="error-remark"></textarea><span class="error" id="error-remark"></span></label>
    <div class="facts">
      <label><span></span><input type="date" name="date" required aria-describedby="error-date"><span class="error" id="error-date"></span></label>
      <label><span></span><input name="inspector" maxlength="50" required autocomplete="name" aria-describedby="error-inspector"><span class="error" id="error-inspector"></span></label>
    </div>
    <div class="buttons"><button type="submit" class="save"></button></div>
    <p class="hidden said" role="status"></p>
  </form>`;

/**
 * A six-point check as a star. What is typed lives here until it is saved, so a slow or broken line disturbs nobody.
 *
 * Given: `words`, `check` {room, today, inspector, labels, levels: [{value, label}], points: [{name, label, glyph}]},
 * `answer` {attempt, saved, errors: [{field, label, message}]}, attribute `upload` (where photos go once it is saved).
 * Says: `save` {attempt, values: fields of the check by name}; `done` when the last photo has arrived.
 */
export default class SixPointStar extends HTMLElement {
  static styles;

  #root = this.attachShadow({mode: "open"});
  #words;
  #check;
  #draft;
  #rays;
  #entry;
  #selected;
  #photos = {};
  #errors = [];
  #attempt = 0;
  #saved = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [SixPointStar.styles];
  }

  set words(words) {
    this.#words = words;
    this.#build();
  }

  set check(check) {
    this.#check = check;
    this.#build();
  }

  set answer(answer) {
    if (answer?.attempt !== this.#attempt || !this.#entry) return;
    this.#busy(false);
    this.#errors = answer.errors;
    if (answer.saved) {
      this.#saved = true;
      this.#draft.clear();
      this.#sendPhotos();
    } else {
      this.#complain();
    }
  }

  #$(selector) {
    return this.#root.querySelector(selector);
  }

  #build() {
    const [words, check] = [this.#words, this.#check];
    if (!words || !check || this.#entry) return;
    this.#draft = new Draft(check.room);
    const kept = this.#draft.read();
    const fresh = {level: check.levels.length === 1 ? check.levels[0].value : "", date: check.today,
      inspector: check.inspector, results: {}, remarks: {}, remark: ""};
    this.#entry = {...fresh, ...kept, photos: 0};
    this.#root.innerHTML = PAGE;
    this.#$(".level legend").textContent = check.labels.level;
    this.#choice(this.#$(".level .choice"), "level", check.levels, (value) => (this.#entry.level = value));
    this.#choice(this.#$(".result .choice"), "result",
      ["PASS", "FAIL"].map((value) => ({value, label: words[`CheckResult.${value}`]})),
      (value) => this.#result(this.#selected, value));
    this.#text("[name=date]", check.labels.date, (value) => (this.#entry.date = value));
    this.#text("[name=inspector]", check.labels.inspector, (value) => (this.#entry.inspector = value));
    this.#text("[name=remark]", check.labels.remark, (value) => (this.#entry.remark = value));
    this.#text("[name=point-remark]", words["star.remark"], (value) => (this.#entry.remarks[this.#selected] = value));
    for (const name of ["date", "inspector", "remark"]) this.#$(`[name=${name}]`).value = this.#entry[name];
    this.#$("[name=date]").max = check.today;
    this.#$(".hint").textContent = words["star.hint"];
    this.#$(".save").textContent = words["star.save"];
    this.#$(".camera span").textContent = words["star.photo"];
    this.#rays = new Rays(check.points, words, (name) => this.#tapped(name));
    this.#$(".place").append(this.#rays.element);
    this.#$("form").addEventListener("submit", (event) => this.#submit(event));
    this.#$(".camera input").addEventListener("change", (event) => this.#take(event.target));
    if (kept) this.#note(words[kept.photos ? "star.kept.photos" : "star.kept"]);
    this.#select(check.points[0].name);
  }

  #choice(place, name, options, chosen) {
    for (const {value, label} of options) {
      const option = document.createElement("label");
      option.dataset.value = value;
      const input = Object.assign(document.createElement("input"), {type: "radio", name, value});
      input.addEventListener("change", () => {
        chosen(value);
        this.#changed();
      });
      option.append(input, document.createTextNode(label));
      place.append(option);
    }
  }

  #text(selector, label, typed) {
    const input = this.#$(selector);
    input.parentElement.querySelector("span").textContent = label;
    input.addEventListener("input", () => {
      typed(input.value);
      this.#changed();
    });
  }

  /** The first tap on a point judges it; on one already judged it opens it, and only then changes the judgement. */
  #tapped(name) {
    const judged = this.#entry.results[name];
    if (!judged || name === this.#selected) this.#result(name, judged === "PASS" ? "FAIL" : "PASS");
    this.#select(name);
    this.#changed();
  }

  #result(name, value) {
    this.#entry.results[name] = value;
    this.#errors = this.#errors.filter((error) => error.field !== name);
    const label = this.#check.points.find((point) => point.name === name).label;
    this.#say(`${label}：${this.#words[`CheckResult.${value}`]}`);
  }

  #select(name) {
    this.#selected = name;
    this.#show();
  }

  #changed() {
    this.#draft.write(this.#entry);
    this.#show();
  }

  #show() {
    const {results, remarks, level} = this.#entry;
    for (const point of this.#check.points) {
      this.#rays.show(point.name, {
        result: results[point.name],
        remark: Boolean(remarks[point.name]?.trim()),
        photos: this.#photos[point.name]?.length ?? 0,
        wrong: this.#of(point.name).length > 0,
        selected: point.name === this.#selected,
      });
    }
    this.#rays.count(this.#check.points.filter((point) => results[point.name]).length, this.#check.points.length);
    for (const radio of this.#root.querySelectorAll("input[name=level]")) radio.checked = radio.value === level;
    for (const radio of this.#root.querySelectorAll("input[name=result]")) radio.checked = radio.value === results[this.#selected];
    const point = this.#check.points.find(({name}) => name === this.#selected);
    this.#$("#point-title").textContent = `${point.glyph} · ${point.label}`;
    this.#$(".result legend").textContent = point.label;
    const remark = this.#$("[name=point-remark]");
    if (remark.value !== (remarks[this.#selected] ?? "")) remark.value = remarks[this.#selected] ?? "";
    this.#$("#error-point").textContent = this.#of(this.#selected).map((error) => error.message).join(" ");
    this.#showPhotos();
  }

  /** What is wrong with a point: its result, its remark. */
  #of(name) {
    return this.#errors.filter((error) => error.field === name || error.field === `${name}Remark`);
  }

  async #take(input) {
    const [name, file] = [this.#selected, input.files[0]];
    input.value = "";
    if (!file) return;
    const photo = await prepare(file);
    (this.#photos[name] ??= []).push({...photo, url: URL.createObjectURL(photo.content)});
    this.#entry.photos++;
    this.#changed();
    this.#say(this.#words["star.has.photos"].replace("{0}", this.#photos[name].length));
  }

  #showPhotos() {
    const taken = this.#photos[this.#selected] ?? [];
    this.#$(".photos ul").replaceChildren(...taken.map((photo, i) => {
      const item = document.createElement("li");
      const image = Object.assign(document.createElement("img"), {src: photo.url, alt: photo.name});
      const remove = Object.assign(document.createElement("button"), {type: "button", textContent: "✕"});
      remove.ariaLabel = this.#words["star.photo.remove"].replace("{0}", photo.name);
      remove.disabled = this.#saved;
      remove.addEventListener("click", () => {
        URL.revokeObjectURL(photo.url);
        taken.splice(i, 1);
        this.#entry.photos--;
        this.#changed();
        this.#$(".camera input").focus();
      });
      item.append(image, remove);
      return item;
    }));
  }

  #submit(event) {
    event.preventDefault();
    this.#busy(true);
    if (this.#saved) {
      this.#sendPhotos();
      return;
    }
    this.dispatchEvent(new CustomEvent("save", {detail: {attempt: ++this.#attempt, values: this.#values()}}));
  }

  /** By the names of the check's fields; what is empty is left out. */
  #values() {
    const {level, date, inspector, remark, results, remarks} = this.#entry;
    const values = {level, date, inspector, remark, ...results};
    for (const [name, text] of Object.entries(remarks)) values[`${name}Remark`] = text;
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
  }

  #complain() {
    const first = this.#check.points.find(({name}) => this.#of(name).length);
    for (const name of ["level", "date", "inspector", "remark"]) {
      const messages = this.#errors.filter((error) => error.field === name).map((error) => error.message);
      this.#$(`#error-${name}`).textContent = messages.join(" ");
      this.#$(`[name=${name}]`)?.setAttribute("aria-invalid", messages.length > 0);
    }
    const box = this.#$(".errors");
    box.hidden = false;
    box.querySelector("h2").textContent = this.#words["star.errors"].replace("{0}", this.#errors.length);
    box.querySelector("ul").replaceChildren(...this.#errors.map((error) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("button"), {type: "button", className: "link",
        textContent: error.label ? `${error.label}：${error.message}` : error.message});
      link.addEventListener("click", () => this.#goTo(error.field));
      item.append(link);
      return item;
    }));
    this.#select(first?.name ?? this.#selected);
    box.focus();
    box.scrollIntoView({block: "nearest"});
  }

  #goTo(field) {
    const point = this.#check.points.find(({name}) => field === name || field === `${name}Remark`);
    if (!point) {
      this.#$(`[name=${field}]`)?.focus();
      return;
    }
    this.#select(point.name);
    if (field === point.name) this.#rays.focus(point.name);
    else this.#$("[name=point-remark]").focus();
  }

  /** The check is kept by the server; now its photos, each until the server has it. */
  async #sendPhotos() {
    this.#busy(true);
    this.#$(".errors").hidden = true;
    for (const [name, taken] of Object.entries(this.#photos)) {
      while (taken.length && (await send(this.getAttribute("upload"), name, taken[0]))) {
        URL.revokeObjectURL(taken.shift().url);
      }
    }
    const left = Object.values(this.#photos).reduce((sum, taken) => sum + taken.length, 0);
    if (!left) {
      this.dispatchEvent(new CustomEvent("done", {detail: {}}));
      return;
    }
    this.#busy(false);
    this.#note(this.#words["star.photos.left"].replace("{0}", left));
    this.#$(".save").textContent = this.#words["star.photos.again"];
    this.#show();
  }

  #busy(busy) {
    const button = this.#$(".save");
    button.ariaDisabled = busy ? "true" : null;
    button.disabled = busy;
    for (const part of this.#root.querySelectorAll("fieldset, input, textarea, .tip, .photos button")) {
      part.disabled = this.#saved;
    }
  }

  #note(text) {
    const note = this.#$(".kept");
    note.textContent = text;
    note.hidden = false;
  }

  #say(text) {
    this.#$(".said").textContent = text;
  }
}
