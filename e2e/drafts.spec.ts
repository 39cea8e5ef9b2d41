import type { Browser, Locator, Page } from "@playwright/test";
import { saveDraft } from "@/db/drafts";
import { expectAccessible } from "./accessible";
import { endSignIns, openCourse, type OpenCourse } from "./factory";
import { handIn, textFor } from "./factory-assignments";
import { expect, signIn, test } from "./portal";

const words = (page: Page) => page.getByRole("region", { name: "Pre-assignment" });
const summary = (page: Page) => page.getByLabel("Summary");

test("what is typed is saved by itself, and is there after a reload and in another browser", async ({
  page,
  browser,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await summary(page).fill("Half a thought");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Discussion question 2").fill("A second question");
  await expect(words(page)).toContainText(/Draft saved 16:0\d EST\. It is not handed in yet\./);
  await page.reload();
  await expect(summary(page)).toHaveValue("Half a thought");
  await expect(page.getByLabel("Discussion question 2")).toHaveValue("A second question");
  await expect(words(page)).toContainText("Draft saved 16:0");

  const elsewhere = await browser.newPage();
  await signIn(elsewhere, course.ada);
  await elsewhere.goto(`/${course.slug}/meetings/7`);
  await expect(summary(elsewhere)).toHaveValue("Half a thought");
  await elsewhere.getByRole("button", { name: "Discard draft" }).click();
  await expect(summary(elsewhere)).toHaveValue("");
  await elsewhere.close();
});

test("once a draft is saved by its button, what was wrong with handing it in is no longer said", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await summary(page).fill("Half a thought");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  const problem = words(page).getByRole("alert");
  await expect(problem).toContainText("There is a problem");
  await words(page).getByRole("button", { name: "Save draft" }).click();
  await expect(words(page)).toContainText("Draft saved 16:0");
  await expect(problem).toHaveCount(0);
  const saved = page.waitForResponse("**/drafts");
  await words(page).getByRole("button", { name: "Save draft" }).click();
  await saved;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(problem).toHaveCount(0);
  await expect(summary(page)).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(problem).toContainText("There is a problem");
});

test("leaving at once loses nothing", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await summary(page).fill("Typed in the last second");
  await page.goto(`/${course.slug}/schedule`);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(summary(page)).toHaveValue("Typed in the last second");
});

const changed = (page: Page) =>
  words(page)
    .getByRole("alert")
    .filter({ hasText: /^This draft was changed elsewhere/ });

/** A laptop whose draft is saved, and a phone whose form was opened before that. */
async function laptopAndPhone(page: Page, browser: Browser, course: OpenCourse) {
  const phone = await (await browser.newContext()).newPage();
  for (const one of [page, phone]) {
    await signIn(one, course.ada);
    await one.goto(`/${course.slug}/meetings/7`);
    await expect(summary(one)).toHaveValue("");
  }
  await summary(page).fill("Written on the laptop");
  await expect(words(page)).toContainText("Draft saved 16:0");
  return phone;
}

test("a phone whose form is older does not replace the laptop's draft, and keeps its own text", async ({
  page,
  browser,
  course,
}) => {
  const phone = await laptopAndPhone(page, browser, course);
  await phone.getByRole("radio").first().check();
  await expect(changed(phone)).toContainText("Written on the laptop");
  await summary(phone).fill("Written on the phone");
  await page.reload();
  await expect(summary(page)).toHaveValue("Written on the laptop");
  // A reload of the phone loses neither.
  await phone.reload();
  await expect(changed(phone)).toContainText("Written on the laptop");
  await expect(summary(phone)).toHaveValue("Written on the phone");
  await expectAccessible(phone);
  await changed(phone).getByRole("button", { name: "Keep the other" }).click();
  await expect(summary(phone)).toHaveValue("Written on the laptop");
  await expect(changed(phone)).toHaveCount(0);
  const saved = phone.waitForResponse("**/drafts");
  await summary(phone).fill("Written on the laptop, and the phone");
  await saved;

  await summary(page).fill("The laptop is the older one now");
  await expect(changed(page)).toContainText("Written on the laptop, and the phone");
  await changed(page).getByRole("button", { name: "Keep mine" }).click();
  // The notice says of the other draft that it was saved.
  await expect(changed(page)).toHaveCount(0);
  await expect(words(page)).toContainText("Draft saved 16:0");
  await phone.reload();
  await expect(summary(phone)).toHaveValue("The laptop is the older one now");
  await phone.context().close();
});

test("two tabs of one browser do not replace each other's draft", async ({
  page,
  context,
  course,
}) => {
  await signIn(page, course.ada);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`/${course.slug}/meetings/7`);
    await expect(summary(tab)).toHaveValue("");
  }
  await summary(page).fill("In the first tab");
  await expect(words(page)).toContainText("Draft saved 16:0");
  await summary(other).fill("In the second tab");
  await expect(changed(other)).toContainText("In the first tab");
  const saved = page.waitForResponse("**/drafts");
  await summary(page).fill("In the first tab, and on");
  expect((await saved).status()).toBe(200);
  await other.reload();
  await expect(changed(other)).toContainText("In the first tab, and on");
  await expect(summary(other)).toHaveValue("In the second tab");
});

