import { castPassword } from "@/db/seed/enrol-cast";
import { disable } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a student signs in with a password, comes back to the page asked for, and signs out", async ({
      page,
      course,
    }) => {
      await page.goto(`/${course.slug}/grades`);
      await expect(page).toHaveURL(/\/login\?next=/);
      await page.getByLabel("Email").fill(course.emailOf("ada"));
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.locator("form [role=alert]")).toContainText(
        "There is no account with this e-mail",
      );
      await expect(page.getByLabel("Email")).toHaveValue(course.emailOf("ada"));
      await expect(page.getByLabel("Password")).toHaveValue("");
      await page.getByLabel("Password").fill(castPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`/${course.slug}/grades$`));
      await expect(page.getByText("Ada Array").first()).toBeVisible();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
      await page.goto(`/${course.slug}/grades`);
      await expect(page).toHaveURL(/\/login/);
    });
  });
}

test("a next that leads to another site is ignored", async ({ page, course }) => {
  await page.goto("/login?next=//evil.test/x");
  await page.getByLabel("Email").fill(course.emailOf("ada"));
  await page.getByLabel("Password").fill(castPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${course.slug}/dashboard$`));
});

test("a disabled person is out at the next click", async ({ page, course }) => {
  await signIn(page, course.ben);
  await page.goto(`/${course.slug}/grades`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grades");
  await disable(course.emailOf("ben"));
  await page.reload();
  await expect(page).toHaveURL(/\/login/);
});

test("a changed password signs every other browser out, and the new one works", async ({
  page,
  browser,
  course,
}) => {
  await signIn(page, course.cleo);
  const other = await browser.newPage();
  await signIn(other, course.cleo);
  await page.goto("/account");
  await page.getByLabel("Current password").fill("wrong");
  await page.getByLabel("New password").fill("too short");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.locator("form [role=alert]").getByRole("link")).toHaveText([
    /^That is not your current password/,
    /^The new password is too short/,
  ]);
  await page.getByLabel("Current password").fill(castPassword);
  await page.getByLabel("New password").fill("a longer password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status")).toContainText("Your password was changed");
  await other.goto("/account");
  await expect(other).toHaveURL(/\/login/);
  await other.getByLabel("Email").fill(course.emailOf("cleo"));
  await other.getByLabel("Password").fill("a longer password");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other).toHaveURL(/\/account$/);
  await other.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(other).toHaveURL(/\/login$/);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
});

test("a person chooses dark pages whatever the system says", async ({ page, course }) => {
  await signIn(page, course.ada);
  await page.goto("/account");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("button", { name: "Save choice" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

for (const path of ["/login", "/account", "/logout", "/"]) {
  test(`${path} is accessible`, async ({ page, course }) => {
    if (path !== "/login") await signIn(page, course.ada);
    await page.goto(path);
    await expectAccessible(page);
  });
}
