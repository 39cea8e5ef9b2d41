import { handIn } from "./factory-assignments";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

test("what is not due yet waits for nobody, may be graded all the same, and a release of it warns", async ({
  page,
  course,
}) => {
  await handIn(course.ada, { at: course.now });
  await signIn(page, course.tara);
  await page.goto(`/${course.slug}/dashboard`);
  await expect(page.getByText("Nothing waits to be graded.")).toBeVisible();
  await page.goto(`/${course.slug}/grading`);
  await expect(page.getByText("Nothing waits to be graded.")).toBeVisible();
  const row = page.getByRole("row", { name: "Pre-assignment Tue 6 Feb" });
  await expect(row).toContainText("not due yet");
  await row.getByRole("link", { name: "Pre-assignment Tue 6 Feb" }).click();
  await expect(page.getByText("it may still change until Mon 5 Feb, 23:59 EST")).toBeVisible();
  await page.getByRole("group", { name: "Score" }).getByRole("radio", { name: "1" }).check();
  await page.getByRole("button", { name: "Save and next" }).click();
  await expect(page.getByText("all that was handed in is graded")).toBeVisible();
  await expect(row).toContainText("not released");
  await expect(row.getByRole("link", { name: "Release" })).toHaveCount(0);
  await page.getByRole("link", { name: /release its scores/ }).click();
  await expect(page.getByText("This is not due before Mon 5 Feb, 23:59 EST.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Release 1 score" }).click();
  await expect(page.getByRole("status")).toContainText("1 student can see the score");
});
