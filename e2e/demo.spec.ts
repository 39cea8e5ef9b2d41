import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

for (const [button, name] of [
  ["Continue as student", "Ada Array"],
  ["Continue as TA", "Tomas Tuple"],
  ["Continue as instructor", "Ines Integer"],
] as const) {
  test(`${button}: one press, and somebody of the cast is in the course`, async ({ page }) => {
    await page.goto("/login?next=/s2024/schedule");
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(/\/s2024\/schedule$/);
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Demo" })).toContainText(
      "the clock shows",
    );
  });
}

test("a newcomer who continues as student finds tonight's pre-assignment open", async ({
  page,
}) => {
  await page.goto("/login?next=/s2024/meetings/7");
  await page.getByRole("button", { name: "Continue as student" }).click();
  await expect(page.getByRole("button", { name: "Submit pre-assignment" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("staff move the clock, and a student's deadline has passed", async ({
      page,
      browser,
      course,
    }) => {
      const student = await browser.newPage();
      await signIn(student, course.ada);
      await student.goto(`/${course.slug}/meetings/7`);
      await expect(student.getByRole("button", { name: "Submit pre-assignment" })).toBeVisible();

      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/schedule`);
      const bar = page.getByRole("complementary", { name: "Demo" });
      await expect(bar).toContainText("Demo · the clock shows Mon 5 Feb, 16:0");
      await bar.getByText("Change the time").click();
      await bar.getByRole("button", { name: "To tonight 23:58" }).click();
      await expect(bar).toContainText("Mon 5 Feb, 23:58 EST");
      await expect(page).toHaveURL(new RegExp(`/${course.slug}/schedule$`));

      await bar.getByText("Change the time").click();
      await bar.getByLabel("Day on the clock").fill("2024-02-06");
      await bar.getByLabel("Hour and minute").fill("10:00");
      await bar.getByRole("button", { name: "Move the clock" }).click();
      await expect(bar).toContainText("Tue 6 Feb, 10:0");
      await student.goto(`/${course.slug}/meetings/7`);
      await expect(student.getByText("was due Mon 5 Feb, 23:59 EST").first()).toBeVisible();
      await expect(student.getByRole("button", { name: "Submit pre-assignment" })).toHaveCount(0);

      await bar.getByText("Change the time").click();
      await bar.getByRole("button", { name: "To the next class" }).click();
      await expect(bar).toContainText("Tue 6 Feb, 15:30 EST");
    });

    test("a time that cannot be is refused in words, and back is asked about first", async ({
      page,
      course,
    }) => {
      await signIn(page, course.tara);
      await page.goto(`/${course.slug}/schedule`);
      const bar = page.getByRole("complementary", { name: "Demo" });
      await bar.getByText("Change the time").click();
      await bar.getByLabel("Day on the clock").fill("2024-12-24");
      await bar.getByRole("button", { name: "Move the clock" }).click();
      await expect(bar.getByRole("alert")).toContainText("The clock of this demo runs from");
      await expect(bar.getByLabel("Day on the clock")).toHaveValue("2024-12-24");

      await bar.getByLabel("Day on the clock").fill("2024-01-17");
      await bar.getByRole("button", { name: "Move the clock" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Move the clock back?");
      await expect(page.getByText("Nobody has done anything by hand")).toBeVisible();
      await page.getByRole("link", { name: "Leave it as it is" }).click();
      await expect(bar).toContainText("Mon 5 Feb, 16:0");
    });
  });
}

test("visitors and students see the clock and cannot move it; a visitor's page has no script", async ({
  page,
  course,
}) => {
  await page.goto(`/${course.slug}/schedule`);
  const bar = page.getByRole("complementary", { name: "Demo" });
  await expect(bar).toContainText("the clock shows");
  await expect(bar.locator("form")).toHaveCount(0);
  await expect(page.locator("script, form")).toHaveCount(0);
  await signIn(page, course.ada);
  await page.reload();
  await expect(bar).toContainText("the clock shows");
  await expect(bar.locator("form")).toHaveCount(0);
});

test("the bar and the question before going back are accessible", async ({ page, course }) => {
  await page.goto(`/${course.slug}`);
  await expectAccessible(page);
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/schedule`);
  await page.getByText("Change the time").click();
  await expectAccessible(page);
  await page.goto(`/${course.slug}/clock?date=2024-01-17&time=12%3A00`);
  await expectAccessible(page);
});

test("while the clock moves back the page says up to when the course is lived", async ({
  page,
  course,
}) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/clock?date=2024-01-17&time=12%3A00`);
  const living = page.getByText(
    "The invented class is living the course up to Wed 17 Jan, 12:00 EST. This can take some seconds.",
  );
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route("**/clock?*", async (route) => {
    await held;
    await route.continue();
  });
  await expect(living).toHaveCount(0);
  await page.getByRole("button", { name: "Move the clock back" }).click();
  await expect(living).toBeVisible();
  goOn();
  await expect(living).toHaveCount(0);
});

test("while the clock moves the bar says that it takes some seconds", async ({ page, course }) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/schedule`);
  const bar = page.getByRole("complementary", { name: "Demo" });
  await bar.getByText("Change the time").click();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route("**/schedule", async (route) => {
    await held;
    await route.continue();
  });
  await bar.getByRole("button", { name: "To tonight 23:58" }).click();
  await expect(bar.getByText("The clock is moving")).toBeVisible();
  await expect(bar.getByRole("button", { name: "To tonight 23:58" })).toBeDisabled();
  goOn();
  await expect(bar).toContainText("Mon 5 Feb, 23:58 EST");
});
