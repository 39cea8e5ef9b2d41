import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A form as a browser without JavaScript would send it. */
export interface OpenForm {
  url: string;
  fields: [name: string, value: string][];
}

function elements(node: Node): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...("tagName" in child ? [child] : []),
    ...elements(child),
  ]);
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** What a field holds as it stands on the page; undefined for what would not be sent. */
function valueOf(field: Element): string | undefined {
  const value = attribute(field, "value");
  if (field.tagName === "textarea") return textOf(field);
  if (field.tagName === "select") {
    const options = elements(field).filter((one) => one.tagName === "option");
    const chosen = options.find((one) => attribute(one, "selected") !== undefined) ?? options[0];
    return chosen && (attribute(chosen, "value") ?? textOf(chosen));
  }
  if (field.tagName !== "input") return undefined;
  if (!["checkbox", "radio"].includes(attribute(field, "type") ?? "")) return value ?? "";
  return attribute(field, "checked") === undefined ? undefined : (value ?? "on");
}

/**
 * The form of a page that has a button with this name, as if its first such button were pressed; undefined where
 * there is none. What a person sees gets what `typed` says, all else stays as it stands on the page.
 */
export function findForm(
  html: string,
  url: string,
  button: string,
  typed: Record<string, string>,
): OpenForm | undefined {
  const pressed = elements(parse(html)).find(
    (one) => one.tagName === "button" && textOf(one).trim() === button,
  );
  let form: Element["parentNode"] | undefined = pressed;
  while (form && !("tagName" in form && form.tagName === "form"))
    form = "parentNode" in form ? form.parentNode : null;
  if (!form) return undefined;
  const fields = elements(form).flatMap((field): [string, string][] => {
    const name = attribute(field, "name");
    if (name === undefined) return [];
    if (field === pressed) return [[name, attribute(field, "value") ?? ""]];
    const isSeen = attribute(field, "type") !== "hidden" && field.tagName !== "button";
    const value = (isSeen ? typed[name] : undefined) ?? valueOf(field);
    return value === undefined ? [] : [[name, value]];
  });
  return { url, fields };
}

/** Sends a form, and follows no redirect. */
export async function send(form: OpenForm, cookie: string | undefined): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, value);
  return fetch(form.url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin: new URL(form.url).origin, ...(cookie === undefined ? {} : { cookie }) },
  });
}
