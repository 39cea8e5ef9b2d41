import { expectAccessible } from "./accessible";
import { openCourse } from "./factory";
import { handIn } from "./factory-assignments";
import { expect, signIn, test } from "./portal";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("after class a student writes what was interesting, and gets a receipt", async ({
      page,
    }) => {
      const course = await openCourse({ at: "2024-02-06T18:00:00-05:00" });
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      const field = page.getByLabel("What did you find interesting?");
      const submit = page.getByRole("button", { name: "Submit post-assignment" });
      await submit.click();
      await expect(field).toHaveAccessibleDescription(/The text is empty/);
      await field.fill("One thing.");
      await submit.click();
      await expect(page.getByRole("status")).toContainText(
        /^Received Tue 6 Feb, 18:0\d EST, version 1\./,
      );
      await expect(field).toHaveValue("One thing.");
      await expect(field).toHaveAccessibleDescription(
        /This is 1 sentence; 2 to 3 are asked for. You may add to it./,
      );
      await expect(page.getByRole("region", { name: "Pre-assignment" })).toContainText(
        "This pre-assignment was due Mon 5 Feb, 23:59 EST",
      );
    });

    test("it may be about a question of the class, which the graders and the receipt name", async ({
      page,
    }) => {
      const course = await openCourse({ at: "2024-02-06T18:00:00-05:00" });
      const question = `Is ${"very ".repeat(30)}much data needed?`;
      const before = new Date("2024-02-05T16:00:00-05:00");
      await handIn(course.ben, { questions: [question], at: before });
      await signIn(page, course.ada);
      await page.goto(`/${course.slug}/meetings/7`);
      const about = page.getByLabel("About (optional)");
      await expect(about).toHaveValue("");
      await about.selectOption({
        label: "Paper: SWE-bench: Can Language Models Resolve Real-World GitHub Issues?",
      });
      const paper = await about.inputValue();
      await about.locator(`option[value="${paper}"]`).evaluate((option) => {
        option.setAttribute("value", "another meeting's");
      });
      await page.getByLabel("What did you find interesting?").fill("The question of data.");
      const submit = page.getByRole("button", { name: "Submit post-assignment" });
      await submit.click();
      await expect(about).toHaveAccessibleDescription(/Choose one of those listed, or none\./);
      const field = page.getByLabel("What did you find interesting?");
      await expect(field).toHaveValue("The question of data.");
      await about.selectOption({ index: 1 });
      await expect(about.locator("option:checked")).toHaveText(/^Ben Branch asked: Is very .* …$/);
      await page.getByRole("button", { name: "Save draft" }).click();
      await expect(page.getByText(/Draft saved 18:0\d EST/)).toBeVisible();
      await page.reload();
      await expect(about.locator("option:checked")).toHaveText(/^Ben Branch asked: /);
      if (javaScriptEnabled) await expectAccessible(page);
      await submit.click();
      await expect(page.getByRole("status")).toContainText("version 1");
      await page.getByText("Version 1, ").click();
      await expect(page.getByText(`On a question by Ben Branch: ${question}`)).toBeVisible();
      await expect(about.locator("option:checked")).toHaveText(/^Ben Branch asked: /);

      await signIn(page, course.tara);
      await page.goto(`/${course.slug}/grading/post-7?item=${course.ada.enrolmentId}`);
      await expect(page.getByText(`On a question by Ben Branch: ${question}`)).toBeVisible();
    });
  });
}

test("before the class the form says that it is still to come", async ({ page }) => {
  const field = page.getByLabel("What did you find interesting?");
  for (const [at, says] of [
    ["2024-02-06T09:00:00-05:00", true],
    ["2024-02-06T18:00:00-05:00", false],
  ] as const) {
    const course = await openCourse({ at });
    await signIn(page, course.ada);
    await page.goto(`/${course.slug}/meetings/7`);
    const toCome = /The class is still to come: what you hand in now can be replaced after it\./;
    const described = expect(field);
    await (says ? described : described.not).toHaveAccessibleDescription(toCome);
  }
});

test("where a meeting has neither papers nor questions, nothing is asked", async ({ page }) => {
  const course = await openCourse({
    at: "2024-02-06T18:00:00-05:00",
    change: (file) => ({
      ...file,
      meetings: file.meetings.map((each) =>
        each.number === 7 ? { ...each, main: [], suggested: [] } : each,
      ),
    }),
  });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await expect(page.getByLabel("What did you find interesting?")).toBeVisible();
  await expect(page.getByLabel("About (optional)")).toHaveCount(0);
});

test("the sentences are counted while they are typed, and refused in no number", async ({
  page,
}) => {
  const course = await openCourse({ at: "2024-02-06T18:00:00-05:00" });
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  const field = page.getByLabel("What did you find interesting?");
  await field.focus();
  await page.keyboard.type("It was, e.g., short.");
  await expect(page.getByText("This is 1 sentence; 2 to 3 are asked for.")).toBeVisible();
  await page.keyboard.type(" And then it was not. ");
  await expect(page.getByText("2 sentences so far.")).toBeVisible();
  await page.keyboard.type("Three. Four.");
  await expect(page.getByText("This is 4 sentences; 2 to 3 are asked for.")).toBeVisible();
  await expectAccessible(page);
  for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("status")).toContainText("version 1");
});
