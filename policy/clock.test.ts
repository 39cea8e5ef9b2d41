import { expect, test } from "@playwright/test";
import { clockTarget, termBegins, type ClockChoice } from "./clock";
import { meetings, zone } from "./test-course";
import { instantAt } from "./time";

const at = (date: string, time: string) => instantAt(date, time, zone);
const monday = at("2024-02-05", "16:00");

function target(choice: Partial<ClockChoice>, now = monday) {
  return clockTarget({ to: "typed", date: "", time: "", ...choice }, { meetings, zone, now });
}

test("the term of a demo begins eight days before its first meeting", () => {
  expect(termBegins(meetings, zone)).toEqual(at("2024-01-08", "09:00"));
});

test("tonight is two minutes before midnight, and from then on the next night", () => {
  expect(target({ to: "tonight" })).toEqual(at("2024-02-05", "23:58"));
  const then = at("2024-02-05", "23:58");
  expect(target({ to: "tonight" }, new Date(then.getTime() - 1))).toEqual(then);
  expect(target({ to: "tonight" }, then)).toEqual(at("2024-02-06", "23:58"));
});

test("the next class is the first that has not begun, days without class left out", () => {
  expect(target({ to: "next class" })).toEqual(at("2024-02-06", "15:30"));
  expect(target({ to: "next class" }, at("2024-02-06", "15:30"))).toEqual(
    at("2024-02-08", "15:30"),
  );
  expect(target({ to: "next class" }, at("2024-02-29", "18:00"))).toEqual(
    at("2024-03-12", "15:30"),
  );
  expect(() => target({ to: "next class" }, at("2024-04-26", "12:00"))).toThrow(
    /There is no later class/,
  );
});

test("a typed time is the beginning of its minute, forward or back", () => {
  expect(target({ date: "2024-02-06", time: "09:00" })).toEqual(at("2024-02-06", "09:00"));
  expect(target({ date: "2024-01-17", time: "12:00" })).toEqual(at("2024-01-17", "12:00"));
});

test("a typed time that is none, is now, or lies outside the term is refused in words", () => {
  const refusals: [date: string, time: string, sentence: RegExp][] = [
    ["2024-02-30", "12:00", /30 February 2024 does not exist/],
    ["2024-02-06", "25:00", /not a time of day/],
    ["2024-03-10", "02:30", /does not exist in America\/New_York/],
    ["2024-02-05", "16:00", /shows this time already/],
    ["2024-01-08", "08:59", /runs from Mon 8 Jan, 09:00 EST to/],
    ["2024-08-01", "12:00", /Choose a time in between/],
  ];
  for (const [date, time, sentence] of refusals) {
    expect(() => target({ date, time }), `${date} ${time}`).toThrow(sentence);
  }
});
