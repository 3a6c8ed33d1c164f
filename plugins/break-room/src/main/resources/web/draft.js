/** What is typed and not yet saved, kept for this browser tab: it outlives a reload, a lost session, an exchange of the programme. */
export class Draft {
  #key;

  constructor(room) {
    this.#key = `six-point-check/${room}`;
  }

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  write(entry) {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(entry));
    } catch {
      // No storage in this browser: nothing is kept, all else works.
    }
  }

  clear() {
    sessionStorage.removeItem(this.#key);
  }
}
