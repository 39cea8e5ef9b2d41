import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { meetingIdOf, openCourse, takeSeats, setClock } from "./factory";
import { meetingReadings, submissions } from "@/db/schema";
import { grantTo, handIn } from "./factory-assignments";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

const paper = "SWE-bench: Can Language Models Resolve Real-World GitHub Issues?";
const form = (page: Page) => page.getByRole("form", { name: "Pre-assignment" });
const submit = (page: Page) => page.getByRole("button", { name: "Submit pre-assignment" });

test("with every version shown, the papers to choose from are those that can be handed in", async ({
  page,
  course,
}) => {
  const meetingId = await meetingIdOf(course.courseId, 7);
  const of = eq(meetingReadings.meetingId, meetingId);
  await handIn(course.ada, { at: course.now });
  const [first] = await db
    .select({ id: submissions.readingId })
    .from(submissions)
    .where(eq(submissions.courseId, course.courseId));
  await db.delete(meetingReadings).where(and(of, eq(meetingReadings.readingId, first?.id ?? "")));
  await signIn(page, course.ada);
  const papers = form(page).getByRole("group", { name: "Paper" }).getByRole("radio");
  await page.goto(`/${course.slug}/meetings/7`);
  const before = await papers.count();
  await handIn(course.ada, { at: course.now });
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(papers).toHaveCount(before - 1);
  await page.getByRole("link", { name: "See 1 earlier version" }).click();
  await expect(page.getByText(/^Version 1, /)).toBeVisible();
  await expect(papers).toHaveCount(before - 1);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a student hands in a pre-assignment with two questions, gets a receipt, and hands in again", async ({
      page,
      course,
    }) => {
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      await expect(page.getByText("Due Mon 5 Feb, 23:59 EST").first()).toBeVisible();
      await form(page).getByRole("group", { name: "Paper" }).getByLabel(paper).check();
      await page.getByLabel("Summary").fill("Issues of real repositories are the test.");
      await page.getByLabel("Discussion question", { exact: true }).fill("Who writes the tests?");
      await page.getByRole("button", { name: "Add a question" }).click();
      await page.getByLabel("Discussion question 2", { exact: true }).fill("And who reads them?");
      await expect(page.getByLabel("Summary")).toHaveValue(
        "Issues of real repositories are the test.",
      );
      await expect(page.getByLabel(paper)).toBeChecked();
      await submit(page).click();

      const receipt = page.getByRole("status");
      await expect(receipt).toContainText(/^Received Mon 5 Feb, 16:0\d EST, version 1\./);
      await expect(page.getByLabel("Discussion question 2", { exact: true })).toHaveValue(
        "And who reads them?",
      );
      await page.getByLabel("Summary").fill("Shorter.");
      await submit(page).click();
      await expect(receipt).toContainText(/^Received Mon 5 Feb, 16:0\d EST, version 2\./);
      await expect(page.getByLabel("Summary")).toHaveValue("Shorter.");
      await page.getByRole("link", { name: "See 1 earlier version" }).click();
      await page.getByText(/^Version 1, Mon 5 Feb/).click();
      await expect(page.getByText("Issues of real repositories are the test.")).toBeVisible();
      await page.reload();
      await expect(receipt).toContainText("version 2");
      await expect(page.getByLabel("Summary")).toHaveValue("Shorter.");
    });

    test("all that is missing is said on top and beside its field, and nothing typed is lost", async ({
      page,
      course,
    }) => {
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      const question = page.getByLabel("Discussion question");
      await page.getByLabel("Summary").fill("Only a summary.");
      await submit(page).click();
      const said = form(page).getByRole("alert").getByRole("link");
      await expect(said).toHaveText([
        /^No paper is chosen\./,
        /^There is no discussion question\./,
      ]);
      await expect(page.getByRole("group", { name: "Paper" })).toContainText("No paper is chosen.");
      await expect(question).toHaveAccessibleDescription(/There is no discussion question/);
      await said.last().click();
      await expect(question).toBeFocused();
      await said.first().click();
      await expect(page.getByRole("radio").first()).toBeFocused();
      await expect(page.getByLabel("Summary")).toHaveValue("Only a summary.");

      await page.getByLabel(paper).check();
      await submit(page).click();
      await expect(said).toHaveText([/^There is no discussion question\./]);
      await expect(page.getByLabel(paper)).toBeChecked();
      await expect(page.getByLabel("Summary")).toHaveValue("Only a summary.");
      await question.fill("Why?");
      await page.getByLabel("Summary").fill("");
      await submit(page).click();
      await expect(page.getByLabel("Summary")).toHaveAccessibleDescription(/The summary is empty/);
      await expect(page.getByLabel("Discussion question")).toHaveValue("Why?");
      await expect(page.getByRole("status")).toHaveCount(0);
    });

    test("a text of a megabyte gets a sentence, and can be shortened", async ({ page, course }) => {
      const long = "As long as a book. ".repeat(55_000);
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      await page.getByLabel(paper).check();
      await page.getByLabel("Discussion question").fill("Why?");
      // Typing it would take the browser minutes.
      await page.getByLabel("Summary").evaluate((field: HTMLTextAreaElement, text) => {
        field.value = text;
      }, long);
      await submit(page).click();
      await expect(page.getByLabel("Summary")).toHaveAccessibleDescription(
        /has 1,044,999 characters; the limit is 10,000/,
      );
      expect((await page.getByLabel("Summary").inputValue()).length).toBe(long.length);
      await page.getByLabel("Summary").fill("Short.");
      await submit(page).click();
      await expect(page.getByRole("status")).toContainText("version 1");
    });

    test("a form that is sent after the deadline is refused in words, and its text kept", async ({
      page,
      course,
    }) => {
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      await page.getByLabel(paper).check();
      await page.getByLabel("Summary").fill("Written a minute too long.");
      await page.getByLabel("Discussion question").fill("Why?");
      await setClock(course, "2024-02-06T00:00:00-05:00");
      await submit(page).click();
      await expect(
        page.getByText("was due Mon 5 Feb, 23:59 EST, and nothing can be handed in after").first(),
      ).toBeVisible();
      await expect(page.getByText("Written a minute too long.")).toBeVisible();
      await page.goto(`/${course.slug}/meetings/7`);
      await expect(submit(page)).toHaveCount(0);
      await expect(page.getByLabel("Your draft, which was not handed in")).toHaveValue(
        "Written a minute too long.\n\nWhy?",
      );
    });

    test("with late credits the cost is shown before the button, and charged only then", async ({
      page,
    }) => {
      const course = await openCourse({
        change: (file) => ({
          ...file,
          syllabus: {
            ...file.syllabus,
            lateCredits: { perStudent: 2, hoursEach: 24, series: ["pre", "post"] },
          },
        }),
      });
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      await page.getByLabel(paper).check();
      await page.getByLabel("Summary").fill("A little late.");
      await page.getByLabel("Discussion question").fill("Why?");
      await setClock(course, "2024-02-06T09:00:00-05:00");
      await submit(page).click();
      await expect(page.getByText("The deadline passed while this page was open.")).toBeVisible();
      await page.goto(`/${course.slug}/meetings/7`);
      await expect(
        page.getByText("Handing in now costs one late credit (you have 2 left)."),
      ).toBeVisible();
      await expect(page.getByLabel("Summary")).toHaveValue("A little late.");
      await submit(page).click();
      await expect(page.getByRole("status")).toContainText(/^Received .*, for 1 late credit\./);
    });
  });
}

