import type { Page } from "@playwright/test";
import { db } from "@/db/client";
import { enrolments } from "@/db/schema";
import { eq } from "drizzle-orm";
import type { EnrolledViewer } from "@/policy/access";
import { expectAccessible } from "./accessible";
import type { OpenCourse } from "./factory";
import { handIn } from "./factory-assignments";
import { openSeminar } from "./factory-seminar";
import { expect, signIn, test } from "./portal";

/*
 * A course with other rules than the first: one response a meeting, read under a number, with free passes, and a mark
 * that staff give by hand.
 */

const response = (page: Page) => page.getByRole("region", { name: "Response", exact: true });

async function openMeeting(page: Page, course: OpenCourse, who: EnrolledViewer, number = 7) {
  await signIn(page, who);
  await page.goto(`/${course.slug}/meetings/${number}`);
}

/** The number under which classmates read the student. */
async function numberOf({ enrolmentId }: EnrolledViewer): Promise<string> {
  const [found] = await db
    .select({ alias: enrolments.alias })
    .from(enrolments)
    .where(eq(enrolments.id, enrolmentId));
  return `No. ${found?.alias ?? ""}`;
}

/** Presses Tab until the button has the focus, then Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  while (!(await button.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

const prompts = [
  "What is it about?",
  "What did you learn?",
  "What did you not understand?",
  "A research question",
  "A step towards its answer",
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("a response with five prompts is handed in by keyboard, under a number that the form says", async ({
      page,
    }) => {
      const course = await openSeminar();
      await openMeeting(page, course, course.ada);
      const own = await numberOf(course.ada);
      await expect(response(page)).toContainText(
        `After the deadline classmates read it under your number, ${own}, never under your name.`,
      );
      await expect(response(page)).toContainText("Tue 6 Feb, 11:00 EST");
      await expect(page.getByRole("group", { name: "Paper" })).toHaveCount(0);
      await expect(page.getByLabel("Discussion question")).toHaveCount(0);
      await page.getByLabel(prompts[0] ?? "").focus();
      for (const prompt of prompts.slice(0, 4)) {
        await expect(page.getByLabel(prompt)).toBeFocused();
        await page.keyboard.type(`Of ${prompt}`);
        await page.keyboard.press("Tab");
      }
      await pressByKeyboard(page, "Submit response");
      await expect(page.getByLabel("A step towards its answer")).toHaveAccessibleDescription(
        /“A step towards its answer” is empty/,
      );
      await expect(page.getByLabel("What did you learn?")).toHaveValue("Of What did you learn?");
      await page.getByLabel("A step towards its answer").fill("Measure it.");
      await pressByKeyboard(page, "Submit response");
      await expect(page.getByRole("status")).toContainText(
        /^Received Mon 5 Feb, 16:\d\d EST, version 1\./,
      );
      await expect(response(page)).toContainText("handed in");
    });

    test("a free pass is taken and taken back until the deadline, and says how many are left", async ({
      page,
    }) => {
      const course = await openSeminar();
      await openMeeting(page, course, course.ada);
      await expect(response(page)).toContainText("You have 2 of 2 free passes left.");
      await pressByKeyboard(page, "Use a free pass");
      await expect(page.getByRole("status")).toContainText(
        "You have taken a free pass for this response.",
      );
      await expect(response(page)).toContainText("You have 1 of 2 free passes left.");
      await expect(response(page)).toContainText(
        "You use a free pass here: nothing is due, and the day does not count.",
      );
      await expect(page.getByRole("button", { name: "Submit response" })).toHaveCount(0);
      await page.goto(`/${course.slug}/grades`);
      await expect(page.getByRole("listitem").filter({ hasText: "free pass" })).toHaveCount(1);
      await page.goto(`/${course.slug}/meetings/7`);
      await pressByKeyboard(page, "Take back the free pass");
      await expect(page.getByRole("status")).toContainText("this response is due again");
      await expect(response(page)).toContainText("You have 2 of 2 free passes left.");
      await expect(page.getByRole("button", { name: "Submit response" })).toBeVisible();
    });

    test("classmates read a response under its number, and the staff under the name", async ({
      page,
    }) => {
      const course = await openSeminar();
      const at = new Date("2024-01-31T20:00:00-05:00");
      await handIn(course.ben, { number: 6, series: "response", text: "What Ben thinks.", at });
      const number = await numberOf(course.ben);
      await openMeeting(page, course, course.ada, 6);
      const written = page.getByRole("region", { name: "What the class wrote" });
      await expect(written.getByRole("heading", { level: 3 })).toHaveText([number]);
      await written.getByText(`Text by ${number}`).click();
      await expect(written.getByText("What Ben thinks.")).toHaveCount(5);
      expect(await page.content()).not.toContain("Ben Branch");
      await openMeeting(page, course, course.tara, 6);
      await expect(written.getByRole("heading", { level: 3 })).toHaveText(["Ben Branch"]);
    });

    test("a TA gives participation by hand, and the student sees it once it is released", async ({
      page,
    }) => {
      const course = await openSeminar();
      const at = `/${course.slug}/grading/participation`;
      await signIn(page, course.tara);
      await page.goto(`/${course.slug}/grading`);
      await page.getByRole("link", { name: "Participation", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${at}$`));
      await page.goto(`${at}?item=${course.ada.enrolmentId}`);
      await page.getByRole("textbox", { name: "Score" }).fill("20.5");
      await pressByKeyboard(page, "Save and next");
      await expect(page.getByRole("textbox", { name: "Score" })).toHaveAccessibleDescription(
        /“Participation” gets between 0 and 20 points/,
      );
      await page.getByRole("textbox", { name: "Score" }).fill("17.5");
      await page.getByRole("textbox", { name: "Comment" }).fill("Asks what others do not dare to.");
      await pressByKeyboard(page, "Save and next");
      await expect(page.getByRole("status")).toContainText("Saved 17.5 for Ada Array.");
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/grades`);
      const mark = page.getByRole("region", { name: "Participation" });
      await expect(mark).toContainText("No score yet, of 20.");
      await signIn(page, course.tara);
      await page.goto(at);
      await page.getByRole("button", { name: "Release 1 score" }).click();
      await expect(page.getByRole("status")).toContainText(
        "Released: 1 student can see the score.",
      );
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/grades`);
      await expect(mark).toContainText("17.5 of 20.");
      await expect(mark).toContainText("Asks what others do not dare to.");
    });
  });
}

const pages: [keyof Pick<OpenCourse, "ada" | "tara" | "iris">, string[]][] = [
  ["ada", ["/meetings/7", "/dashboard", "/grades", "/discussions", "/rules"]],
  ["tara", ["/dashboard", "/grading", "/grading/participation", "/grading/first-post", "/grades"]],
  ["iris", ["/dashboard", "/roster", "/meetings/7/edit", "/discussions/7"]],
];

for (const [who, paths] of pages) {
  test(`the pages of such a course are accessible to ${who}, and speak of no units and no other series`, async ({
    page,
  }) => {
    const course = await openSeminar();
    await signIn(page, course[who]);
    for (const path of paths) {
      await page.goto(`/${course.slug}${path}`);
      await expectAccessible(page);
      const text = await page.getByRole("main").innerText();
      expect(text, path).not.toMatch(/\bunits\b|pre-assignment|post-assignment/i);
    }
  });
}
