import type { Browser, Page } from "@playwright/test";
import { handIn } from "./factory-assignments";
import type { EnrolledViewer } from "@/policy/access";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

async function browserOf(browser: Browser, viewer: EnrolledViewer): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, viewer);
  return page;
}

async function score(page: Page, item: string, score: "0" | "1", comment: string) {
  await page.goto(item);
  await page.getByRole("radio", { name: score }).check();
  await page.getByRole("textbox", { name: "Comment" }).fill(comment);
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(page.getByText(`Saved ${score} for`)).toBeVisible();
}

test("feature 34: a student sees a score and its comment once released, and a correction once that is", async ({
  browser,
  course,
}) => {
  const at = new Date("2024-01-31T20:00:00-05:00");
  await handIn(course.gus, { number: 6, text: "What I read.", at });
  const tara = await browserOf(browser, course.tara);
  const gus = await browserOf(browser, course.gus);
  const item = `/${course.slug}/grading/pre-6?item=${course.gus.enrolmentId}`;
  const day = gus
    .getByRole("region", { name: "Pre-assignments" })
    .getByRole("listitem")
    .filter({ hasText: "Thu 1 Feb" });
  const release = async () => {
    await tara.goto(`/${course.slug}/grading`);
    await tara.getByRole("link", { name: "Release Pre-assignment Thu 1 Feb" }).click();
    await tara.getByRole("button", { name: "Release 1 score" }).click();
    await expect(tara.getByRole("status")).toContainText("1 student can see the score");
    await expect(tara.getByText("1 student has been told before.")).toBeVisible();
  };

  await score(tara, item, "1", "A clear summary.");
  await gus.goto(`/${course.slug}/grades`);
  await expect(day).toContainText("handed in, no score yet");
  await expect(gus.getByText("A clear summary.")).toHaveCount(0);

  await release();
  await gus.reload();
  await expect(day).toContainText("scored");
  await expect(day).toContainText("A clear summary.");
  // Four days are missing, three of them dropped: one point of two known days.
  await expect(gus.getByText("So far 10 of 20; at least 1.05, at most 18.95.")).toBeVisible();

  await score(tara, item, "0", "It was copied.");
  await tara.goto(`/${course.slug}/grading`);
  await expect(tara.getByText("released, 1 changed since release")).toBeVisible();
  await gus.reload();
  await expect(day).toContainText("A clear summary.");
  await expect(gus.getByText("It was copied.")).toHaveCount(0);
  await tara.goto(`/${course.slug}/grades`);
  await expect(tara.getByRole("row", { name: /Gus Graph/ })).toContainText("10, unreleased 0");
  await release();
  await gus.reload();
  await expect(day).toContainText("zero");
  await expect(day).toContainText("It was copied.");
});

test("the student's page says how each number comes about", async ({ page, course }) => {
  await signIn(page, course.gus);
  await page.goto(`/${course.slug}/grades`);
  await expect(page.getByRole("heading", { name: "The course, at 6 units" })).toBeVisible();
  const shares = page.getByRole("table", { name: "Shares of the grade by part" });
  const shareOfPre = shares.getByRole("row", { name: /Pre-assignments/ });
  await expect(shareOfPre).toContainText("counts 33⅓ %");
  // Nothing is known but five missing days, three of them dropped: 0 of 2, 0 of 19, 17 of 19.
  await expect(shareOfPre.getByRole("cell")).toHaveText(["0.00 %", "0.00 %", "89.47 %"]);
  await expect(shares.getByRole("row", { name: /Project/ })).toHaveCount(0);
  const pre = page.getByRole("region", { name: "Pre-assignments" });
  await pre.getByText("Why this number").click();
  await expect(
    pre.getByText(
      "23 days are assessed. Of them the best 23 − 1 waived − 3 dropped = 19 count, scaled to 20.",
    ),
  ).toBeVisible();
  const first = pre.getByRole("listitem").first();
  await expect(first).toContainText("waived");
  await expect(pre.getByText("dropped", { exact: true })).toHaveCount(3);
  test.slow();
  await expectAccessible(page);
});

test("on a telephone a student reads all shares of the grade without scrolling aside", async ({
  page,
  course,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, course.gus);
  await page.goto(`/${course.slug}/grades`);
  const shares = page.getByRole("table", { name: "Shares of the grade by part" });
  for (const head of ["So far", "At least", "At most"]) {
    await expect(shares.getByRole("columnheader", { name: head })).toBeInViewport({ ratio: 1 });
  }
  const box = await shares.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(360);
});

test("the gradebook lists every student, and no other course sees it", async ({ page, course }) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/grades`);
  const book = page.getByRole("table", { name: /6 students/ });
  await expect(book.getByRole("row")).toHaveCount(7);
  await expect(book.getByRole("link", { name: "Ada Array" })).toHaveAttribute(
    "href",
    `/${course.slug}/roster/${course.ada.enrolmentId}`,
  );
  test.slow();
  await expectAccessible(page);
  await page.goto(`/${course.slug}/grades?page=9`);
  await expect(page.getByText("There are no students on this page.")).toBeVisible();
});

test("visitors and students who have dropped see no grades", async ({ page, course }) => {
  await page.goto(`/${course.slug}/grades`);
  await expect(page).toHaveURL(/\/login\?next=/);
  await signIn(page, course.dora);
  expect((await page.goto(`/${course.slug}/grades`))?.status()).toBe(404);
});
