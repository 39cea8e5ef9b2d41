import { formatWeight } from "@/policy/fractions";
import { findSeries } from "@/policy/syllabus";
import { openCourse, realCourse } from "./factory";
import { expectAccessible } from "./accessible";
import { expect, signIn, test } from "./portal";

/** What the answer's content security policy allows, by directive. */
function policyOf(answer: { headers: () => Record<string, string> }): Record<string, string[]> {
  const directives = (answer.headers()["content-security-policy"] ?? "").split(";");
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

test.describe("a visitor without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("reads the schedule: 30 meetings, 70 papers, the next one pinned below the line of now", async ({
    page,
    course,
  }) => {
    await page.goto(`/${course.slug}/schedule`);
    await expect(page.getByRole("heading", { level: 1, name: "Schedule" })).toBeVisible();
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(30);
    await expect(page.locator("li[id^=meeting-] ul a[href*='/readings/']")).toHaveCount(70);
    await expect(page.getByText("Now: Mon 5 Feb, 16:00 EST")).toBeVisible();
    const next = page.locator("#meeting-7");
    await expect(next).toContainText("Next");
    await expect(next).toContainText("Tue 6 Feb");
    await expect(next).toContainText("15:30–16:50 in WEH 4625");
    await expect(page.getByText(/^Now: /).locator("xpath=following-sibling::*[1]")).toHaveId(
      "meeting-7",
    );
    await expect(page.getByRole("link", { name: "Claire Le Goues" })).toHaveAttribute(
      "href",
      "https://clairelegoues.com/",
    );
    await expect(page.locator("#meeting-4")).toContainText("+2 of 20 for presenters");
  });

  test("narrows it down by part, theme and kind, each by a link", async ({ page, course }) => {
    await page.goto(`/${course.slug}/schedule`);
    await page.getByText("Filter by part, theme or kind").click();
    await page.getByRole("link", { name: "Guest lecture", exact: true }).click();
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(3);
    await page.getByRole("link", { name: "Human interaction", exact: true }).click();
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(1);
    await expect(page.locator("#meeting-20")).toContainText("Sherry Wu");
    await page.getByRole("link", { name: "Foundations", exact: true }).click();
    await expect(page.getByText("No meeting fits this choice.")).toBeVisible();
    await page.getByRole("link", { name: "Show the whole schedule" }).first().click();
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(30);
    await page.goto(`/${course.slug}/schedule?kind=xyz`);
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(30);
    await signIn(page, course.ada);
    await page.reload();
    await expect(page.locator("li[id^=meeting-]")).toHaveCount(30);
  });

  test("reads a meeting with mathematics and highlighted code", async ({ page, course }) => {
    await page.goto(`/${course.slug}/meetings/1`);
    await expect(page.getByRole("heading", { level: 1, name: "Course overview" })).toBeVisible();
    expect(await page.locator("math").count()).toBeGreaterThan(3);
    expect(await page.locator("pre code [class^=hljs-]").count()).toBeGreaterThan(5);
    await expect(page.locator("[style]")).toHaveCount(0);
  });

  test("follows a paper to all the meetings that read it", async ({ page, course }) => {
    await page.goto(`/${course.slug}/readings`);
    await page
      .getByRole("link", { name: "Evaluating Large Language Models Trained on Code" })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Evaluating Large Language Models Trained on Code",
    );
    await expect(page).toHaveTitle("Evaluating Large Language Models Trained on Code · Colloquy");
    await expect(page.locator("title")).toHaveCount(1);
    await expect(page.locator("main li")).toHaveCount(3);
    await expect(page.getByRole("link", { name: /Read it/ })).toHaveAttribute(
      "href",
      "https://arxiv.org/abs/2107.03374",
    );
  });

  test("reads rules that are the very configuration of the grade engine", async ({
    page,
    course,
  }) => {
    const { syllabus } = realCourse();
    await page.goto(`/${course.slug}/rules`);
    const main = page.locator("main");
    const grade = page.getByRole("table", { name: "Weights of the grade by units" });
    for (const [row, name] of [
      ["Pre-assignments", "pre"],
      ["Post-assignments", "post"],
      ["Presentation", "presentation"],
      ["Project", "project"],
    ] as const) {
      const cells = grade.getByRole("row", { name: row }).getByRole("cell");
      await expect(cells).toHaveText(
        syllabus.weights.map(({ of: { [name]: weight } }) =>
          weight === undefined ? "none" : formatWeight(weight),
        ),
      );
    }
    for (const part of syllabus.project?.parts ?? []) {
      await expect(page.getByRole("row", { name: part.name })).toContainText(`${part.percent} %`);
    }
    await expect(main).toContainText("23 of each this term");
    await expect(main).toContainText(
      `the ${findSeries(syllabus, "pre")?.dropLowest} lowest of 23 are dropped`,
    );
    await expect(main).toContainText("until Thu 18 Jan, 23:59 EST");
    for (const aspect of syllabus.presentation?.aspects ?? []) {
      for (const level of aspect.levels) await expect(main).toContainText(level.text);
    }
  });

  test("finds a readable page where there is nothing", async ({ page, course }) => {
    for (const path of [
      "/no-such-course",
      `/${course.slug}/nothing`,
      `/${course.slug}/meetings/99`,
      `/${course.slug}/meetings/07`,
      `/${course.slug}/readings/x`,
    ]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("link").first()).toBeVisible();
    }
  });
});

