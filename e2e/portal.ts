import { test as base, type Page } from "@playwright/test";
import { openCourse, tokenFor, type OpenCourse } from "./factory";
import type { EnrolledViewer } from "@/policy/access";

/** Makes the page's browser signed in as that person, as the sign-in form would. */
export async function signIn(page: Page, viewer: Pick<EnrolledViewer, "personId">): Promise<void> {
  const { baseURL } = base.info().project.use;
  await page
    .context()
    .addCookies([
      { name: "colloquy", value: await tokenFor(viewer), url: baseURL ?? "", httpOnly: true },
    ]);
}

/** The browser's test: `course` is one of its own, opened on the afternoon of 5 February 2024. */
export const test = base.extend<{ course: OpenCourse }>({
  course: async ({}, use) => {
    await use(await openCourse());
  },
});

export { expect } from "@playwright/test";
