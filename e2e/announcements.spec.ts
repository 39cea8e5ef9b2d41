import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an instructor previews an announcement, posts it, and visitors read it", async ({
      page,
      browser,
      course,
    }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/announcements`);
      await page.getByRole("button", { name: "Preview announcement" }).click();
      await expect(page.locator("form [role=alert]").getByRole("link")).toHaveText([
        "Give the announcement a title.",
        "Write what you want to announce.",
      ]);
      await page.getByLabel("Title").fill("Room change");
      await page.getByLabel("Text").fill("Thursday in **GHC 4401**.");
      await page.getByRole("button", { name: "Preview announcement" }).click();
      const preview = page.getByRole("status", { name: "Preview" });
      await expect(preview.getByRole("heading", { name: "Room change" })).toBeVisible();
      await expect(preview.locator("strong")).toHaveText("GHC 4401");
      await expect(page.getByLabel("Text")).toHaveValue("Thursday in **GHC 4401**.");
      const visitor = await browser.newPage();
      await visitor.goto(`/${course.slug}`);
      await expect(visitor.getByText("GHC 4401")).toHaveCount(0);

      await page.getByRole("button", { name: "Post announcement" }).click();
      await expect(page.getByRole("status")).toContainText("“Room change” was posted.");
      await expect(page.getByRole("article").first()).toContainText("Thursday in GHC 4401.");
      await visitor.reload();
      await expect(visitor.getByRole("heading", { name: "Room change" })).toBeVisible();
    });
  });
}

test("a table too large for a page is cut with a sentence, in the preview and for visitors", async ({
  page,
  course,
}) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/announcements`);
  await page.getByLabel("Title").fill("A very large table");
  const table = `${"|".repeat(801)}\n${"|-".repeat(800)}|\n${"|\n".repeat(800)}\nBelow it.`;
  await page.getByLabel("Text").fill(table);
  await page.getByRole("button", { name: "Preview announcement" }).click();
  const preview = page.getByRole("status", { name: "Preview" });
  await expect(preview).toContainText("goes on for 795 more rows, which are not shown");
  await expect(preview).toContainText("Below it.");
  await page.getByRole("button", { name: "Post announcement" }).click();
  await expect(page.getByRole("status")).toContainText("“A very large table” was posted.");
  await page.context().clearCookies();
  await page.goto(`/${course.slug}`);
  await expect(page.getByRole("main")).toContainText(
    "goes on for 795 more rows, which are not shown",
  );
});

test("by keyboard, Enter in the title previews and does not post", async ({ page, course }) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/announcements`);
  await page.getByLabel("Title").focus();
  await page.keyboard.type("Slides");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Bring your own.");
  await page.getByLabel("Title").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status", { name: "Preview" })).toContainText("Bring your own.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Post announcement" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("“Slides” was posted.");
  await expectAccessible(page);
});

test("the page is the instructor's alone", async ({ page, course }) => {
  await page.goto(`/${course.slug}/announcements`);
  await expect(page).toHaveURL(/\/login\?next=/);
  for (const viewer of [course.ada, course.tara]) {
    await signIn(page, viewer);
    expect((await page.goto(`/${course.slug}/announcements`))?.status()).toBe(404);
  }
});
