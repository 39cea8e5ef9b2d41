import { findForm, send } from "./forms";
import { removeScripts } from "@/server/markup";

/** A browser without JavaScript, for tests: it keeps its cookies and presses the buttons that are on the page. */
export class PlainBrowser {
  readonly #portal: string;
  readonly #cookies = new Map<string, string>();
  #url = "";
  /** The page that is open, as markup. */
  page = "";

  constructor(portal: string) {
    this.#portal = portal;
  }

  /** Opens a page of the portal, wherever it is sent on to. */
  async open(path: string): Promise<string> {
    this.#url = new URL(path, this.#portal).href;
    const cookie = this.#cookie();
    return this.#show(await fetch(this.#url, { headers: { cookie }, redirect: "manual" }));
  }

  /** Fills in the form with this button, presses it, and reads the page that follows. */
  async press(button: string, typed: Record<string, string> = {}): Promise<string> {
    const form = findForm(this.page, this.#url, button, typed);
    if (form === undefined) throw new Error(`${this.#url} has no button “${button}”.`);
    return this.#show(await send(form, this.#cookie()));
  }

  #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #show(answer: Response): Promise<string> {
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next !== null) return this.open(new URL(next, this.#url).href);
    return (this.page = removeScripts(await answer.text()));
  }
}
