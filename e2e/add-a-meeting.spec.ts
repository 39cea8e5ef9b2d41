import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an instructor adds a discussion between two classes; the numbers follow, the addresses stay", async ({
      page,
      course,
    }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/schedule`);
      await page.getByRole("link", { name: "Add a meeting" }).click();
      await page.getByLabel("Date", { exact: true }).fill("2024-02-09");
      await page.getByLabel("Kind").selectOption("discussion");
      await page.getByLabel("Title", { exact: true }).fill("A discussion more");
      await page.getByLabel("Address of paper 1").fill("2107.03374");
      await page.getByLabel("Title of paper 1").fill("A title that is not this paper’s");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await expect(page.getByText("One of the titles is wrong.")).toBeVisible();
      const state = page.getByRole("row", { name: "State" });
      await expect(state).toContainText("not in the schedule");
      await expect(state).toContainText("takes place");
      await expect(page.getByText("“A discussion more” becomes Class 9")).toBeAttached();
      await expect(page.getByText("Class 9 becomes Class 10: “Synthetic data”")).toBeAttached();
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page).toHaveURL(new RegExp(`/${course.slug}/meetings/31\\?done=saved$`));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("A discussion more");
      await page.goto(`/${course.slug}/meetings/9`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Synthetic data");
      const visitor = await page.request.get(`/${course.slug}/schedule`, {
        headers: { cookie: "" },
      });
      expect(await visitor.text()).toContain("A discussion more");
    });

    test("a meeting without a title is refused beside the field", async ({ page, course }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/meetings/new`);
      await page.getByLabel("Date", { exact: true }).fill("2024-02-09");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await expect(page.getByLabel("Title", { exact: true })).toHaveAccessibleDescription(
        /The meeting has no title/,
      );
    });
  });
}

test("the empty form is accessible in both themes on a phone and a desk", async ({
  page,
  course,
}) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/meetings/new`);
  await expectAccessible(page);
});
