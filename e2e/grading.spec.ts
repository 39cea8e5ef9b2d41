import type { Browser, Page } from "@playwright/test";
import { openCourse, takeSeats, type OpenCourse } from "./factory";
import { handIn } from "./factory-assignments";
import type { EnrolledViewer } from "@/policy/access";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

const at = new Date("2024-01-31T20:00:00-05:00");
const signUp = new Date("2024-01-17T12:00:00-05:00");

async function handInAll(students: readonly EnrolledViewer[]): Promise<void> {
  for (const student of students) {
    const text = `What ${student.name} makes of the benchmarks.`;
    await handIn(student, { number: 6, text, at });
  }
}

const five = ({ ada, ben, cleo, eli, fay }: OpenCourse) => [ada, ben, cleo, eli, fay];

/** A browser of its own in which the person is signed in. */
async function browserOf(browser: Browser, viewer: EnrolledViewer, withScripts = true) {
  const page = await (await browser.newContext({ javaScriptEnabled: withScripts })).newPage();
  await signIn(page, viewer);
  return page;
}

/** The student whose text is open. */
const opened = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });

const problem = (page: Page) => page.getByRole("alert").filter({ hasText: "There is a problem" });

async function save(page: Page, score: "0" | "1", comment?: string): Promise<void> {
  await page.getByRole("group", { name: "Score" }).getByRole("radio", { name: score }).check();
  if (comment !== undefined) await page.getByRole("textbox", { name: "Comment" }).fill(comment);
  await page.getByRole("button", { name: "Save and next" }).click();
}

test("feature 30: a TA grades five texts from the keyboard alone, and takes one back", async ({
  page,
  course,
}) => {
  await handInAll(five(course));
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/grading`);
  await expect(page.getByText("5 items to grade, the oldest for 4 days 20 h.")).toBeVisible();
  const start = page.getByRole("button", { name: "Start grading" });
  while (!(await start.evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByText("0 of 5 graded")).toBeVisible();

  const seen: string[] = [];
  for (const [count, key] of ["1", "0", "1", "1", "1"].entries()) {
    await expect(page.getByText(`${count} of 5 graded`)).toBeVisible();
    const name = await opened(page).innerText();
    seen.push(name);
    await expect(page.getByText(`What ${name} makes of the benchmarks.`)).toBeVisible();
    await page.keyboard.press(key);
    if (count === 1) {
      await page.keyboard.press("c");
      await page.keyboard.type("0 pages read, 1 more to go?");
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press(count % 2 === 0 ? "Enter" : "n");
    await expect(
      page.getByRole("status").filter({ hasText: `Saved ${key} for ${name}.` }),
    ).toBeVisible();
  }
  expect(new Set(seen).size).toBe(5);
  await expect(page.getByText("all that was handed in is graded")).toBeVisible();

  await page.goto(`/${course.slug}/grading/pre-6`);
  await page.getByRole("link", { name: seen[1] ?? "" }).click();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(
    "0 pages read, 1 more to go?",
  );
  await expect(page.getByRole("radio", { name: "0" })).toBeChecked();
  // A page that was just loaded hears no keys before its scripts have run: whoever sees nothing happen presses again.
  await expect(async () => {
    await page.keyboard.press("1");
    await expect(page.getByRole("radio", { name: "1" })).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("status").filter({ hasText: `Saved 1 for ${seen[1] ?? ""}.` }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`The score of ${seen[1] ?? ""} was taken back.`)).toBeVisible();
  await expect(page.getByRole("radio", { name: "0" })).toBeChecked();
  await page.keyboard.press("?");
  await expect(page.getByText("choose the score")).toBeVisible();
});

test("one key takes back what was just saved, and a click reuses a comment", async ({
  page,
  course,
}) => {
  await handInAll([course.ada, course.ben]);
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/grading/pre-6`);
  const first = await opened(page).innerText();
  await save(page, "1", "Say more about the setting.");
  await expect(page.getByText(`Saved 1 for ${first}.`)).toBeVisible();
  await page.getByText("Comments used before (1)").click();
  await page.getByRole("button", { name: "Say more about the setting." }).click();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(
    "Say more about the setting.",
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await expect(opened(page)).toHaveText(first);
  await expect(page.getByRole("radio", { name: "1" })).not.toBeChecked();
});

