import { openCourse } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

test.describe("for a reader in Berlin", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("a deadline says what it is there, in the page as it is sent, so that nothing moves", async ({
    page,
    context,
    course,
  }) => {
    await signIn(page, course.ada);
    await page.goto(`/${course.slug}/schedule`);
    await expect
      .poll(async () => (await context.cookies()).map(({ name }) => name))
      .toContain("zone");
    await page.goto(`/${course.slug}/meetings/7`);
    const own = page.getByRole("region", { name: "Pre-assignment" });
    await expect(own).toContainText(
      /Due Mon 5 Feb, 23:59 EST in 7 h 5\d min \(Tue 6 Feb, 05:59 CET for you\)\./,
    );
    const sent = await page.request.get(`/${course.slug}/meetings/7`);
    expect(await sent.text()).toContain("05:59 CET");
    await page.goto(`/${course.slug}/dashboard`);
    await expect(page.getByText("(Tue 6 Feb, 05:59 CET for you)").first()).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("for a reader in Berlin, while seats are taken", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("the end of the sign-up says what it is there", async ({ page, context }) => {
    const early = await openCourse({ at: "2024-01-17T12:00:00-05:00" });
    await signIn(page, early.ada);
    await page.goto(`/${early.slug}/schedule`);
    await expect
      .poll(async () => (await context.cookies()).map(({ name }) => name))
      .toContain("zone");
    await page.goto(`/${early.slug}/discussions`);
    await expect(
      page.getByText(
        "It closes on Thu 18 Jan, 23:59 EST (Fri 19 Jan, 05:59 CET for you), in 1 day",
      ),
    ).toBeVisible();
  });
});

test("a reader in the course's zone, or in one that is none, sees the course's time alone", async ({
  page,
  context,
  course,
  baseURL,
}) => {
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  await page.reload();
  const due = page.getByRole("region", { name: "Pre-assignment" });
  await expect(due).toContainText(/Due Mon 5 Feb, 23:59 EST in 7 h 5\d min\./);
  await context.addCookies([{ name: "zone", value: "Mars/Olympus", url: baseURL ?? "" }]);
  await page.reload();
  await expect(due).toContainText(/Due Mon 5 Feb, 23:59 EST in 7 h 5\d min\./);
});

test("the time that is left runs without a reload, and says when it is over", async ({
  page,
  course,
}) => {
  await page.clock.install();
  await signIn(page, course.ada);
  await page.goto(`/${course.slug}/meetings/7`);
  const due = page.getByRole("region", { name: "Pre-assignment" });
  await expect(due).toContainText("in 7 h 5");
  // An hour that passes before the page's scripts run is not counted.
  await expect
    .poll(async () => {
      await page.clock.runFor("01:00:00");
      return due.innerText();
    })
    .toContain("in 5 h 5");
  await page.clock.runFor("06:00:00");
  await expect(due).toContainText("Due Mon 5 Feb, 23:59 EST (over now).");
});