test("the whole pre-assignment from the keyboard", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Typed without a mouse.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Is that enough?");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add a question" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Discussion question 2")).toBeFocused();
  await page.keyboard.type("Really?");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(submit(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("version 1");
});

test("a double click is one version", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.getByLabel(paper).check();
  await page.getByLabel("Summary").fill("Once.");
  await page.getByLabel("Discussion question").fill("Twice?");
  await submit(page).dblclick();
  await expect(page.getByRole("status")).toContainText("version 1");
  await page.reload();
  await expect(page.getByRole("status")).toContainText("version 1");
});

test("the presenter, the excused and day 1 are told in words that nothing is due", async ({
  page,
  course,
}) => {
  await takeSeats(course, 7, [course.ada], new Date("2024-01-17T12:00:00-05:00"));
  await grantTo(course, course.ada, { number: 8, kind: "excused" });
  await signIn(page, course.ada);
  for (const [number, words] of [
    [7, "You present here, which gives 1 point automatically"],
    [8, "You are excused"],
    [1, "The pre-assignment of this meeting is waived for everybody."],
  ] as const) {
    await page.goto(`/${course.slug}/meetings/${number}`);
    await expect(page.getByRole("region", { name: "Pre-assignment" })).toContainText(words);
    await expect(submit(page)).toHaveCount(0);
  }
});

test("an extension is named beside the deadline of the class", async ({ page, course }) => {
  const extendedTo = new Date("2024-02-06T12:00:59.999-05:00");
  await grantTo(course, course.ada, { kind: "extended", extendedTo });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByRole("region", { name: "Pre-assignment" })).toContainText(
    /Due Tue 6 Feb, 12:00 EST in (20 h|19 h 59 min) \(extended for you; for the class it is Mon 5 Feb, 23:59 EST\)/,
  );
});

test("classmates' summaries appear after the deadline, with names, and what they typed is only text", async ({
  page,
  course,
}) => {
  await handIn(course.ben, { text: "<script>alert(1)</script> & more", at: course.now });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByText("Ben Branch")).toHaveCount(0);
  await setClock(course, "2024-02-06T00:00:00-05:00");
  await page.reload();
  const wrote = page.getByRole("region", { name: "What the class wrote" });
  await expect(wrote.getByRole("heading", { name: "Ben Branch" })).toBeVisible();
  await expect(wrote).toContainText("What would change our minds?");
  await wrote.getByText("Summary by Ben Branch").click();
  await expect(wrote.getByText("<script>alert(1)</script> & more")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByText("Ben Branch")).toHaveCount(0);
});

test("the meeting's page is accessible with its forms, its errors and its receipts, from six queries", async ({
  page,
}) => {
  const course = await openCourse({ classmates: 25 });
  for (const mate of course.classmates) await handIn(mate, { at: course.now });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await submit(page).click();
  await expect(form(page).getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await handIn(course.ada, { at: course.now });
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByRole("status")).toBeVisible();
  await expectAccessible(page);
  await setClock(course, "2024-02-06T20:00:00-05:00");
  const answer = await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByRole("heading", { name: /^Mate/ })).toHaveCount(25);
  expect(answer?.headers()["server-timing"]).toBe("queries;desc=6");
});

test("a meeting without readings takes a summary of its topic, and warns the staff", async ({
  page,
}) => {
  const course = await openCourse({
    change: (file) => ({
      ...file,
      meetings: file.meetings.map((each) => ({ ...each, main: [], suggested: [] })),
    }),
  });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByText("This meeting has no paper.")).toHaveCount(0);
  await expect(form(page)).toContainText("Summarise its topic, “New frontiers in benchmarking”.");
  await page.getByLabel("Summary").fill("What I expect of it.");
  await page.getByLabel("Discussion question").fill("Which paper?");
  await submit(page).click();
  await expect(page.getByRole("status")).toContainText("version 1");
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByText("This meeting has no paper.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ada Array" })).toBeVisible();
});