test("public pages carry no script, no style attribute, and forbid both", async ({
  request,
  course,
}) => {
  for (const path of ["", "/schedule", "/meetings/1", "/meetings/7", "/readings", "/rules"]) {
    const answer = await request.get(`/${course.slug}${path}`);
    const html = await answer.text();
    expect(answer.status()).toBe(200);
    expect(html).not.toMatch(/<script|<link[^>]+as="script"| style="| onclick=/);
    expect(policyOf(answer)).toMatchObject({ "script-src": ["'none'"], "style-src": ["'self'"] });
    expect(answer.headers()["content-security-policy"]).not.toContain("unsafe");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
  }
});

test("pages behind the sign-in are not stored, not indexed, and run only scripts with the nonce", async ({
  page,
  course,
}) => {
  await signIn(page, course.ada);
  const answer = await page.goto(`/${course.slug}/meetings/7`);
  if (answer === null) throw new Error("No answer.");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["x-robots-tag"]).toContain("noindex");
  const policy = policyOf(answer);
  expect(policy).toMatchObject({
    "default-src": ["'self'"],
    "script-src": [expect.stringMatching(/^'nonce-[^']{22,}'$/), "'strict-dynamic'"],
    "style-src": ["'self'"],
  });
  expect(answer.headers()["content-security-policy"]).not.toContain("unsafe");
  // What somebody smuggles into the page as markup does nothing.
  await page.evaluate(() => {
    const markup = '<button onclick="this.textContent = `Smuggled`">Press me</button>';
    document.body.insertAdjacentHTML("beforeend", markup);
  });
  await page.getByRole("button", { name: "Press me" }).click();
  await expect(page.getByRole("button", { name: "Press me" })).toBeVisible();
  await expect(page.getByText("Smuggled")).toHaveCount(0);
  const other = await page.request.get(`/${course.slug}/meetings/7`);
  expect(policyOf(other)["script-src"]).not.toEqual(policy["script-src"]);
});

test("who presents is for the class to know, not for the public", async ({ page, course }) => {
  await page.goto(`/${course.slug}/schedule`);
  await expect(page.getByText("Led by")).toHaveCount(0);
});

for (const path of ["", "/schedule", "/meetings/1", "/readings", "/rules", "/nothing-here"]) {
  test(`the public page ${path || "/"} is accessible, in light and dark, on a phone and a desk`, async ({
    page,
    course,
  }) => {
    await page.goto(`/${course.slug}${path}`);
    await expectAccessible(page);
  });
}

test("the page of a paper is accessible, in light and dark, on a phone and a desk", async ({
  page,
  course,
}) => {
  await page.goto(`/${course.slug}/readings`);
  await page.locator(`main a[href^="/${course.slug}/readings/"]`).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Read for" })).toBeVisible();
  await expectAccessible(page);
});

test("the list of courses comes in pages, and says so beyond the last", async ({ page }) => {
  await Promise.all(Array.from({ length: 41 }, () => openCourse()));
  await page.goto("/");
  const courses = page.getByRole("main").getByRole("listitem");
  await expect(courses).toHaveCount(40);
  await expect(page.getByRole("link", { name: "All courses" })).toHaveCount(0);
  await page.getByRole("link", { name: "Next →" }).click();
  await expect(page).toHaveURL(/\?page=2$/);
  await expect(courses.first()).toBeVisible();
  await page.goto("/?page=999");
  await expect(page.getByText("There are no courses on this page.")).toBeVisible();
  await page.getByRole("link", { name: "See the first page" }).click();
  await expect(courses).toHaveCount(40);
});
