import { takeSeats } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

const signUpDay = new Date("2024-01-17T12:00:00-05:00");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an instructor moves a class: the preview lists what follows, a visitor sees it at once, and undo takes it back", async ({
      page,
      course,
      browser,
    }) => {
      const address = `/${course.slug}/meetings/8`;
      const visitor = await browser.newPage();
      await visitor.goto(`${test.info().project.use.baseURL}${address}`);
      await expect(visitor.getByText("Thursday 8 February 2024")).toBeVisible();

      await signIn(page, course.iris);
      await page.goto(address);
      await page.getByRole("link", { name: "Edit meeting" }).click();
      await page.getByLabel("Date", { exact: true }).fill("2024-02-16");
      await page.getByRole("button", { name: "Preview changes" }).click();

      const deadlines = page.getByRole("table", { name: "Deadlines" });
      await expect(deadlines.getByRole("row", { name: "Pre-assignment" })).toContainText(
        "Wed 7 Feb, 23:59 EST",
      );
      await expect(deadlines.getByRole("row", { name: "Pre-assignment" })).toContainText(
        "Thu 15 Feb, 23:59 EST",
      );
      await expect(page.getByText("is another weekday than usual")).toBeVisible();
      await expect(page.getByText("Class 8 becomes Class 10: “Data”")).toBeVisible();
      const told = page.getByRole("region", { name: "What the course is told" });
      await expect(told).toContainText("“Data” moves to Fri 16 Feb, 15:30 EST");
      await expect(told.getByLabel("Announce this change to the course")).toBeChecked();
      await visitor.reload();
      await expect(visitor.getByText("Thursday 8 February 2024")).toBeVisible();

      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByRole("status")).toContainText("The meeting is saved.");
      await expect(page.getByText("Friday 16 February 2024")).toBeVisible();
      await visitor.reload();
      await expect(visitor.getByText("Friday 16 February 2024")).toBeVisible();
      const student = await browser.newPage();
      await signIn(student, course.ada);
      await student.goto(address);
      await expect(student.getByRole("region", { name: "Pre-assignment" })).toContainText(
        "Due Thu 15 Feb, 23:59 EST",
      );
      await expect(student.getByRole("region", { name: "Post-assignment" })).toContainText(
        "Due Fri 16 Feb, 23:59 EST",
      );
      await student.goto(`/${course.slug}/dashboard`);
      await expect(student.getByText("Tue 6 Feb, 23:59 EST")).toBeVisible();
      await expect(student.getByText("Wed 7 Feb, 23:59 EST")).toHaveCount(0);
      await student.getByRole("link", { name: "“Data” moves to Fri 16 Feb, 15:30 EST" }).click();
      await expect(student.getByRole("article").filter({ hasText: "“Data” moves" })).toContainText(
        "The pre-assignment: due Thu 15 Feb, 23:59 EST instead of Wed 7 Feb, 23:59 EST.",
      );
      await student.close();

      await page.getByRole("link", { name: "Undo this change" }).click();
      await expect(page.getByRole("table", { name: "Deadlines" })).toContainText(
        "Wed 7 Feb, 23:59 EST",
      );
      await page.getByLabel("Announce this change to the course").uncheck();
      await page.getByRole("button", { name: "Undo this change" }).click();
      await expect(page.getByRole("status")).toContainText("The meeting is saved.");
      await visitor.reload();
      await expect(visitor.getByText("Thursday 8 February 2024")).toBeVisible();
      await visitor.goto(`/${course.slug}`);
      await expect(visitor.getByRole("heading", { name: "“Data” moves to" })).toHaveCount(1);
      await visitor.close();
    });

    test("30 February is refused in words beside the date, and nothing typed is lost", async ({
      page,
      course,
    }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/meetings/8/edit`);
      await page.getByLabel("Date", { exact: true }).fill("2024-02-30");
      await page.getByLabel("Title", { exact: true }).fill("Data, twice");
      await page.getByLabel("Kind").selectOption("guest");
      await page.getByLabel("Pre-assignment waived for everybody").check();
      await page.getByRole("button", { name: "Preview changes" }).click();
      await expect(page.getByLabel("Date", { exact: true })).toHaveAccessibleDescription(
        /30 February 2024 does not exist: February 2024 has 29 days/,
      );
      await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Data, twice");
      await expect(page.getByLabel("Kind")).toHaveValue("guest");
      await expect(page.getByLabel("Pre-assignment waived for everybody")).toBeChecked();
    });

    test("a deadline inside the break is refused unless the instructor means it", async ({
      page,
      course,
    }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/meetings/8/edit`);
      await expect(page.getByLabel("Save it anyway")).toHaveCount(0);
      await page.getByLabel("Date", { exact: true }).fill("2024-03-08");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await expect(page.locator("form [role=alert]")).toContainText("inside “Spring break”");
      await page.getByLabel("Save it anyway").check();
      await page.getByRole("button", { name: "Preview changes" }).click();
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByRole("status")).toContainText("The meeting is saved.");
      await expect(page.getByText("Friday 8 March 2024")).toBeVisible();
    });

    test("papers are added, moved and removed by buttons, and going back keeps what was typed", async ({
      page,
      course,
    }) => {
      await signIn(page, course.iris);
      await page.goto(`/${course.slug}/meetings/8/edit`);
      await page.getByRole("button", { name: "Remove paper 2" }).click();
      await page.getByRole("button", { name: "Add a reading" }).click();
      await page.getByLabel("Title of paper 4").fill("A new paper");
      await page.getByLabel("Address of paper 4").fill("arXiv:2402.01234");
      await page.getByRole("button", { name: "Move up paper 4" }).click();
      await expect(page.getByLabel("Title of paper 3")).toHaveValue("A new paper");
      await page.getByLabel("Text on the meeting’s page").fill("Read *closely*.");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "leaves the list" })).toHaveCount(
        1,
      );
      await expect(page.locator("em", { hasText: "closely" })).toBeVisible();
      await page.getByRole("button", { name: "Change something else" }).click();
      await expect(page.getByLabel("Address of paper 3")).toHaveValue("arXiv:2402.01234");
      await page.getByRole("button", { name: "Preview changes" }).click();
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByRole("link", { name: "A new paper" })).toBeVisible();
    });

    test("of two instructors the second sees both versions, and saves after a look", async ({
      page,
      course,
      context,
    }) => {
      await signIn(page, course.iris);
      const other = await context.newPage();
      for (const each of [page, other]) {
        await each.goto(`/${course.slug}/meetings/8/edit`);
      }
      await page.getByLabel("Room").fill("GHC 4401");
      await other.getByLabel("Room").fill("NSH 3305");
      for (const each of [page, other]) {
        await each.getByRole("button", { name: "Preview changes" }).click();
        await expect(each.getByRole("table", { name: "The meeting" })).toContainText("Room");
      }
      await page.getByRole("button", { name: "Save changes" }).click();
      await expect(page.getByRole("status")).toContainText("The meeting is saved.");
      await other.getByRole("button", { name: "Save changes" }).click();
      const both = other.getByRole("table", { name: "Where the two differ" });
      await expect(both).toContainText("GHC 4401");
      await expect(both).toContainText("NSH 3305");
      await other.getByRole("button", { name: "Preview changes" }).click();
      await other.getByRole("button", { name: "Save changes" }).click();
      await expect(other.getByText("in NSH 3305")).toBeVisible();
    });
  });
}

