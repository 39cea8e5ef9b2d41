import { expect, test } from "@playwright/test";
import { announcementLimits, checkAnnouncement } from "./announcements";
import { announcementOf } from "./schedule-announcement";
import { ada, edit, facts } from "./test-edit";

const presented = facts({ seats: [{ ...ada, number: 1 }] });

test("feature 3: people are told the former and the new day, the deadlines, and of the presentation", () => {
  expect(announcementOf(edit(7, { date: "2024-02-13" }), presented)).toEqual({
    title: "“New frontiers in benchmarking” moves to Tue 13 Feb, 15:30 EST",
    body: `It was on Tuesday 6 February 2024, 15:30–16:50 EST, and is now on Tuesday 13 February 2024, 15:30–16:50 EST.

- The pre-assignment: due Mon 12 Feb, 23:59 EST instead of Mon 5 Feb, 23:59 EST.
- The post-assignment: due Tue 13 Feb, 23:59 EST instead of Tue 6 Feb, 23:59 EST.

The presenters keep their seats and present on the new day; their slides are due Mon 12 Feb, 23:59 EST. What is handed in or begun is kept.`,
  });
});

test("visitors read it, so it names no student", () => {
  for (const change of [{ date: "2024-02-13" }, { isCancelled: true }]) {
    expect(JSON.stringify(announcementOf(edit(7, change), presented))).not.toContain(ada.name);
  }
});

test("a cancelled class, and one that takes place after all", () => {
  const cancelled = edit(7, { isCancelled: true });
  expect(announcementOf(cancelled, presented)).toEqual({
    title: "“New frontiers in benchmarking” of Tue 6 Feb is cancelled",
    body: `It was planned for Tuesday 6 February 2024, 15:30–16:50 EST.

- The pre-assignment: nothing is due any more.
- The post-assignment: nothing is due any more.

The presenters lose their seats and can be placed in another discussion. What is handed in or begun is kept.`,
  });
  const { before, after, ...rest } = cancelled;
  const freed = [{ ...ada, number: 1, canReturn: true }];
  expect(
    announcementOf({ ...rest, before: after, after: before ?? after }, facts({ freed })),
  ).toEqual({
    title: "“New frontiers in benchmarking” takes place after all, Tue 6 Feb, 15:30 EST",
    body: `It is on Tuesday 6 February 2024, 15:30–16:50 EST.

- The pre-assignment: due Mon 5 Feb, 23:59 EST.
- The post-assignment: due Tue 6 Feb, 23:59 EST.

Earlier presenters who can still present get their seats back.`,
  });
  const twice = { ...cancelled, before: after, after: { ...after, date: "2024-02-13" } };
  expect(announcementOf(twice, facts())).toBeNull();
});

test("a new meeting, other hours, another room, a day without class, other deadlines", () => {
  const titleOf = (change: Parameters<typeof edit>[1], number = 8) =>
    announcementOf(edit(number, change), facts())?.title;
  const added = { ...edit(8, {}), before: null };
  expect(announcementOf(added, facts())?.title).toBe(
    "New in the schedule: “Data”, Thu 8 Feb, 15:30 EST",
  );
  expect(titleOf({ starts: "15:00" })).toBe("“Data” moves to Thu 8 Feb, 15:00 EST");
  expect(titleOf({ ends: "17:20" })).toBe("“Data” of Thu 8 Feb ends at 17:20");
  expect(titleOf({ kind: "no-class", title: "Snow" })).toBe("No class on Thu 8 Feb: “Snow”");
  expect(announcementOf(edit(8, { room: "NSH *3305*" }), facts())).toEqual({
    title: "“Data” of Thu 8 Feb is in another room",
    body: "It was in the course’s usual room, and is now in NSH \\*3305\\*.",
  });
  expect(
    announcementOf(
      edit(8, {
        assignments: {
          pre: { isWaived: true, dueAt: null },
          post: { isWaived: false, dueAt: "2024-02-09T22:00:59.999Z" },
        },
      }),
      facts(),
    ),
  ).toEqual({
    title: "“Data” of Thu 8 Feb has other deadlines",
    body: `- The pre-assignment: nothing is due any more.
- The post-assignment: due Fri 9 Feb, 17:00 EST instead of Thu 8 Feb, 23:59 EST.

What is handed in or begun is kept.`,
  });
});

test("a deadline set by hand that stays is said to stay", () => {
  const agreed = {
    assignments: { post: { isWaived: false, dueAt: "2024-02-20T22:00:59.999Z" } },
  };
  const { before, after, ...rest } = edit(8, agreed);
  const moved = { ...rest, before: after, after: { ...after, date: "2024-02-16" } };
  expect(before).not.toBeNull();
  expect(announcementOf(moved, facts())?.body).toContain(
    "- The post-assignment: due Tue 20 Feb, 17:00 EST as before.",
  );
});

test("a mere edit of title, readings, text or seats tells nothing", () => {
  for (const change of [{ title: "Data again" }, { readings: [] }, { notes: "Hi" }, { bonus: 5 }]) {
    expect(announcementOf(edit(7, change), facts())).toBeNull();
  }
});

test("the longest title of a meeting still makes an announcement", () => {
  const title = "x".repeat(200);
  const news = announcementOf(edit(8, { title, isCancelled: true }), facts());
  expect(news?.title.length).toBeLessThan(announcementLimits.title);
  expect(checkAnnouncement(news ?? { title: "", body: "" })).toEqual(news);
});