test("what was typed without a network does not replace a draft that was saved meanwhile", async ({
  page,
  browser,
  context,
  course,
}) => {
  const phone = await browser.newPage();
  await signIn(page, course.ada);
  await signIn(phone, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await phone.goto(`/${course.slug}/meetings/7`);
  await context.setOffline(true);
  await summary(page).fill("Written on a train");
  await expect(words(page)).toContainText("The portal cannot be reached.");
  await summary(phone).fill("Written at home");
  await expect(words(phone)).toContainText("Draft saved 16:0");
  await context.setOffline(false);
  await page.reload();
  await expect(changed(page)).toContainText("Written at home");
  await expect(summary(page)).toHaveValue("Written on a train");
  await phone.reload();
  await expect(summary(phone)).toHaveValue("Written at home");
  await phone.context().close();
});

test("an answer that is lost on the way is no change elsewhere", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.route("**/drafts", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await summary(page).fill("Received, and");
  await expect(words(page)).toContainText("The portal cannot be reached.");
  await page.unroute("**/drafts");
  await summary(page).fill("Received, and typed on");
  await expect(words(page)).toContainText("Draft saved 16:0");
  await expect(changed(page)).toHaveCount(0);
});

test("handing in from an older form leaves the newer draft where it is", async ({
  page,
  browser,
  course,
}) => {
  const phone = await laptopAndPhone(page, browser, course);
  await phone.getByRole("radio").first().check();
  await summary(phone).fill("Handed in from the phone");
  await phone.getByLabel("Discussion question").fill("Why?");
  await expect(changed(phone)).toBeVisible();
  await phone.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(phone.getByRole("status")).toContainText("version 1");
  await expect(summary(phone)).toHaveValue("Written on the laptop");
  await phone.context().close();
});

test("without a network the browser keeps the draft, says so, and hands it on afterwards", async ({
  page,
  context,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await context.setOffline(true);
  await summary(page).fill("Written on a train");
  await expect(words(page)).toContainText("The portal cannot be reached.");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(words(page).getByRole("alert")).toContainText("The portal could not be reached");
  await expect(summary(page)).toHaveValue("Written on a train");
  await context.setOffline(false);
  await page.reload();
  await expect(summary(page)).toHaveValue("Written on a train");
  await expect(words(page)).toContainText("Draft saved 16:0");
});

test("a page of an older version of the portal says so, and keeps what was typed", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.route(`**/meetings/7`, async (route) => {
    const headers = { ...route.request().headers(), "next-action": "00".repeat(21) };
    await route.continue({ headers });
  });
  await summary(page).fill("Written before the update");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(words(page).getByRole("alert")).toContainText(
    "The portal was updated while this page was open",
  );
  await expect(summary(page)).toHaveValue("Written before the update");
});

test("with an expired sign-in the draft stays in the browser, and nobody else's browser shows it", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await endSignIns(course.ada);
  await summary(page).fill("Signed out meanwhile");
  await expect(words(page)).toContainText("You are no longer signed in");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(words(page).getByRole("alert")).toContainText("You are no longer signed in");
  await expect(page.getByRole("link", { name: "Sign in again in a new tab" })).toBeVisible();
  await expect(summary(page)).toHaveValue("Signed out meanwhile");

  await signIn(page, course.ben);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(summary(page)).toHaveValue("");
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(words(page)).toContainText("Restored what you typed in this browser");
  await expect(summary(page)).toHaveValue("Signed out meanwhile");
});

test("handing in ends the draft, here and in the browser", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.getByRole("radio").first().check();
  await page.getByLabel("Discussion question").fill("Why?");
  await summary(page).fill("Handed in before it was saved");
  await page.getByRole("button", { name: "Submit pre-assignment" }).click();
  await expect(page.getByRole("status")).toContainText("version 1");
  await page.reload();
  await expect(summary(page)).toHaveValue("Handed in before it was saved");
  await expect(words(page)).not.toContainText("Draft saved");
  await expect(words(page)).not.toContainText("Restored");
});

test("a page that an older version is open in cannot bring its draft back", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await handIn(course.ada, { at: course.now });
  await summary(page).fill("From the old page");
  await expect(words(page)).toContainText("Another version was handed in meanwhile");
});