test("by keyboard alone: Enter in a field previews, and the heading of the preview has the focus", async ({
  page,
  course,
}) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/meetings/8/edit`);
  await page.getByLabel("Date", { exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2024-02-16");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What this changes" })).toBeFocused();
  const save = page.getByRole("button", { name: "Save changes" });
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press("Tab");
    if (await save.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(save).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("The meeting is saved.");
  await expect(page.getByText("Friday 16 February 2024")).toBeVisible();
});

test("cancelling frees the presenters and says so, and reinstating gives them their seats back", async ({
  page,
  course,
}) => {
  await takeSeats(course, 9, [course.ada, course.ben], signUpDay);
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/meetings/9`);
  await page.getByRole("link", { name: "Cancel meeting" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "lose their seats" })).toContainText(
    "Ada Array, Ben Branch",
  );
  await expect(page.getByRole("row", { name: "State" })).toContainText("takes place");
  await expectAccessible(page);
  const announce = page.getByLabel("Announce this change to the course");
  await expect(announce).toBeChecked();
  await announce.uncheck();
  await page.route("**/change?*", (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Cancel meeting" }).click();
  const told = page.getByRole("form", { name: "Cancel meeting" }).getByRole("alert");
  await expect(told).toContainText("The portal could not be reached");
  await expect(announce).not.toBeChecked();
  await announce.check();
  await page.getByRole("button", { name: "Cancel meeting" }).click();
  await expect(page.getByText("This meeting is cancelled.")).toBeVisible();
  await page.goto(`/${course.slug}`);
  const news = page.getByRole("article").filter({ hasText: "Synthetic data" });
  await expect(news).toContainText("“Synthetic data” of Tue 13 Feb is cancelled");
  await expect(news).not.toContainText("Ada Array");
  await page.goto(`/${course.slug}/meetings/9`);
  await expect(page.getByText("This meeting is cancelled.")).toBeVisible();
  await expect(page.getByText("Led by")).toHaveCount(0);
  await page.getByRole("link", { name: "Reinstate meeting" }).click();
  await page.getByRole("button", { name: "Reinstate meeting" }).click();
  await expect(page.getByText("Led by Ada Array and Ben Branch")).toBeVisible();
});

test("the form that refuses is accessible in both themes on a phone and a desk", async ({
  page,
  course,
}) => {
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/meetings/9/edit`);
  await page.getByLabel("Date", { exact: true }).fill("2024-03-08");
  await page.getByRole("button", { name: "Preview changes" }).click();
  await expect(page.getByLabel("Save it anyway")).toBeVisible();
  await expectAccessible(page);
});

test("the preview is accessible in both themes on a phone and a desk", async ({ page, course }) => {
  await takeSeats(course, 9, [course.ada, course.ben], signUpDay);
  await signIn(page, course.iris);
  await page.goto(`/${course.slug}/meetings/9/edit`);
  await page.getByLabel("Date", { exact: true }).fill("2024-02-17");
  await page.getByLabel("Text on the meeting’s page").fill("Read *closely*.");
  await page.getByRole("button", { name: "Preview changes" }).click();
  await expect(page.getByRole("heading", { name: "What this changes" })).toBeVisible();
  await expectAccessible(page);
});

test("students, TAs and visitors have no way to the form", async ({ page, course }) => {
  const address = `/${course.slug}/meetings/8`;
  await page.goto(`${address}/edit`);
  await expect(page).toHaveURL(/\/login\?next=/);
  for (const viewer of [course.ada, course.tara]) {
    await signIn(page, viewer);
    await page.goto(address);
    await expect(page.getByRole("link", { name: "Edit meeting" })).toHaveCount(0);
    for (const path of ["edit", "change?to=cancelled"]) {
      expect((await page.goto(`${address}/${path}`))?.status()).toBe(404);
    }
  }
});
