import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A form as a browser without JavaScript would send it. */
export interface OpenForm {
  url: string;
  fields: [name: string, value: string][];
}

function elements(nodes: Node[]): Element[] {
  return nodes.flatMap((node) => ("tagName" in node ? [node, ...elements(node.childNodes)] : []));
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/**
 * The form of a page that has a button with this name, as if that button were pressed; undefined where there is
 * none. Hidden fields keep their values; of those that a person sees, each gets what `typed` says, or stays out.
 */
export function findForm(
  html: string,
  url: string,
  button: string,
  typed: (name: string) => string | undefined,
): OpenForm | undefined {
  const isPressed = (one: Element) => one.tagName === "button" && textOf(one).trim() === button;
  const form = elements(parse(html).childNodes)
    .filter((one) => one.tagName === "form")
    .find((one) => elements(one.childNodes).some(isPressed));
  if (form === undefined) return undefined;
  const fields = elements(form.childNodes).flatMap((field): [string, string][] => {
    const of = (name: string) => field.attrs.find((one) => one.name === name)?.value;
    const name = of("name");
    if (name === undefined) return [];
    if (of("type") === "hidden" || isPressed(field)) return [[name, of("value") ?? ""]];
    const text = ["input", "textarea"].includes(field.tagName) ? typed(name) : undefined;
    return text === undefined ? [] : [[name, text]];
  });
  return { url, fields };
}

/** Sends a form; the address of the page that follows. Anything else throws. */
export async function send(form: OpenForm, cookie: string | undefined): Promise<string> {
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, value);
  const answer = await fetch(form.url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: new URL(form.url).origin, ...(cookie === undefined ? {} : { cookie }) },
  });
  const next = answer.headers.get("location");
  const said = await answer.text();
  if (answer.status !== 303 || next === null) {
    const alert = /role="alert"[\s\S]{0,400}/.exec(said)?.[0] ?? "";
    throw new Error(`${form.url} answered a form with ${answer.status}. ${alert}`);
  }
  return new URL(next, form.url).href;
}