/** The student's form, opened before a newer draft was saved elsewhere, once it has been told so. */
async function saveFromOlderForm(page: Page, course: OpenCourse): Promise<Locator> {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  const text = { ...(await textFor(course)), answers: ["Written on the laptop"], questions: [] };
  await saveDraft(course.ada, { ...text, basedOn: 0 }, course.now);
  await summary(page).fill("Written on the phone");
  const own = page.getByRole("form", { name: "Pre-assignment" });
  await own.getByRole("button", { name: "Save draft" }).click();
  await expect(changed(page)).toContainText("open this page once more in another tab");
  return own;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft is saved by its button, and discarded by another", async ({ page, course }) => {
    await signIn(page, course.ada);
    await page.goto(`/${course.slug}/meetings/7`);
    await summary(page).fill("Half a thought");
    const own = page.getByRole("form", { name: "Pre-assignment" });
    await own.getByRole("button", { name: "Save draft" }).click();
    await expect(words(page)).toContainText("Draft saved 16:0");
    await expect(summary(page)).toHaveValue("Half a thought");
    await own.getByRole("button", { name: "Discard draft" }).click();
    await expect(summary(page)).toHaveValue("");
    await expect(words(page)).not.toContainText("Draft saved");
  });

  test("an older form does not replace a newer draft, and says what to do", async ({
    page,
    course,
  }) => {
    const own = await saveFromOlderForm(page, course);
    await expect(summary(page)).toHaveValue("Written on the phone");
    const other = await page.context().newPage();
    await other.goto(`/${course.slug}/meetings/7`);
    await expect(summary(other)).toHaveValue("Written on the laptop");
    await own.getByRole("button", { name: "Save draft" }).click();
    await expect(changed(page)).toHaveCount(0);
    await other.reload();
    await expect(summary(other)).toHaveValue("Written on the phone");
  });

  test("handing in from an older form keeps the newer draft, also after the form was told of it", async ({
    page,
    course,
  }) => {
    const own = await saveFromOlderForm(page, course);
    await page.getByRole("radio").first().check();
    await page.getByLabel("Discussion question").fill("Why?");
    await own.getByRole("button", { name: "Submit pre-assignment" }).click();
    await expect(page.getByRole("status")).toContainText("version 1");
    await expect(summary(page)).toHaveValue("Written on the laptop");
  });

  test("an expired sign-in answers with the text in a field and a link to sign in", async ({
    page,
    course,
  }) => {
    await signIn(page, course.ada);
    await page.goto(`/${course.slug}/meetings/7`);
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Add a question" }).click();
    await summary(page).fill("Signed out meanwhile");
    await page.getByLabel("Discussion question 2").fill("And then?");
    // A name that every object knows is a name like any other.
    await summary(page).evaluate((field) =>
      field.insertAdjacentHTML(
        "afterend",
        '<input name="constructor" value="Mine"><input name="label:constructor" value="Constructor">',
      ),
    );
    await endSignIns(course.ada);
    await page.getByRole("button", { name: "Submit pre-assignment" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are no longer signed in");
    await expect(page.getByLabel("Summary", { exact: true })).toHaveValue("Signed out meanwhile");
    await expect(page.getByLabel("Discussion question 2", { exact: true })).toHaveValue(
      "And then?",
    );
    await expect(page.getByLabel("Constructor", { exact: true })).toHaveValue("Mine");
    await expect(page.getByRole("textbox")).toHaveCount(3);
    await expect(page.getByRole("link", { name: "sign in again" })).toHaveAttribute(
      "href",
      `/login?next=${encodeURIComponent(`/${course.slug}/meetings/7`)}`,
    );
  });
});

test("drafts are taken from the portal's own pages only, and from students of the course", async ({
  page,
  course,
  baseURL,
}) => {
  const elsewhere = await openCourse();
  const { assignmentId } = await textFor(course);
  const url = `/${course.slug}/drafts`;
  const data = {
    assignmentId,
    basedOn: 0,
    readingId: null,
    about: null,
    answers: ["x"],
    questions: [],
  };
  const own = { origin: baseURL ?? "" };
  const statusFor = async (headers: Record<string, string>, body: unknown = data) =>
    (await page.request.post(url, { headers, data: body })).status();
  expect(await statusFor(own)).toBe(401);
  await signIn(page, course.ada);
  expect(await statusFor(own)).toBe(200);
  expect(await statusFor({})).toBe(403);
  const foreign = { headers: { origin: "https://evil.test" }, data };
  const refused = await page.request.post(url, foreign);
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toEqual({
    words: `This form did not come from ${baseURL}. Open the portal at that address and try again.`,
  });
  expect(await statusFor(own, { ...data, assignmentId: "x" })).toBe(400);
  expect(await statusFor(own, { ...data, answers: ["x".repeat(300_000)] })).toBe(422);
  expect(await statusFor(own, { ...data, assignmentId: elsewhere.courseId })).toBe(404);
  for (const viewer of [course.tara, course.iris, course.dora, elsewhere.ada]) {
    await signIn(page, viewer);
    expect(await statusFor(own)).toBe(404);
  }
});
