import { expectAccessible } from "./accessible";
import { openCourse } from "@/db/factory";
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
  });
}

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
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("version 1");
});
