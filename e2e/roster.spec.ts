import { openCourse, takeSeats, type OpenCourse } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("staff find a student, change the units, place, drop and restore", async ({
      page,
      course,
    }) => {
      await signIn(page, course.tara);
      await page.goto(`/${course.slug}/roster`);
      await expect(page.getByText("1–10 of 10 people", { exact: false })).toBeVisible();
      await page.getByRole("link", { name: "Gus Graph" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gus Graph");
      await page.getByRole("radio", { name: "12" }).check();
      await page.getByRole("button", { name: "Change units" }).click();
      await expect(page.getByRole("status")).toContainText("The units are changed.");
      await expect(page.getByText("Student · 12 units")).toBeVisible();

      await page.getByLabel("Discussion", { exact: true }).selectOption({ index: 1 });
      const placing = page.getByRole("form", { name: "Place in a discussion" });
      await placing.getByLabel("Reason").fill("Joined late.");
      await page.getByRole("button", { name: "Place student" }).click();
      await expect(page.getByRole("status")).toContainText("The student has a seat.");
      await expect(page.getByText(/^Presents on /)).toBeVisible();

      await page.getByText("Drop from the course").first().click();
      await page.getByRole("button", { name: "Drop Gus Graph" }).click();
      await expect(page.getByRole("status")).toContainText("has dropped the course");
      await expect(page.getByText("No seat yet.")).toBeVisible();
      await page.getByRole("button", { name: "Restore Gus Graph" }).click();
      await expect(page.getByRole("status")).toContainText("takes part again");
      await expect(page.getByText(/^Presents on /)).toBeVisible();
    });
  });
}

test("a student who is dropped is out at the next click", async ({ page, browser, course }) => {
  await signIn(page, course.ben);
  await page.goto(`/${course.slug}/discussions`);
  const staff = await browser.newPage();
  await signIn(staff, course.iris);
  await staff.goto(`/${course.slug}/roster/${course.ben.enrolmentId}`);
  await staff.getByText("Drop from the course").first().click();
  await staff.getByRole("button", { name: "Drop Ben Branch" }).click();
  await expect(staff.getByRole("status")).toContainText("has dropped the course");
  expect((await page.reload())?.status()).toBe(404);
  await staff.close();
});

test("the roster is sorted by links and paged at 50", async ({ page }) => {
  const course = await openCourse({ at: "2024-01-17T12:00:00-05:00", classmates: 60 });
  await takeSeats(course, 7, [course.fay]);
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/roster`);
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("51–70 of 70 people")).toBeVisible();
  await page.getByRole("link", { name: "Seat" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Fay Float");
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Ada Array");
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page.getByRole("row").nth(1)).toContainText("Tom Token");
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.goto(`/${course.slug}/roster?page=99&sort=passwords`);
  await expect(page.getByText("70 people in all, none on this page.")).toBeVisible();
});

test("the roster is for staff", async ({ page, course }) => {
  const staffPages = ["roster", `roster/${course.ben.enrolmentId}`];
  for (const at of staffPages) {
    await page.goto(`/${course.slug}/${at}`);
    await expect(page).toHaveURL(/\/login\?next=/);
  }
  for (const viewer of [course.ada, course.dora]) {
    await signIn(page, viewer);
    for (const at of staffPages) {
      expect((await page.goto(`/${course.slug}/${at}`))?.status()).toBe(404);
    }
  }
  const other = await openCourse();
  await signIn(page, course.iris);
  const row = `/${course.slug}/roster/${course.ben.enrolmentId}`;
  expect((await page.goto(`${row}?done=constructor`))?.status()).toBe(200);
  for (const at of [`roster/${other.ben.enrolmentId}`, "roster/nobody"]) {
    expect((await page.goto(`/${course.slug}/${at}`))?.status()).toBe(404);
  }
});

const pages = {
  "the roster": () => "roster",
  "a student’s row": (course: OpenCourse) => `roster/${course.ada.enrolmentId}`,
  "the row of somebody who has dropped": (course: OpenCourse) =>
    `roster/${course.dora.enrolmentId}`,
  "a TA’s row": (course: OpenCourse) => `roster/${course.tom.enrolmentId}`,
};

for (const [what, at] of Object.entries(pages)) {
  test(`${what} is accessible`, async ({ page, course }) => {
    await signIn(page, course.iris);
    await page.goto(`/${course.slug}/${at(course)}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await expectAccessible(page);
  });
}

test("on a telephone the words above the roster are read without scrolling aside", async ({
  page,
  course,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/roster`);
  const box = await page.getByText("1–10 of 10 people", { exact: false }).boundingBox();
  expect(box?.width).toBeLessThanOrEqual(344);
});
