import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { disconnect, sql } from "@/db/client";
import { startEmbedded, type Embedded } from "./embedded";
import { currentRequest } from "@/db/request";
import { preparedFolder } from "@/e2e/prepared-data";
import { createFront } from "./front";
import { log } from "./log";

/*
 * The front before a stand-in for Next, so that each of its duties can be seen alone. How the real pages come
 * through it is in e2e/.
 */
test.describe.configure({ mode: "serial" });

type Answer = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** What the stand-in answers, by path, and what it was asked. */
const pages = new Map<string, Answer>();
const asked: { url: string; headers: IncomingMessage["headers"] }[] = [];
const portalUrl = "http://localhost:3999";
let front: ReturnType<typeof createFront>;
let embedded: Embedded;
let base: string;
const before = { ...process.env };

function html(res: ServerResponse, body: string, status = 200): void {
  res.statusCode = status;
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.write("<html><head><title>Page</title></head><body><header>Layout</header><main>");
  res.end(`${body}</main><script>1</script></body></html>`);
}

test.beforeAll(async () => {
  log.level = "silent";
  embedded = await startEmbedded(preparedFolder(test.info().outputPath()));
  delete process.env["DATABASE_URL"];
  Object.assign(process.env, embedded.env);
  await sql`
    insert into courses (id, slug, number, department, title, institution, term, time_zone, room, audience,
      overview, meets, links, staff, syllabus, revision, created_at)
    values (${randomUUID()}, 'c1', '1', 'D', 'T', 'I', 'S', 'UTC', 'R', 'A', '', '{}', '[]', '[]', '{}', 1, now())`;
  front = createFront({ url: portalUrl, root: test.info().outputPath() });
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  front.server.closeAllConnections();
  front.server.close();
  await disconnect();
  await embedded.stop();
  process.env = { ...before };
});

test.beforeEach(async () => {
  asked.length = 0;
  // The course's clock stands early in a minute, which then does not end in the middle of a test.
  const offset = -(Date.now() % 60_000);
  await sql`update courses set clock_offset_ms = ${offset} where slug = 'c1'`;
});

/** Asks over a bare connection, so that nothing is added, followed or unpacked. */
async function ask(
  path: string,
  { method = "GET", headers = {}, body }: { method?: string; headers?: object; body?: string } = {},
) {
  return new Promise<{
    status: number;
    headers: IncomingMessage["headers"];
    body: Buffer;
    text: string;
  }>((resolve, reject) => {
    const asking = httpRequest(base + path, { method, headers: { ...headers } }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          body: bytes,
          text: bytes.toString(),
        });
      });
    });
    asking.on("error", reject).end(body);
  });
}

const signedIn = { cookie: "theme=dark; colloquy=token" };

test("until the portal is open it says that it is starting, and is not well", async () => {
  const page = await ask("/");
  expect(page.status).toBe(503);
  expect(page.text).toContain("Colloquy is starting");
  expect(page.headers["refresh"]).toBe("3");
  expect((await ask("/login", { method: "POST" })).headers["refresh"]).toBeUndefined();
  expect((await ask("/api/health")).status).toBe(503);
  await front.open(async (req, res) => {
    const path = req.url ?? "";
    asked.push({ url: path, headers: { ...req.headers } });
    const page = pages.get(path);
    if (page) await page(req, res);
    else html(res, "<h1>There is nothing at this address</h1>", 404);
  });
  expect((await ask("/api/health")).text).toBe('{"status":"ok"}');
});

test("a visitor's page carries no script, is rendered once, and is compressed and tagged", async () => {
  pages.set("/c1/schedule", (_, res) => html(res, "<h1>Schedule</h1>"));
  const all = await Promise.all(Array.from({ length: 20 }, () => ask("/c1/schedule")));
  const [first] = all;
  expect(new Set(all.map((one) => one.text)).size).toBe(1);
  expect(first?.text).toContain("<h1>Schedule</h1>");
  expect(first?.text).not.toContain("script");
  expect(asked).toHaveLength(1);
  expect(asked[0]?.headers.cookie).toBeUndefined();
  expect(first?.headers).toMatchObject({
    "content-security-policy": expect.stringMatching(/script-src 'none'; style-src 'self'/),
    "cache-control": "no-cache",
    vary: "cookie, accept-encoding",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  });
  expect(first?.headers["x-robots-tag"]).toBeUndefined();

  const br = await ask("/c1/schedule", { headers: { "accept-encoding": "gzip, br" } });
  expect(br.headers["content-encoding"]).toBe("br");
  expect(brotliDecompressSync(br.body).toString()).toBe(first?.text);
  const gzip = await ask("/c1/schedule", { headers: { "accept-encoding": "gzip" } });
  expect(gunzipSync(gzip.body).toString()).toBe(first?.text);
  expect(gzip.headers.etag).not.toBe(br.headers.etag);
  const again = await ask("/c1/schedule", {
    headers: { "accept-encoding": "br", "if-none-match": `W/${br.headers.etag}` },
  });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await ask("/c1/schedule", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["content-length"]).toBe(first?.headers["content-length"]);
  expect(asked).toHaveLength(1);
});

