import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { createFront } from "./front";
import { log } from "./log";
import { portalRoutes } from "./routes";

/*
 * What is no page passes through the front as it comes. The portal's own routes have no stream yet, so a stand-in for
 * Next plays one behind the real front, over real connections.
 */

test.describe.configure({ timeout: 20_000 });

type Answer = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

const routes = [
  { at: /^\/c1\/slides$/, methods: ["PUT", "DELETE"], mostBytes: 30_000_000, mostSeconds: 600 },
  { at: /^\/c1\/slow$/, methods: ["POST"], mostBytes: 1000, mostSeconds: 1 },
  ...portalRoutes,
];
const running: ReturnType<typeof createFront>[] = [];

test.beforeAll(() => {
  log.level = "silent";
});

test.afterEach(() => {
  for (const { server } of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A front that trusts these proxies, and its address. */
async function startFront(answer: Answer, trustedProxies?: string[]): Promise<string> {
  const settings = { url: "http://localhost:3999", root: test.info().outputPath(), routes };
  const front = createFront({ ...settings, ...(trustedProxies ? { trustedProxies } : {}) });
  running.push(front);
  front.server.listen(0, "127.0.0.1");
  await once(front.server, "listening");
  await front.open(async (req, res) => {
    if (req.url !== "/there/is/no/such/page") return answer(req, res);
    res.setHeader("content-type", "text/html");
    res.end("<html><head><title>None</title></head><body><main>None</main></body></html>");
  });
  return `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
}

/** The answer to a request as soon as its headers are there. */
async function open(
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: object } = {},
) {
  const asking = httpRequest(url, { method, headers: { cookie: "colloquy=token", ...headers } });
  const [answer] = (await once(method === "GET" ? asking.end() : asking, "response")) as [
    IncomingMessage,
  ];
  return { asking, answer };
}

test("the first event of a stream arrives before the second is sent, also to a browser that takes compression", async () => {
  let seen: () => void = () => undefined;
  const isSeen = new Promise<void>((resolve) => (seen = resolve));
  const base = await startFront(async (_, res) => {
    res.setHeader("content-type", "text/event-stream");
    res.write("data: one\n\n");
    await isSeen;
    res.end("data: two\n\n");
  });
  const { answer } = await open(`${base}/c1/live`, {
    headers: { accept: "text/event-stream", "accept-encoding": "gzip, br" },
  });
  expect(answer.headers["content-encoding"]).toBeUndefined();
  const events: string[] = [];
  for await (const chunk of answer) {
    events.push(String(chunk));
    seen();
  }
  expect(events).toEqual(["data: one\n\n", "data: two\n\n"]);
});

test("a form that never arrives whole is not waited for", async () => {
  const base = await startFront((req, res) => {
    req.resume().once("end", () => res.end("all of it"));
  });
  const headers = { "content-length": "10", "content-type": "text/plain" };
  const whole = httpRequest(`${base}/c1/slow`, { method: "POST", headers }).end("0123456789");
  const [answer] = (await once(whole, "response")) as [IncomingMessage];
  expect(String(Buffer.concat((await answer.toArray()) as Buffer[]))).toBe("all of it");
  const half = httpRequest(`${base}/c1/slow`, { method: "POST", headers });
  half.write("01234");
  await expect(once(half, "response")).rejects.toThrow("socket hang up");
});

test("a handler that begins by hand, or flushes its headers first, streams as well", async () => {
  let seen: () => void = () => undefined;
  const base = await startFront(async (req, res) => {
    const isSeen = new Promise<void>((resolve) => (seen = resolve));
    if (req.url === "/c1/head") res.writeHead(200, { "content-type": "text/event-stream" });
    else res.setHeader("content-type", "text/event-stream").flushHeaders();
    res.write("data: one\n\n");
    await isSeen;
    res.end();
  });
  for (const path of ["/c1/head", "/c1/flush"]) {
    const { answer } = await open(base + path);
    let all = "";
    for await (const chunk of answer) {
      all += String(chunk);
      seen();
    }
    expect(all).toBe("data: one\n\n");
    expect(answer.headers["server-timing"]).toBe("queries;desc=0");
  }
});

const piece = Buffer.alloc(65_536, "colloquy ");
const pieces = 800; // 52 MB

test("a download of 52 MB waits for whoever reads it, and takes no memory of its own", async () => {
  let before = 0;
  let most = 0;
  let sentBeforeTheFirstWait = 0;
  const base = await startFront(async (_, res) => {
    before = most = process.memoryUsage().arrayBuffers;
    res.setHeader("content-type", "application/pdf");
    res.setHeader("content-length", piece.length * pieces);
    for (let sent = 1; sent <= pieces; sent++) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      if (res.write(piece)) continue;
      sentBeforeTheFirstWait ||= sent * piece.length;
      await once(res, "drain");
    }
    res.end();
  });
  // The reader is a process of its own, so that what this one holds is the front's.
  const reader = spawn(process.execPath, [
    "--eval",
    `fetch("${base}/c1/files/slides.pdf", { headers: { cookie: "colloquy=token" } }).then(async ({ body }) => {
      const hash = require("node:crypto").createHash("sha256");
      for await (const chunk of body) hash.update(chunk);
      console.log(hash.digest("hex"));
    })`,
  ]);
  const said = (await once(reader.stdout, "data")) as [Buffer];
  const expected = createHash("sha256");
  for (let sent = 0; sent < pieces; sent++) expected.update(piece);
  expect(String(said[0]).trim()).toBe(expected.digest("hex"));
  expect(sentBeforeTheFirstWait).toBeGreaterThan(0);
  expect(sentBeforeTheFirstWait).toBeLessThan(8_000_000);
  expect(most - before).toBeLessThan(8_000_000);
});

test("whoever leaves in the middle of a download ends it", async () => {
  let left: (why: string) => void = () => undefined;
  const isLeft = new Promise<string>((resolve) => (left = resolve));
  const base = await startFront(async (_, res) => {
    res.once("close", () => left(res.writableFinished ? "finished" : "left"));
    res.setHeader("content-type", "application/pdf");
    while (!res.destroyed) if (!res.write(piece)) await Promise.race([once(res, "drain"), isLeft]);
  });
  const { answer } = await open(`${base}/c1/files/slides.pdf`);
  answer.once("data", () => answer.destroy());
  expect(await isLeft).toBe("left");
});

test("a page is sent in one piece, and only when all of it is known", async () => {
  const base = await startFront(async (_, res) => {
    res.setHeader("content-type", "text/html; charset=utf-8");
    res.write("<p>one</p>");
    await new Promise(setImmediate);
    res.statusCode = 201;
    res.end("<p>two</p>");
  });
  const { answer } = await open(`${base}/c1/dashboard`);
  expect(answer.statusCode).toBe(201);
  const all: Buffer[] = [];
  for await (const chunk of answer) all.push(chunk as Buffer);
  expect(all.map(String)).toEqual(["<p>one</p><p>two</p>"]);
});

test("an upload reaches its route while it is being sent, up to the route's own limit", async () => {
  const got: number[] = [];
  let first: () => void = () => undefined;
  const isFirstThere = new Promise<void>((resolve) => (first = resolve));
  const base = await startFront(async (req, res) => {
    for await (const chunk of req) {
      got.push((chunk as Buffer).length);
      first();
    }
    res.end(req.method);
  });
  const asking = httpRequest(`${base}/c1/slides`, {
    method: "PUT",
    headers: { "content-length": 20_000_000, "content-type": "application/pdf" },
  });
  asking.write(Buffer.alloc(1_000_000));
  await isFirstThere;
  asking.end(Buffer.alloc(19_000_000));
  const [answer] = (await once(asking, "response")) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  expect(got.reduce((sum, length) => sum + length, 0)).toBe(20_000_000);

  const large = await fetch(`${base}/c1/slides`, { method: "PUT", body: Buffer.alloc(31_000_000) });
  expect([large.status, await large.text()]).toEqual([
    413,
    expect.stringContaining("30 megabytes"),
  ]);
  expect(await (await fetch(`${base}/c1/slides`, { method: "DELETE" })).text()).toBe("DELETE");
  const elsewhere = await fetch(`${base}/c1/meetings/7`, { method: "PUT", body: "x" });
  expect([elsewhere.status, elsewhere.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  const form = await fetch(`${base}/c1/meetings/7`, {
    method: "POST",
    body: "x".repeat(2_000_001),
  });
  expect([form.status, await form.text()]).toEqual([413, expect.stringContaining("2 megabytes")]);
});

for (const [what, trusted, forwarded, expected] of [
  ["a proxy on this machine is believed", undefined, "203.0.113.9", "203.0.113.9"],
  ["what a client forged before it is not", undefined, "6.6.6.6, 203.0.113.9", "203.0.113.9"],
  ["nobody outside the ranges is believed", ["10.0.0.0/8"], "203.0.113.9", "127.0.0.1"],
  [
    "a chain of trusted proxies is followed to the client",
    ["loopback", "192.0.2.0/24"],
    "6.6.6.6, 203.0.113.9, 192.0.2.7",
    "203.0.113.9",
  ],
  ["what is no address is not the client's", undefined, "203.0.113.9, unknown", "127.0.0.1"],
  ["an address of IPv4 is written in one way", undefined, "::ffff:203.0.113.9", "203.0.113.9"],
] as const)
  test(`the client's address: ${what}`, async () => {
    const seen: IncomingMessage["headers"][] = [];
    const base = await startFront(
      ({ headers }, res) => {
        seen.push({ ...headers });
        res.end();
      },
      trusted && [...trusted],
    );
    const { answer } = await open(`${base}/c1/grades`, {
      headers: {
        "x-forwarded-for": forwarded,
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "for=6.6.6.6;host=evil.example",
      },
    });
    answer.resume();
    expect(seen).toEqual([
      expect.objectContaining({
        "x-forwarded-for": expected,
        "x-forwarded-host": "localhost:3999",
        "x-forwarded-proto": "http",
        host: "localhost:3999",
      }),
    ]);
    expect(seen[0]).not.toHaveProperty("forwarded");
  });
