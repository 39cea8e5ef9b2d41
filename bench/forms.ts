import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** A form as a browser without JavaScript would send it. */
export interface OpenForm {
  url: string;
  fields: [name: string, value: string][];
}

function elements(nodes: Node[]): DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) => ("tagName" in node ? [node, ...elements(node.childNodes)] : []));
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/**
 * The form of a page that has a button with this name, or undefined. Hidden fields keep their values; each
 * field named in `typed` gets that text, each that a person sees and is not named there stays out.
 */
export async function openForm(
  url: string,
  cookie: string | undefined,
  button: string,
  typed: (field: { name: string; tag: string }) => string | undefined,
): Promise<OpenForm | undefined> {
  const page = await fetch(url, { headers: cookie === undefined ? {} : { cookie } });
  const form = elements(parse(await page.text()).childNodes)
    .filter((one) => one.tagName === "form")
    .find((one) =>
      elements(one.childNodes).some(
        (inner) => inner.tagName === "button" && textOf(inner).trim() === button,
      ),
    );
  if (form === undefined) return undefined;
  const fields = elements(form.childNodes).flatMap((field): [string, string][] => {
    const of = (name: string) => field.attrs.find((one) => one.name === name)?.value;
    const name = of("name");
    if (name === undefined || !["input", "textarea", "select"].includes(field.tagName)) return [];
    const value =
      of("type") === "hidden" ? (of("value") ?? "") : typed({ name, tag: field.tagName });
    return value === undefined ? [] : [[name, value]];
  });
  return { url, fields };
}

/** Sends a form with a key of its own; the address of the page that follows. Anything else throws. */
export async function send(
  form: OpenForm,
  cookie: string | undefined,
  change: (name: string, value: string) => string = (_, value) => value,
): Promise<string> {
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, change(name, value));
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