test("a change of the course, or of its clock's minute, shows at the next request", async () => {
  let rendered = 0;
  pages.set("/c1/rules", (_, res) => html(res, `<h1>Rules ${++rendered}</h1>`));
  expect((await ask("/c1/rules")).text).toContain("Rules 1");
  await sql`update courses set revision = revision + 1 where slug = 'c1'`;
  expect((await ask("/c1/rules")).text).toContain("Rules 2");
  await sql`update courses set clock_offset_ms = clock_offset_ms + 60000 where slug = 'c1'`;
  expect((await ask("/c1/rules")).text).toContain("Rules 3");
});

test("known filters are ordered; what the course does not know is left out and takes no place of its own", async () => {
  await sql`insert into parts (id, course_id, position, name)
    select ${randomUUID()}, id, 1, 'Basics' from courses where slug = 'c1'`;
  await sql`insert into themes (id, course_id, position, name)
    select ${randomUUID()}, id, 1, 'Data & code' from courses where slug = 'c1'`;
  await sql`update courses set revision = revision + 1 where slug = 'c1'`;
  const known = "/c1/schedule?part=Basics&theme=Data+%26+code";
  for (const path of ["/c1/schedule", known]) pages.set(path, (_, res) => html(res, path));
  for (const query of ["kind=xyz", "kind=abc", "part=Advanced&utm=x&theme="])
    expect((await ask(`/c1/schedule?${query}`)).status).toBe(200);
  for (const query of [
    "theme=Data%20%26%20code&part=Basics",
    "part=Basics&theme=Data+%26+code&kind=1",
  ])
    expect((await ask(`/c1/schedule?${query}`)).status).toBe(200);
  pages.set("/", (_, res) => html(res, "Courses"));
  expect((await ask("/?anything=1")).text).toContain("Courses");
  pages.set("/?page=999", (_, res) => html(res, "No courses"));
  for (const page of [998, 997, 999])
    expect((await ask(`/?page=${page}`)).text).toContain("No courses");
  expect(asked.map((one) => one.url)).toEqual(["/c1/schedule", known, "/", "/?page=999"]);
});

test("what the course does not have, and courses that there are not, are 404 in the portal's layout", async () => {
  for (const path of ["/c1/meetings/99", "/c9/schedule", "/c1/no/such/thing"]) {
    const page = await ask(path);
    expect(page.status).toBe(404);
    expect(page.text).toContain("Layout");
    expect(page.text).toContain("<h1>There is nothing at this address</h1>");
    expect(page.text).not.toContain("script>");
    expect(page.headers["cache-control"]).toBe("no-store");
  }
  asked.length = 0;
  expect((await ask("/c1%00/dashboard", { headers: signedIn })).status).toBe(404);
  expect(asked).toHaveLength(0);
});

test("a page that fails is a page that can be read, and is not cached", async () => {
  pages.set("/c1/readings", (_, res) => html(res, "", 500));
  const failed = await ask("/c1/readings");
  expect([failed.status, failed.text]).toEqual([
    500,
    expect.stringContaining("Something went wrong here"),
  ]);
  pages.set("/c1/readings", (_, res) => html(res, "<h1>Readings</h1>"));
  expect((await ask("/c1/readings")).text).toContain("Readings");
  pages.set("/c1/dashboard", () => {
    throw new Error("thrown");
  });
  expect((await ask("/c1/dashboard", { headers: signedIn })).text).toContain(
    "Something went wrong",
  );
  pages.set("/c1/grades", (_, res) => html(res, "half a page", 500));
  const person = await ask("/c1/grades", { headers: signedIn });
  expect(person.text).toContain("Something went wrong here");
  expect(person.text).not.toContain("half a page");
});

