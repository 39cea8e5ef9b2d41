import { expect, test } from "@playwright/test";
import { announcementLimits, checkAnnouncement } from "./announcements";

test("an announcement has a title on one line and a text", () => {
  expect(
    checkAnnouncement({ title: " Room\n change ", body: "\r\nWe meet in **5415**.\r\n" }),
  ).toEqual({ title: "Room change", body: "We meet in **5415**." });
  expect(() => checkAnnouncement({ title: " \u0000 ", body: "x" })).toThrow(
    "Give the announcement a title.",
  );
  expect(() => checkAnnouncement({ title: "x", body: " \n " })).toThrow(
    "Write what you want to announce.",
  );
});

test("what is too long is refused with both numbers, and the limit itself is not", () => {
  const { title, body } = announcementLimits;
  expect(() => checkAnnouncement({ title: "x".repeat(title + 1), body: "x" })).toThrow(
    "The title has 201 characters; the limit is 200. Shorten it.",
  );
  expect(() => checkAnnouncement({ title: "x", body: "x".repeat(body + 1) })).toThrow(
    "The text has 20,001 characters; the limit is 20,000. Shorten it.",
  );
  const longest = { title: "🎓".repeat(title), body: "x".repeat(body) };
  expect(checkAnnouncement(longest)).toEqual(longest);
});
