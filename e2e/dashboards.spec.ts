import type { Page } from "@playwright/test";
import { openCourse, takeSeats, type OpenCourse } from "./factory";
import { grantTo, handIn } from "./factory-assignments";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

const wednesday = new Date("2024-01-31T20:00:00-05:00");
const signUp = new Date("2024-01-17T12:00:00-05:00");

async function openDashboard(page: Page, course: OpenCourse, who: "ada" | "tara" | "iris") {
  await signIn(page, course[who]);
  await page.goto(`/${course.slug}/dashboard`);
}

/** A course without a single meeting. */
const empty = () => openCourse({ change: (file) => ({ ...file, meetings: [] }) });
const afterTerm = () => openCourse({ at: "2024-05-10T12:00:00-04:00" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a student sees the next three duties, and one tap leads to the form", async ({
      page,
      course,
    }) => {
      await openDashboard(page, course, "ada");
      const duties = page.getByRole("main").getByRole("listitem");
      await expect(duties.nth(0)).toContainText("Mon 5 Feb, 23:59 EST");
      await expect(duties.nth(0)).toContainText("in 7 h");
      await expect(duties.nth(0)).toContainText("not started");
      await expect(page.getByRole("link", { name: /^Write (pre|post)-assignment/ })).toHaveCount(3);
      await page
        .getByRole("link", { name: /^Write pre-assignment/ })
        .first()
        .click();
      await expect(page).toHaveURL(new RegExp(`/${course.slug}/meetings/7#pre$`));
    });

    test("a draft that waits is said beside its duty, and the button goes on with it", async ({
      page,
      course,
    }) => {
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      const form = page.getByRole("form", { name: "Pre-assignment" });
      await form.getByLabel("Summary").fill("The paper measures");
      await form.getByRole("button", { name: "Save draft" }).click();
      await expect(form.getByText(/^Draft saved/)).toBeVisible();
      await page.goto(`/${course.slug}/dashboard`);
      const first = page.getByRole("main").getByRole("listitem").first();
      await expect(first).toContainText("draft saved");
      await first.getByRole("link", { name: /^Go on writing for/ }).click();
      await expect(page.getByLabel("Summary")).toHaveValue("The paper measures");
    });

    test("what is handed in leaves the duties and gets a receipt", async ({ page, course }) => {
      const at = new Date("2024-02-05T15:40:00-05:00");
      await handIn(course.ada, { number: 7, text: "A summary.", at });
      await openDashboard(page, course, "ada");
      await expect(page.getByRole("main").getByRole("listitem").first()).toContainText(
        "Tue 6 Feb, 23:59 EST",
      );
      await expect(page.getByRole("region", { name: "Received from you" })).toContainText(
        "Mon 5 Feb, 15:40 EST",
      );
    });

    test("a TA opens the oldest item with one button", async ({ page, course }) => {
      const text = { number: 6, text: "A text.", at: wednesday };
      await handIn(course.ada, text);
      await handIn(course.ben, text);
      await openDashboard(page, course, "tara");
      await expect(page.getByText("2 items wait, the oldest for 4 days 20 h.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Grade the next" })).toHaveAttribute(
        "href",
        `/${course.slug}/grading/pre-6`,
      );
    });

    test("an instructor sees problems by name, each with its action", async ({ page, course }) => {
      await handIn(course.ada, { number: 6, text: "A text.", at: wednesday });
      await openDashboard(page, course, "iris");
      const problem = (words: string) =>
        page.getByRole("main").getByRole("listitem").filter({ hasText: words });
      await expect(problem("6 students have no seat").getByRole("link").last()).toHaveAttribute(
        "href",
        `/${course.slug}/discussions`,
      );
      await expect(
        problem("is not graded").getByRole("link", { name: /^Grade the oldest/ }),
      ).toHaveAttribute("href", `/${course.slug}/grading/pre-6`);
      await expect(problem("missed 3 assignments or more")).toContainText("Fay Float");
      await expect(page.getByRole("figure")).toHaveCount(3);
    });
  });
}

test("the seat is told with team, date and slides; without one, where sign-up stands", async ({
  page,
  course,
}) => {
  await takeSeats(course, 9, [course.ada, course.ben], signUp);
  await openDashboard(page, course, "ada");
  const own = page.getByRole("region", { name: "Your seat" });
  await expect(own).toContainText("Tuesday 13 February 2024 with Ben Branch");
  await expect(own).toContainText("Slides are due Mon 12 Feb, 23:59 EST");
  await signIn(page, course.cleo);
  await page.reload();
  await expect(own).toContainText("sign-up closed Thu 18 Jan, 23:59 EST");
  const early = await openCourse({ at: "2024-01-16T12:00:00-05:00" });
  await openDashboard(page, early, "ada");
  await expect(own).toContainText("opens Tue 16 Jan, 16:50 EST");
  const open = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
  await openDashboard(page, open, "ada");
  await expect(own.getByRole("link", { name: "Choose a discussion" })).toHaveAttribute(
    "href",
    `/${open.slug}/discussions`,
  );
});