test("somebody signed in gets a page of his or her own, under a nonce", async () => {
  pages.set("/c1/schedule", (_, res) => html(res, "<h1>Mine</h1>"));
  const page = await ask("/c1/schedule", {
    headers: {
      ...signedIn,
      "x-middleware-subrequest": "proxy",
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "10.9.9.9, 192.0.2.7",
      "content-security-policy": "script-src *",
      "x-colloquy-nobody": "guess",
    },
  });
  expect(page.text).toContain("<h1>Mine</h1>");
  const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'; style-src 'self';/.exec(
    String(page.headers["content-security-policy"]),
  )?.[1];
  expect(nonce?.length).toBeGreaterThanOrEqual(22);
  expect(page.headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex" });
  expect(asked[0]?.headers).toMatchObject({
    host: "localhost:3999",
    "x-forwarded-host": "localhost:3999",
    "x-forwarded-proto": "http",
    "x-forwarded-for": "192.0.2.7",
    "content-security-policy": page.headers["content-security-policy"],
  });
  expect(asked[0]?.headers["x-middleware-subrequest"]).toBeUndefined();
  expect(asked[0]?.headers["x-colloquy-nobody"]).toBeUndefined();
});

test("a form whose sign-in had expired is answered with everything that was typed", async () => {
  const typed = `</textarea><script>alert(1)</script>\n  "Ünïcode"`;
  pages.set("/c1/meetings/7", async (_, res) => {
    await Promise.resolve();
    const request = currentRequest();
    if (request)
      request.unsaved = {
        title: "You are no longer signed in",
        fields: [
          { label: "Summary", value: typed },
          { label: "Discussion question", value: "Why?" },
        ],
        signInPath: "/login?next=%2Fc1%2Fmeetings%2F7",
      };
    res.setHeader("location", "/elsewhere");
    html(res, "the form again");
  });
  const body = "summary=x";
  const page = await ask("/c1/meetings/7", {
    method: "POST",
    body,
    headers: { "content-length": body.length, "content-type": "application/x-www-form-urlencoded" },
  });
  expect(page.status).toBe(401);
  expect(page.headers.location).toBeUndefined();
  expect(page.text).not.toContain("the form again");
  expect(page.text).not.toContain("<script");
  expect(page.text).toContain(`href="/login?next=%2Fc1%2Fmeetings%2F7"`);
  expect(page.text).toContain("&#60;/textarea&#62;");
  expect(page.text).toContain("Why?");
});

test("too large, without a length, and by another method: refused in a page", async () => {
  const large = await ask("/c1/meetings/7", {
    method: "POST",
    body: "x".repeat(3_000_000),
    headers: { "content-length": 3_000_000 },
  });
  expect([large.status, large.text]).toEqual([413, expect.stringContaining("That is too large")]);
  const unknown = await ask("/c1/meetings/7", {
    method: "POST",
    body: "x",
    headers: { "transfer-encoding": "chunked" },
  });
  expect(unknown.status).toBe(411);
  const other = await ask("/c1/schedule", { method: "DELETE" });
  expect([other.status, other.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  expect(asked).toHaveLength(0);
});

test("a form from another site is refused in a page, and Next never sees it", async () => {
  for (const origin of ["https://evil.test", "null", "https://localhost:3999"]) {
    const body = "summary=x";
    const page = await ask("/c1/meetings/7", {
      method: "POST",
      body,
      headers: {
        ...signedIn,
        origin,
        "x-forwarded-host": "evil.test",
        "content-length": body.length,
      },
    });
    expect([page.status, page.text]).toEqual([
      403,
      expect.stringContaining("This form did not come from this portal"),
    ]);
  }
  expect(asked).toHaveLength(0);
});

test("scripts of Next get what Next answers, even where a person would get a page", async () => {
  pages.set("/c1/dashboard", (_, res) => {
    res.statusCode = 404;
    res.setHeader("content-type", "text/x-component");
    res.end("0:flight");
  });
  const page = await ask("/c1/dashboard", { headers: { rsc: "1" } });
  expect([page.status, page.text]).toEqual([404, "0:flight"]);
});

test("signing in under 127.0.0.1 goes to the address for which the cookie is set", async () => {
  const page = await ask("/login?next=%2Fc1", { headers: { host: "127.0.0.1:3999" } });
  expect([page.status, page.headers.location]).toEqual([
    307,
    "http://localhost:3999/login?next=%2Fc1",
  ]);
});

test("when the database is gone it is not well, and visitors can read that something failed", async () => {
  await disconnect();
  const host = process.env["PGHOST"];
  process.env["PGHOST"] = "/nowhere";
  expect((await ask("/api/health")).status).toBe(503);
  const page = await ask("/c1/schedule");
  expect([page.status, page.text]).toEqual([500, expect.stringContaining("Something went wrong")]);
  process.env["PGHOST"] = host;
  await disconnect();
  expect((await ask("/api/health")).status).toBe(200);
});
