import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { parseReadingUrl, readingWarnings, slugFor, yearOf } from "./readings";

const codex = "https://arxiv.org/abs/2107.03374";

test("feature 10: paste an arXiv id in any form, and it is the same paper", () => {
  for (const text of [
    "2107.03374",
    "arXiv:2107.03374v2",
    " arxiv: 2107.03374 ",
    "http://arxiv.org/abs/2107.03374v1",
    "https://www.arxiv.org/pdf/2107.03374.pdf",
    "https://arxiv.org/pdf/2107.03374v2",
    "https://arxiv.org/html/2107.03374v2",
    "https://export.arxiv.org/abs/2107.03374?context=cs",
    "10.48550/arXiv.2107.03374",
    "https://doi.org/10.48550/arXiv.2107.03374",
  ]) {
    expect(parseReadingUrl(text), text).toEqual({
      url: codex,
      arxivId: "2107.03374",
      doi: null,
      openReviewId: null,
      year: 2021,
    });
  }
  expect(parseReadingUrl("cs/9801001").url).toBe("https://arxiv.org/abs/cs/9801001");
  expect(parseReadingUrl("https://arxiv.org/abs/math.GT/0309136").arxivId).toBe("math.GT/0309136");
});

test("feature 10: a DOI, an OpenReview page or any other address", () => {
  expect(parseReadingUrl("doi:10.1145/3318162")).toMatchObject({
    url: "https://doi.org/10.1145/3318162",
    doi: "10.1145/3318162",
  });
  const page = "https://dl.acm.org/doi/abs/10.1145/3586030";
  expect(parseReadingUrl(page)).toMatchObject({ url: page, doi: "10.1145/3586030" });
  expect(parseReadingUrl("https://openreview.net/pdf?id=maRYffiUpI")).toMatchObject({
    url: "https://openreview.net/forum?id=maRYffiUpI",
    openReviewId: "maRYffiUpI",
  });
  for (const url of [
    "https://viper.cs.columbia.edu",
    "https://code-eval.github.io/",
    "https://people.inf.ethz.ch/suz/publications/natural.pdf",
    "http://example.org/a?b=c#d",
  ]) {
    expect(parseReadingUrl(url), url).toMatchObject({ url, arxivId: null, doi: null, year: null });
  }
});

test("feature 10: what cannot be a reading is refused in words", () => {
  const cases: [string, string][] = [
    ["", "There is no address"],
    ["the Codex paper", "This is not an address"],
    ["2113.03374", "This is not an address"],
    ["example.org/paper.pdf", "This is not an address"],
    ["javascript:alert(1)", "An address that begins with “javascript:” cannot be a reading"],
    ["java\nscript:alert(1)", "This is not an address"],
    ["data:text/html,x", "“data:”"],
    ["file:///etc/passwd", "“file:”"],
    ["https://me:secret@example.org/a.pdf", "a user name or a password"],
    ["https://me@example.org/a.pdf", "a user name or a password"],
    ["http://localhost:3000/a", "cannot be opened by others"],
    [`https://example.org/${"a".repeat(2000)}`, "cannot be opened by others"],
  ];
  for (const [text, words] of cases) {
    expect(() => parseReadingUrl(text), text).toThrow(words);
    expect(() => parseReadingUrl(text), text).toThrow(expect.objectContaining({ field: "url" }));
  }
});

test("the year comes from the arXiv id", () => {
  expect(yearOf("2107.03374")).toBe(2021);
  expect(yearOf("0704.0001")).toBe(2007);
  expect(yearOf("cs/9801001")).toBe(1998);
  expect(yearOf("cs/0112017")).toBe(2001);
  expect(yearOf("nonsense")).toBeNull();
});

test("property: what is canonical stays as it is", () => {
  const urls = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.integer({ min: 10_000, max: 99_999 }).map((n) => `arXiv:2301.${n}v3`),
    fc.integer({ min: 1000, max: 99_999 }).map((n) => `10.1145/${n}.ABC`),
  );
  fc.assert(
    fc.property(urls, (text) => {
      const once = parseReadingUrl(text);
      expect(parseReadingUrl(once.url).url).toBe(once.url);
    }),
  );
});

test("a paper's address is made of its title, given once", () => {
  const title = "Evaluating Large Language Models Trained on Code";
  expect(slugFor(title, [])).toBe("evaluating-large-language-models-trained-on-code");
  expect(slugFor(title, [slugFor(title, [])])).toBe(
    "evaluating-large-language-models-trained-on-code-2",
  );
  expect(slugFor("CodeT5+: Open Code — what’s new?", new Set<string>())).toBe(
    "codet5-open-code-whats-new",
  );
  expect(slugFor("Čeština & Ünïcode", [])).toBe("cestina-unicode");
  expect(slugFor("数学", [])).toBe("paper");
  expect(slugFor("x".repeat(100), [])).toHaveLength(60);
});

test("property: a slug is short, plain and free", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 120 }), { maxLength: 20 }), (titles) => {
      const taken = new Set<string>();
      for (const title of titles) {
        const slug = slugFor(title, taken);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(64);
        expect(taken.has(slug)).toBe(false);
        taken.add(slug);
      }
    }),
  );
});

test("feature 10: duplicates and a title that contradicts its arXiv id are flagged, offline", () => {
  const existing = [
    { title: "Evaluating Large Language Models Trained on Code", url: codex },
    { title: "Automated Program Repair", url: "https://dl.acm.org/doi/10.1145/3318162" },
    { title: "Natural", url: "https://www.example.org/natural.pdf" },
  ];
  const warn = (title: string, url: string) => readingWarnings({ title, url }, existing);
  expect(warn("InCoder", "2204.05999")).toEqual([]);
  expect(warn("Evaluating large language models trained on code.", "2107.03374v2")).toEqual([
    "“Evaluating Large Language Models Trained on Code” is already among the course's readings.",
  ]);
  expect(warn("InCoder", "2107.03374")).toEqual([
    "arXiv 2107.03374 is “Evaluating Large Language Models Trained on Code” elsewhere in the course, not “InCoder”. One of the titles is wrong.",
  ]);
  expect(warn("Repair", "doi:10.1145/3318162")).toEqual([
    "This address is “Automated Program Repair” elsewhere in the course, not “Repair”. One of the titles is wrong.",
  ]);
  expect(warn("Natural", "http://example.org/natural.pdf/")).toEqual([
    "“Natural” is already among the course's readings.",
  ]);
  expect(warn("Natural", "https://example.org/other.pdf")).toEqual([
    "“Natural” is already in the course at another address, https://www.example.org/natural.pdf.",
  ]);
});