test("on the evening before a talk, the slides are the presenter's first duty", async ({
  page,
}) => {
  const course = await openCourse({ at: "2024-02-12T20:00:00-05:00" });
  await takeSeats(course, 9, [course.ada], signUp);
  await openDashboard(page, course, "ada");
  const first = page.getByRole("main").getByRole("listitem").first();
  await expect(first).toContainText("Slides");
  await expect(first).toContainText("Mon 12 Feb, 23:59 EST");
  await first.getByRole("link", { name: /^Open your discussion/ }).click();
  const slides = "You present here. Your slides are due Mon 12 Feb, 23:59 EST";
  await expect(page).toHaveURL(new RegExp(`/${course.slug}/discussions/9$`));
  await expect(page.getByRole("main")).toContainText(slides);
  await page.getByRole("link", { name: "The meeting’s page" }).click();
  await expect(page.getByRole("main")).toContainText(slides);
  const writing = page.getByRole("region", { name: "Pre-assignment" });
  await expect(writing).toContainText("no pre-assignment is due");
  await expect(page.getByRole("main")).not.toContainText("nothing is due");
});

test("after the slides were due, they are no duty, and no page says that they are due", async ({
  page,
}) => {
  const course = await openCourse({ at: "2024-02-13T09:00:00-05:00" });
  await takeSeats(course, 9, [course.ada], signUp);
  await openDashboard(page, course, "ada");
  await expect(page.getByRole("link", { name: /^Open your discussion/ })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Your seat" })).toContainText("Slides were due");
  await page.goto(`/${course.slug}/meetings/9`);
  await expect(page.getByRole("main")).toContainText("Your slides were due Mon 12 Feb, 23:59 EST");
});

test("an extension is the student's own deadline", async ({ page, course }) => {
  const extendedTo = new Date("2024-02-05T12:00:00-05:00");
  const later = new Date("2024-02-07T11:59:59.999-05:00");
  const at = new Date("2024-02-01T12:00:00-05:00");
  await grantTo(course, course.ada, { number: 6, kind: "extended", extendedTo, at });
  await grantTo(course, course.ada, { number: 7, kind: "extended", extendedTo: later });
  await openDashboard(page, course, "ada");
  const duties = page.getByRole("main").getByRole("listitem");
  await expect(duties.nth(0)).toContainText("Post-assignment");
  await expect(duties.nth(1)).toContainText("Wed 7 Feb, 11:59 EST");
  await expect(duties.nth(1)).toContainText("extended for you");
});

test("by keyboard, the first link of the page's content is the first duty", async ({
  page,
  course,
}) => {
  await openDashboard(page, course, "ada");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Write pre-assignment/ }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/meetings/7#pre$`));
});

test("an empty course and the time after the term have words for every role", async ({ page }) => {
  const none = await empty();
  await openDashboard(page, none, "ada");
  await expect(page.getByText("Nothing is scheduled yet.")).toBeVisible();
  await openDashboard(page, none, "tara");
  await expect(page.getByText("Nothing waits to be graded.")).toBeVisible();
  await openDashboard(page, none, "iris");
  await expect(page.getByText("the schedule has 0")).toBeVisible();
  await expect(page.getByText("The plots begin with the first deadline.")).toBeVisible();
  const over = await afterTerm();
  await openDashboard(page, over, "ada");
  await expect(page.getByText("The last assignment of the term is over.")).toBeVisible();
  await expect(page.getByText("The last meeting is over.")).toBeVisible();
});

test("all is well when nothing needs the instructor", async ({ page }) => {
  const course = await openCourse({ at: "2024-01-10T12:00:00-05:00" });
  await openDashboard(page, course, "iris");
  await expect(page.getByRole("status")).toContainText("All is well.");
});

test("visitors are asked to sign in, others find nothing", async ({ page, course }) => {
  const at = `/${course.slug}/dashboard`;
  await page.goto(at);
  await expect(page).toHaveURL(/\/login\?next=/);
  const other = await openCourse();
  for (const outsider of [other.ada, other.iris, course.dora]) {
    await signIn(page, outsider);
    expect((await page.goto(at))?.status()).toBe(404);
  }
});

test("the dashboards are accessible", async ({ page, course }) => {
  test.slow();
  await takeSeats(course, 9, [course.ada, course.ben], signUp);
  for (const [number, student] of [course.ada, course.ben].entries()) {
    const at = new Date(wednesday.getTime() - number * 3_600_000);
    await handIn(student, { number: 6, text: "A text.", at });
  }
  for (const who of ["ada", "tara", "iris"] as const) {
    await openDashboard(page, course, who);
    await expectAccessible(page);
  }
});

test("the dashboards of an empty course are accessible", async ({ page }) => {
  test.slow();
  const none = await empty();
  for (const who of ["ada", "tara", "iris"] as const) {
    await openDashboard(page, none, who);
    await expectAccessible(page);
  }
});
