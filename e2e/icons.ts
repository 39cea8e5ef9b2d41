import { chromium } from "@playwright/test";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/server/build";
import { findBrowser } from "./browser";

/*
 * `npm run icons`: draws the mark, "C:", into public/ in the sizes that browsers and phones want. What only our own
 * pages and the manifest refer to is named by its content, so that browsers keep it: app/layout.tsx has the name of the
 * mark that this prints.
 */

const colours = {
  light: { ink: "#241d17", accent: "#942222", paper: "#fbfaf7" },
  dark: { ink: "#e6e2dc", accent: "#f09a91" },
};

/** The letter and the colon of Source Serif 4 Semibold, a thousand units to the em, on a common baseline. */
const letter =
  "M402-16Q325-16 260 6.5Q195 29 146.5 72.5Q98 116 71 180.5Q44 245 44 329Q44 414 72 479Q100 544 150 589.5Q200 635 266 657.5Q332 680 406 680Q468 680 520 667.5Q572 655 611 633L616 482L545 482L518 600Q512 602 506 605Q466 619 421 619Q357 619 304 587.5Q251 556 220 492.5Q189 429 189 333Q189 237 218.5 173Q248 109 299.5 77Q351 45 417 45Q467 45 511 60Q519 62 528 66L554 184L625 184L620 31Q582 11 527.5-2.5Q473-16 402-16Z";
const colon =
  "M776-13Q742-13 718 11Q694 35 694 69Q694 103 718 127Q742 151 776 151Q811 151 834.5 127Q858 103 858 69Q858 35 834.5 11Q811-13 776-13ZM776 333Q742 333 718 357Q694 381 694 415Q694 449 718 473Q742 497 776 497Q811 497 834.5 473Q858 449 858 415Q858 381 834.5 357Q811 333 776 333Z";

/** The mark, 814 units wide, on a square of 1,000 of which it takes a share of the width. */
function mark(share: number, style: string): string {
  const scale = Math.round((share * 1_000) / 0.814) / 1_000;
  const [x, y] = [500 - 451 * scale, 500 + 332 * scale].map(Math.round);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">${style}<g transform="matrix(${scale} 0 0 -${scale} ${x} ${y})"><path class="ink" d="${letter}"/><path class="accent" d="${colon}"/></g></svg>`;
}

const fills = ({ ink, accent }: { ink: string; accent: string }) =>
  `.ink{fill:${ink}}.accent{fill:${accent}}`;
const adaptive = `<style>${fills(colours.light)}@media(prefers-color-scheme:dark){${fills(colours.dark)}}</style>`;
const onPaper = `<style>${fills(colours.light)}</style><path fill="${colours.light.paper}" d="M0 0h1000v1000H0z"/>`;

/** An .ico with one picture, which may be a PNG. */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const folder = join(root, "public");
mkdirSync(join(folder, "icons"), { recursive: true });
for (const name of readdirSync(join(folder, "icons"))) rmSync(join(folder, "icons", name));

/** Writes a file under a name that changes with its content; the address. */
function byContent(name: string, content: Buffer): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const address = `/icons/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}`;
  writeFileSync(join(folder, address), content);
  return address;
}

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  const draw = async (size: number, svg: string): Promise<Buffer> => {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    return page.screenshot();
  };
  console.log(byContent("mark.svg", Buffer.from(mark(0.94, adaptive))));
  writeFileSync(join(folder, "favicon.ico"), ico(await draw(32, mark(0.86, onPaper)), 32));
  writeFileSync(join(folder, "apple-touch-icon.png"), await draw(180, mark(0.66, onPaper)));
  const icons = [];
  for (const [name, size, share] of [
    ["any", 192, 0.72],
    ["any", 512, 0.72],
    // A phone may cut it to any shape around a circle of four fifths.
    ["maskable", 512, 0.56],
  ] as const) {
    const png = await draw(size, mark(share, onPaper));
    const src = byContent(`${name}-${size}.png`, png);
    icons.push({ src, sizes: `${size}x${size}`, type: "image/png", purpose: name });
  }
  const manifest = {
    name: "Colloquy",
    short_name: "Colloquy",
    description: "A course portal for paper-discussion seminars.",
    start_url: "/",
    display: "browser",
    background_color: colours.light.paper,
    theme_color: colours.light.paper,
    icons,
  };
  writeFileSync(join(folder, "manifest.webmanifest"), `${JSON.stringify(manifest, null, 2)}\n`);
} finally {
  await browser.close();
}
