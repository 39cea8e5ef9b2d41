import { expect, test } from "@playwright/test";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { ItemState } from "./grading";
import { nextItem, orderFor } from "./grading-order";

function waiting(submitterId: string, mayChange = false, state: ItemState = "waiting") {
  return { submitterId, state, mayChange };
}

test("each grader has an order of his or her own, always the same, with everything in it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), fc.uuid(), (ids, grader) => {
      const items = ids.map((submitterId) => ({ submitterId }));
      const order = orderFor(grader, items);
      expect(orderFor(grader, [...items].reverse())).toEqual(order);
      expect(new Set(order)).toEqual(new Set(items));
    }),
  );
  const items = Array.from({ length: 30 }, () => ({ submitterId: randomUUID() }));
  const firsts = Array.from({ length: 20 }, () => orderFor(randomUUID(), items)[0]?.submitterId);
  expect(new Set(firsts).size).toBeGreaterThan(5);
});

test("the next item is the own open one, else the first that nobody has open", () => {
  const items = ["a", "b", "c"].map((name) => waiting(name));
  const names = orderFor("tara", items).map(({ submitterId }) => submitterId);
  const [first = "", second = "", third = ""] = names;
  const next = (claims: [string, string][], after: string | null = null) =>
    nextItem(
      "tara",
      items,
      claims.map(([submitterId, graderId]) => ({ submitterId, graderId })),
      after,
    )?.submitterId;
  expect(next([])).toBe(first);
  expect(next([[first, "tom"]])).toBe(second);
  expect(next([[third, "tara"]])).toBe(third);
  expect(next([[first, "tara"]], first)).toBe(second);
  expect(next(names.map((name) => [name, "tom"]))).toBeUndefined();
  expect(
    next(
      [
        [second, "tom"],
        [third, "tom"],
      ],
      first,
    ),
  ).toBe(first);
});

test("what may still change is given once nothing else waits, and not after what was due", () => {
  const next = (items: ReturnType<typeof waiting>[], after: string | null = null, claimed = "") =>
    nextItem("tara", items, [{ submitterId: claimed, graderId: "tom" }], after)?.submitterId;
  const [due, early, other] = [waiting("due"), waiting("early", true), waiting("other", true)];
  expect(next([early, due, other])).toBe("due");
  expect(next([early, due, other], "due")).toBe("due");
  expect(next([early, due, other], null, "due")).toBeUndefined();
  expect(next([early])).toBe("early");
  expect(next([early, waiting("due", false, "graded")], "due")).toBeUndefined();
  expect(next([waiting("early", true, "graded"), other], "early")).toBe("other");
});
