import type { Page } from "@playwright/test";
import { openCourse, takeSeats, type OpenCourse } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test as base } from "./portal";

/** `course` is one whose sign-up is open: it is noon of 17 January. */
const test = base.extend({
  course: async ({}, use) => {
    await use(await openCourse({ at: "2024-01-17T12:00:00-05:00", classmates: 3 }));
  },
});

const benchmarking = "New frontiers in benchmarking";

const card = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });
const seatsOf = (page: Page, title: string, count: number) =>
  card(page, title).getByText(`${count} of 3 seats taken`, { exact: true });

test("a card names the suggested papers, and denies only what has none", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/discussions`);
  const suggested = page.getByRole("article").filter({ hasText: "Tue 12 Mar" });
  await expect(suggested.getByRole("link", { name: /, suggested$/ })).toHaveCount(2);
  await expect(suggested).not.toContainText("No paper has been announced");
  const both = page.getByRole("article").filter({ hasText: "Tue 26 Mar" });
  await expect(both.getByRole("link", { name: /, suggested$/ })).not.toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a student takes a seat, finds it pinned on top, and gives it up", async ({
      page,
      course,
    }) => {
      await takeSeats(course, 7, course.classmates.slice(0, 2));
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/discussions`);
      await expect(page.getByText("Thu 18 Jan, 23:59 EST", { exact: true })).toBeVisible();
      await expect(page.getByText("1 day 11 h", { exact: true })).toBeVisible();
      await expect(seatsOf(page, benchmarking, 2)).toBeVisible();
      await expect(card(page, benchmarking)).toContainText("Led by Mate1 Module and Mate2 Module");
      await card(page, benchmarking).getByRole("button", { name: "Take a seat" }).click();
      await expect(page.getByRole("status")).toContainText(`You have a seat in “${benchmarking}”.`);
      await expect(page.getByRole("article").first()).toHaveAccessibleName(benchmarking);
      await expect(seatsOf(page, benchmarking, 3)).toBeVisible();
      await expect(card(page, benchmarking)).toContainText("and Ada Array");
      await expect(page.getByRole("button", { name: "Take a seat" })).toHaveCount(0);
      await card(page, benchmarking).getByRole("button", { name: "Give up my seat" }).click();
      await expect(page.getByRole("status")).toContainText("You gave up your seat.");
      await expect(seatsOf(page, benchmarking, 2)).toBeVisible();
    });

    test("of two browsers that want the last seat one gets it, and the other is offered what is open", async ({
      page,
      browser,
      course,
    }) => {
      await takeSeats(course, 7, course.classmates.slice(0, 2));
      const other = await browser.newPage({ javaScriptEnabled });
      await signIn(page, course.ada);
      await signIn(other, course.ben);
      for (const one of [page, other]) await one.goto(`/${course.slug}/discussions`);
      const press = (one: Page) =>
        card(one, benchmarking).getByRole("button", { name: "Take a seat" }).click();
      await Promise.all([press(page), press(other)]);
      const outcome = (one: Page) =>
        one.locator("main").getByRole("status").or(one.locator("main").getByRole("alert"));
      await expect(outcome(page)).toBeVisible();
      await expect(outcome(other)).toBeVisible();
      const won = (await page.locator("main").getByRole("status").count()) === 1;
      const [winner, loser] = won ? [page, other] : [other, page];
      await expect(outcome(winner)).toContainText("You have a seat");
      await expect(outcome(loser)).toContainText(
        `All 3 seats of “${benchmarking}” are taken. Still open: `,
      );
      await expect(seatsOf(loser, benchmarking, 3)).toBeVisible();
      const offer = outcome(loser).getByRole("link").first();
      const title = ((await offer.textContent()) ?? "").replace(/[“”]/g, "");
      await offer.click();
      await expect(loser.getByRole("heading", { level: 1 })).toHaveText(title);
      await loser.getByRole("button", { name: "Take a seat" }).click();
      await expect(loser.getByRole("status")).toContainText(`You have a seat in “${title}”.`);
      await other.close();
    });

    test("staff place a student with a reason, and remove one", async ({ page, course }) => {
      await signIn(page, course.tara);
      await page.goto(`/${course.slug}/discussions/7`);
      const form = page.getByRole("form", { name: "Place a student" });
      await form.getByRole("button", { name: "Place student" }).click();
      await expect(form.getByRole("alert").getByRole("link")).toHaveText([
        "Choose a student.",
        /^Say why in a few words/,
      ]);
      await form
        .getByLabel("Student")
        .selectOption({ label: `Ben Branch, ${course.emailOf("ben")}` });
      await form.getByRole("button", { name: "Place student" }).click();
      await expect(form.getByRole("alert").getByRole("link")).toHaveText([
        /^Say why in a few words/,
      ]);
      await form.getByLabel("Reason").fill("Joined late.");
      await form.getByRole("button", { name: "Place student" }).click();
      await expect(page.getByRole("status")).toContainText("now 1 of 3 seats taken");
      await page.getByRole("button", { name: "Place Ada Array" }).click();
      await expect(page.getByRole("status")).toContainText("now 2 of 3 seats taken");
      await page.getByText("Remove Ben Branch").first().click();
      const removal = page.getByRole("form", { name: "Remove Ben Branch" });
      await removal.getByRole("button", { name: "Remove Ben Branch" }).click();
      await removal.getByRole("link", { name: /Say why in a few words/ }).click();
      await expect(removal.getByLabel("Reason")).toBeFocused();
      await removal.getByLabel("Reason").fill("Is ill.");
      await removal.getByRole("button", { name: "Remove Ben Branch" }).click();
      await expect(page.getByRole("status")).toContainText("now 1 of 3 seats taken");
      await expect(page.getByRole("button", { name: "Place Ben Branch" })).toBeVisible();
    });
  });
}

