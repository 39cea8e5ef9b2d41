import { createHash } from "node:crypto";
import { expect, test } from "./portal";

test("a page names its icons and its manifest; what is named by its content may be kept for ever", async ({
  page,
  course,
}) => {
  await page.goto(`/${course.slug}`);
  const addresses = await page
    .locator("head link[rel=icon], head link[rel=apple-touch-icon], head link[rel=manifest]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.length).toBe(4);
  const manifest = (await (await page.request.get("/manifest.webmanifest")).json()) as {
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const address of [...addresses, ...manifest.icons.map(({ src }) => src)]) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const type = answer.headers()["content-type"] ?? "";
    expect(type, address).toMatch(/^(image\/(svg\+xml|png|x-icon)|application\/manifest\+json)$/);
    const [, named] = /\.([0-9a-f]{8})\./.exec(address) ?? [];
    const content = createHash("sha256").update(await answer.body());
    if (named !== undefined) expect(content.digest("hex").slice(0, 8), address).toBe(named);
    expect(answer.headers()["cache-control"], address).toBe(
      named === undefined ? "public, max-age=3600" : "public, max-age=31536000, immutable",
    );
  }
});

test("a phone finds every size of the manifest to be what it says", async ({ page }) => {
  await page.goto("/");
  const { icons } = (await (await page.request.get("/manifest.webmanifest")).json()) as {
    icons: { src: string; sizes: string }[];
  };
  const drawn = [...icons, { src: "/apple-touch-icon.png", sizes: "180x180" }];
  for (const { src, sizes } of drawn) {
    const answer = await page.request.get(src);
    // Width and height are the first two numbers of a PNG.
    const body = await answer.body();
    expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test("search engines are told what may be listed", async ({ page }) => {
  const robots = await page.request.get("/robots.txt");
  expect(robots.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(await robots.text()).toContain("Disallow: /account");
});
