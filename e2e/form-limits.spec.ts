import type { Page } from "@playwright/test";
import { builtActions } from "./built";
import { expect, test } from "./portal";

/** A form as a browser sends it. */
interface OpenForm {
  url: string;
  fields: [name: string, value: string][];
}

test.use({ javaScriptEnabled: false });

const refusal = "This form has more than 500 fields";

/** Fields that no page of the portal has, as somebody sends them who wants to keep the portal busy. */
const floods: Record<string, (n: number) => string> = {
  "of one name": () => "x",
  "of as many names": (n) => `x${n}`,
  "of a name that the form has": () => "email",
};

const empty = (count: number, nameOf: (n: number) => string) =>
  Array.from({ length: count }, (_, n): [string, string] => [nameOf(n), ""]);

/** Sends fields with few bytes around each, so that many fit into what a form may weigh. */
async function sendBriefly(
  { url, fields }: OpenForm,
  headers: Record<string, string> = {},
  boundary = "b",
) {
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const answer = await fetch(url, {
    method: "POST",
    body: `${parts.join("")}--${boundary}--\r\n`,
    redirect: "manual",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      origin: new URL(url).origin,
      ...headers,
    },
  });
  return { status: answer.status, text: await answer.text() };
}

/** As `sendBriefly`, for a form without a script: what reads those takes no boundary below 27 characters. */
const sendPlainly = (form: OpenForm) => sendBriefly(form, {}, "b".repeat(27));

/** The form by which somebody signs in, filled in, with these fields besides its own. */
async function signInForm(page: Page, more: OpenForm["fields"]): Promise<OpenForm> {
  await page.goto("/login");
  const form = page.locator("form").filter({ has: page.getByLabel("Password") });
  const hidden = await form
    .locator("input[type=hidden]")
    .evaluateAll((inputs: HTMLInputElement[]) =>
      inputs.map(({ name, value }): [string, string] => [name, value]),
    );
  const typed: OpenForm["fields"] = [
    ["email", "nobody@university.test"],
    ["password", "a password of nobody"],
  ];
  return { url: page.url(), fields: [...hidden, ...typed, ...more] };
}

for (const [names, nameOf] of Object.entries(floods)) {
  test(`20,000 fields ${names} are refused at once, in one sentence on the page`, async ({
    page,
  }) => {
    const form = await signInForm(page, empty(20_000, nameOf));
    const start = performance.now();
    const { status, text } = await sendPlainly(form);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(status).toBe(200);
    expect(text.includes(refusal), text.slice(0, 300)).toBe(true);
    expect(text.length).toBeLessThan(100_000);
  });

  test(`30,000 fields ${names} are refused at once by the action that a script calls`, async ({
    baseURL,
  }) => {
    const action = builtActions.find((one) => one.name.endsWith(" signInAction"));
    const flood = empty(30_000, (n) => `_1_${nameOf(n)}`);
    const form = { url: `${baseURL}/login`, fields: flood };
    form.fields.push(["0", '[{},"$K1"]']);
    const start = performance.now();
    const { status, text } = await sendBriefly(form, { "next-action": action?.id ?? "" });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(status).toBe(200);
    expect(text.includes(refusal), text.slice(0, 300)).toBe(true);
    expect(text.length).toBeLessThan(100_000);
  });
}

test("a form with as many fields as any page could have is read", async ({ page }) => {
  const form = await signInForm(
    page,
    empty(450, (n) => `x${n}`),
  );
  const { text } = await sendPlainly(form);
  expect(text).not.toContain(refusal);
  expect(text).toContain("There is no account with this e-mail");
});