test("a student takes and gives up a seat by keyboard alone", async ({ page, course }) => {
  await signIn(page, course.gus);
  await page.goto(`/${course.slug}/discussions`);
  const take = page.getByRole("article").first().getByRole("button", { name: "Take a seat" });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await take.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(take).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("You have a seat");
  const giveUp = page.getByRole("button", { name: "Give up my seat" });
  await giveUp.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status")).toContainText("You gave up your seat.");
});

test("once sign-up is closed nothing can be pressed; staff open it again", async ({
  page,
  browser,
}) => {
  const course = await openCourse({ at: "2024-01-19T00:00:00-05:00" });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/discussions`);
  await expect(page.getByText("It closed on Thu 18 Jan, 23:59 EST.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take a seat" })).toHaveCount(0);
  const staff = await browser.newPage({ javaScriptEnabled: false });
  await signIn(staff, course.iris);
  await staff.goto(`/${course.slug}/discussions`);
  await staff.getByText("Reopen sign-up").first().click();
  await staff.getByRole("button", { name: "Reopen sign-up" }).click();
  await expect(staff.getByRole("alert").getByRole("link")).toHaveText([
    /^This is not a date/,
    /^Say why in a few words/,
  ]);
  await staff.getByLabel("Until").fill("2024-01-20");
  await staff.getByRole("textbox", { name: "Reason" }).fill("Two students joined late.");
  await staff.getByRole("button", { name: "Reopen sign-up" }).click();
  await expect(staff.getByRole("status")).toContainText("Sign-up closes later now");
  await page.reload();
  await expect(page.getByText("The staff have opened it again.")).toBeVisible();
  await page.getByRole("button", { name: "Take a seat" }).first().click();
  await expect(page.getByRole("status")).toContainText("You have a seat");
  await staff.close();
});

test("visitors are sent to sign in, and strangers find nothing", async ({ page, course }) => {
  for (const at of ["discussions", "discussions/7"]) {
    await page.goto(`/${course.slug}/${at}`);
    await expect(page).toHaveURL(/\/login\?next=/);
  }
  await signIn(page, course.dora);
  for (const at of ["discussions", "discussions/7"]) {
    expect((await page.goto(`/${course.slug}/${at}`))?.status()).toBe(404);
  }
  await signIn(page, course.ada);
  for (const at of ["discussions/8", "discussions/99", "discussions/x"]) {
    expect((await page.goto(`/${course.slug}/${at}`))?.status()).toBe(404);
  }
});

const readers = {
  "a student without a seat": (course: OpenCourse) => course.ada,
  "a presenter": (course: OpenCourse) => course.classmates[0] ?? course.ada,
  "the staff": (course: OpenCourse) => course.iris,
};

for (const [who, reader] of Object.entries(readers)) {
  for (const at of ["discussions", "discussions/7", "discussions/9"]) {
    test(`${at} is accessible to ${who}`, async ({ page, course }) => {
      await takeSeats(course, 7, course.classmates);
      await signIn(page, reader(course));
      await page.goto(`/${course.slug}/${at}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await expectAccessible(page);
    });
  }
}
