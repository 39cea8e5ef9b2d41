import { chromium, type Browser, type CDPSession } from "@playwright/test";
import { findBrowser } from "@/e2e/browser";

/** Bytes over the wire, by what they are. */
export interface Weight {
  document: number;
  script: number;
  stylesheet: number;
  font: number;
  total: number;
}

/** How a page comes to somebody who has never been here. */
export interface FirstVisit {
  /** The largest contentful paint, in ms after the navigation. */
  lcpMs: number;
  /** The cumulative layout shift. */
  shift: number;
  weight: Weight;
}

/** A browser with nothing in its cache, in the order of places where tests look for one. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
}

async function withPage<T>(
  browser: Browser,
  cookie: { name: string; value: string; url: string } | undefined,
  work: (cdp: CDPSession, go: (url: string) => Promise<void>, page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    if (cookie) await context.addCookies([cookie]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    return await work(
      cdp,
      async (url) => {
        await page.goto(url, { waitUntil: "networkidle" });
      },
      page,
    );
  } finally {
    await context.close();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["newPage"]>>;

/** Adds up what comes over the wire from now on. */
function weigh(cdp: CDPSession): Weight {
  const weight: Weight = { document: 0, script: 0, stylesheet: 0, font: 0, total: 0 };
  const kinds = new Map<string, string>();
  cdp.on("Network.responseReceived", ({ requestId, type }) =>
    kinds.set(requestId, type.toLowerCase()),
  );
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    if (kind in weight) weight[kind as keyof Weight] += encodedDataLength;
    weight.total += encodedDataLength;
  });
  return weight;
}

/** What a page weighs for somebody with this cookie. */
export async function weightOf(
  browser: Browser,
  url: string,
  cookie: { name: string; value: string; url: string } | undefined,
): Promise<Weight> {
  return withPage(browser, cookie, async (cdp, go) => {
    const weight = weigh(cdp);
    await go(url);
    return weight;
  });
}

/** Visits a page at 1.6 Mbit/s, 150 ms away, with a CPU slowed four times, on a telephone's screen. */
export async function visitFirst(browser: Browser, url: string): Promise<FirstVisit> {
  return withPage(browser, undefined, async (cdp, go, page) => {
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const weight = weigh(cdp);
    await go(url);
    const seen = await page.evaluate(async () => {
      // Unnamed functions only: what compiles this file would name the others by a helper that the page lacks.
      const [paints = [], shifts = []] = await Promise.all(
        ["largest-contentful-paint", "layout-shift"].map(
          (type) =>
            new Promise<PerformanceEntry[]>((resolve) => {
              new PerformanceObserver((list) => {
                resolve(list.getEntries());
              }).observe({ type, buffered: true });
              // There may be none.
              setTimeout(resolve, 500, []);
            }),
        ),
      );
      return {
        lcpMs: paints.at(-1)?.startTime ?? NaN,
        shift: shifts.reduce((sum, one) => sum + (one as unknown as { value: number }).value, 0),
      };
    });
    return { ...seen, weight };
  });
}