test("without JavaScript: start, save, take back, skip, except and release", async ({
  browser,
  course,
}) => {
  await handInAll([course.ada, course.ben]);
  const page = await browserOf(browser, course.tara, false);
  await page.goto(`/${course.slug}/grading`);
  await page.getByRole("button", { name: "Start grading" }).click();
  const first = await opened(page).innerText();
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(problem(page)).toContainText("A pre-assignment gets 0 or 1. Choose one of the two.");
  await save(page, "1", "Good.");
  await expect(page.getByRole("status")).toContainText(`Saved 1 for ${first}.`);
  const second = await opened(page).innerText();
  await expect(page.getByText("1 of 2 graded, 1 score not released.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go to the release" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText(`The score of ${first} was taken back.`);
  await expect(page.getByText(/^Tara .+ took the score back on /)).toBeVisible();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(opened(page)).toHaveText(second);
  await save(page, "0");
  await save(page, "1");
  await expect(page.getByText("all that was handed in is graded")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Pre-assignment Thu 1 Feb/ })).toContainText(
    "all graded, not released",
  );

  await page.getByRole("link", { name: /release its scores/ }).click();
  await expect(page.getByText("2 students will be told score and comment.")).toBeVisible();
  await expect(
    page.getByText("4 students handed in nothing: that counts 0 by rule."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Release 2 scores" }).click();
  await expect(page.getByRole("status")).toContainText("2 students can see the score");

  await page.getByRole("link", { name: "Cleo Closure" }).click();
  await page.getByText("Waive, excuse or extend for Cleo Closure").click();
  await page.getByRole("button", { name: "Grant exception" }).click();
  await expect(problem(page).getByRole("link")).toHaveText([
    "Choose what is granted.",
    /^Say why in a few words/,
  ]);
  await page.getByRole("radio", { name: /Extend the deadline/ }).check();
  await page.getByLabel("New deadline: day").fill("2024-01-31");
  await page.getByLabel("Reason").fill("Her train stood still.");
  await page.getByRole("button", { name: "Grant exception" }).click();
  await expect(problem(page)).toContainText(
    "An extension must end after the deadline, which is Wed 31 Jan, 23:59 EST.",
  );
  await expect(page.getByLabel("Reason")).toHaveValue("Her train stood still.");
  await page.getByLabel("New deadline: day").fill("2024-02-07");
  await page.getByRole("button", { name: "Grant exception" }).click();
  await expect(page.getByText("Extended to Wed 7 Feb, 23:59 EST.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw exception" }).click();
  await expect(page.getByText("Extended to")).toHaveCount(0);
});

for (const withScripts of [true, false]) {
  test(`feature 31: of two graders on one text the second sees both, ${withScripts ? "with" : "without"} JavaScript`, async ({
    browser,
    course,
  }) => {
    await handInAll([course.ada]);
    const [tara, tom] = [
      await browserOf(browser, course.tara, withScripts),
      await browserOf(browser, course.tom, withScripts),
    ];
    const item = `/${course.slug}/grading/pre-6?item=${course.ada.enrolmentId}`;
    await tara.goto(item);
    await tom.goto(item);
    await save(tara, "0", "Where is the method?");
    await expect(tara.getByText("Saved 0 for Ada Array.")).toBeVisible();
    await save(tom, "1", "A fine summary.");
    await expect(problem(tom)).toContainText(
      /Tara Trace saved 0 with “Where is the method\?” on Mon 5 Feb, 16:0\d EST, after you opened it/,
    );
    await expect(tom.getByRole("textbox", { name: "Comment" })).toHaveValue("A fine summary.");
    await expect(tom.getByRole("radio", { name: "1" })).toBeChecked();
    // The ordinary button does not overwrite, however often it is pressed.
    await tom.getByRole("button", { name: "Save and next" }).click();
    await expect(problem(tom)).toContainText("after you opened it");
    await tom.getByRole("button", { name: "Save mine over it" }).click();
    await expect(tom.getByText("Saved 1 for Ada Array.")).toBeVisible();
  });
}

test("after a refusal that was mended, nothing of it stays on the page", async ({
  page,
  course,
}) => {
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/grading/pre-6?item=${course.cleo.enrolmentId}`);
  await page.getByText("Waive, excuse or extend for Cleo Closure").click();
  await page.getByRole("radio", { name: /Excuse an absence/ }).check();
  await page.getByRole("button", { name: "Grant exception" }).click();
  await expect(problem(page)).toContainText("Say why in a few words");
  await page.getByLabel("Reason").fill("A letter came.");
  await page.getByRole("button", { name: "Grant exception" }).click();
  await expect(page.getByText("Excused: it does not count.")).toBeVisible();
  await expect(problem(page)).toHaveCount(0);
  await expect(page.getByLabel("Reason")).toBeHidden();
});

test("whoever opens a text that another has open is told so", async ({ browser, course }) => {
  await handInAll([course.ada]);
  const tara = await browserOf(browser, course.tara);
  await tara.goto(`/${course.slug}/grading`);
  await tara.getByRole("button", { name: "Start grading" }).click();
  await expect(opened(tara)).toHaveText("Ada Array");
  const tom = await browserOf(browser, course.tom);
  await tom.goto(`/${course.slug}/grading`);
  await tom.getByRole("button", { name: "Start grading" }).click();
  await expect(tom.getByText("Every text that waits is open with another grader.")).toBeVisible();
  await tom.goto(`/${course.slug}/grading/pre-6?item=${course.ada.enrolmentId}`);
  await expect(tom.getByText("Tara Trace has this open.")).toBeVisible();
});

test("on a telephone the score is at hand below a text longer than the window", async ({
  browser,
  course,
}) => {
  const text = "What the benchmarks measure, and what they leave out. ".repeat(60);
  await handIn(course.ada, { number: 6, text, at });
  const page = await browserOf(browser, course.tara, false);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/${course.slug}/grading/pre-6?item=${course.ada.enrolmentId}`);
  await expect(page.getByRole("group", { name: "Score" })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("textbox", { name: "Comment" })).toBeInViewport({ ratio: 1 });
  await save(page, "1");
  await expect(page.getByRole("status")).toContainText("Saved 1 for Ada Array.");
});

test("a presentation is scored by the rubric, released, and seen with its bonus", async ({
  browser,
  course,
}) => {
  await takeSeats(course, 4, [course.ada, course.ben], signUp);
  const tara = await browserOf(browser, course.tara);
  await tara.goto(`/${course.slug}/grading`);
  await tara.getByRole("link", { name: "Score the presentation" }).click();
  await tara.getByRole("button", { name: "Save scores" }).click();
  await expect(problem(tara)).toContainText("Choose 0, 1, 2 for “content”.");
  for (const name of ["Content", "Review", "Future", "Reproducibility", "Discussion questions"]) {
    await tara.getByRole("group", { name }).getByRole("radio").nth(2).check();
  }
  await tara.getByRole("textbox", { name: "Comment" }).fill("Well led.");
  await tara.getByRole("button", { name: "Save scores" }).click();
  await expect(tara.getByRole("status")).toContainText(
    "Saved 20 of 20 for Ada Array and Ben Branch.",
  );
  await expect(problem(tara)).toHaveCount(0);
  const tom = await browserOf(browser, course.tom);
  await tom.goto(`/${course.slug}/grading/presentation-4`);
  await tara.getByRole("textbox", { name: "Comment" }).fill("Very well led.");
  await tara.getByRole("button", { name: "Save scores" }).click();
  await expect(tara).toHaveURL(/saved=2/);
  await tom.getByRole("textbox", { name: "Comment" }).fill("Well led.");
  await tom.getByRole("button", { name: "Save scores" }).click();
  await expect(problem(tom)).toContainText("Tara Trace saved 20 with “Very well led.”");
  await tom.getByRole("button", { name: "Save mine over it" }).click();
  await expect(tom).toHaveURL(/saved=3/);
  await expect(problem(tom)).toHaveCount(0);
  await tara.reload();
  const ada = await browserOf(browser, course.ada);
  await ada.goto(`/${course.slug}/grades`);
  await expect(ada.getByText("no score yet. It carries a bonus of 2.")).toBeVisible();
  await tara.getByRole("button", { name: "Release 2 scores" }).click();
  await expect(tara.getByRole("status")).toContainText("2 students can see the score");
  await ada.reload();
  await expect(ada.getByText("22 of 20.").first()).toBeVisible();
  await expect(ada.getByText("Well led.")).toBeVisible();
});

test("students and visitors find no grading here", async ({ page, course }) => {
  for (const path of ["grading", "grading/pre-6"]) {
    await page.goto(`/${course.slug}/${path}`);
    await expect(page).toHaveURL(/\/login\?next=/);
  }
  await signIn(page, course.ada);
  for (const path of ["grading", "grading/pre-6", "grading/presentation-4"]) {
    expect((await page.goto(`/${course.slug}/${path}`))?.status()).toBe(404);
  }
  await signIn(page, course.tara);
  for (const path of ["pre-15", "presentation-6", "pre-99", "nonsense", "pre-6?item=me"]) {
    expect((await page.goto(`/${course.slug}/grading/${path}`))?.status(), path).toBe(404);
  }
  const dropped = `/${course.slug}/grading/pre-6?item=${course.dora.enrolmentId}`;
  expect((await page.goto(dropped))?.status()).toBe(404);
});

/** axe reads each page four times, which takes its time on a busy machine. */
async function checkPage(page: Page, path: string): Promise<void> {
  test.slow();
  await page.goto(path);
  await expectAccessible(page);
}

test("the queue is accessible, empty and full", async ({ page, course }) => {
  const early = await openCourse({ at: "2024-01-15T12:00:00-05:00" });
  await signIn(page, early.tara);
  await page.goto(`/${early.slug}/grading`);
  await expect(page.getByText("Nothing has been handed in yet.")).toBeVisible();
  await signIn(page, course.tara);
  await checkPage(page, `/${course.slug}/grading`);
});

test("an item is accessible, and small", async ({ page, course }) => {
  await handInAll(five(course));
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/grading`);
  await page.getByRole("button", { name: "Start grading" }).click();
  await save(page, "1", "Say more.");
  await expect(page.getByRole("status").first()).toContainText("Saved 1");
  expect(await page.locator("body *").count()).toBeLessThan(350);
  await checkPage(page, page.url());
});

test("an assignment as a whole is accessible", async ({ page, course }) => {
  await handInAll([course.ada]);
  await signIn(page, course.tara);
  await checkPage(page, `/${course.slug}/grading/pre-6`);
});

test("the rubric is accessible", async ({ page, course }) => {
  await takeSeats(course, 4, [course.ada, course.ben], signUp);
  await signIn(page, course.tara);
  await checkPage(page, `/${course.slug}/grading/presentation-4`);
});
