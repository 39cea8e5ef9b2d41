import { kindWords } from "@/components/meetings/meeting-words";
import { formatPoints, pointsInWords } from "@/policy/grades";
import { lengthInWords, lowerName } from "@/policy/series";
import { fullPoints, type Series } from "@/policy/syllabus";
import { counted, listOf } from "@/policy/wording";

/** The rules of one series; `alone` says that no sentence above says which meetings carry it. */
export function SeriesRules({
  series,
  carried,
  alone,
}: {
  series: Series;
  carried: number;
  alone: boolean;
}) {
  const { name, due, dropLowest, presenterGets, passes, prompts, meetings } = series;
  const kinds = meetings.kinds.map((kind) => kindWords[kind].toLowerCase());
  return (
    <>
      <h3>{name}</h3>
      <p>{series.asksFor}</p>
      {prompts.length === 1 ? null : (
        <ol>
          {prompts.map(({ label }) => (
            <li key={label}>{label}</li>
          ))}
        </ol>
      )}
      {alone ? (
        <p>
          One at every {listOf(kinds)}
          {meetings.onlyWithMainReading ? " with a main reading" : ""}: {carried} this term.
        </p>
      ) : null}
      <p>
        Due {dayWords(due.daysAfter)} at {due.time}. {scaleInWords(series)}
        {dropLowest === 0
          ? `; all ${carried} count, scaled to ${formatPoints(series.outOf)}.`
          : `; the ${dropLowest} lowest of ${carried} are dropped, and the rest is scaled to ${formatPoints(series.outOf)}.`}
        {presenterGets === "nothing"
          ? ""
          : presenterGets === "exemption"
            ? " The day on which you present does not count: nothing is due."
            : ` The day on which you present counts as done: ${pointsInWords(presenterGets)}.`}
        {series.length === null || prompts.length === 1
          ? ""
          : ` Write ${lengthInWords(series.length)} in all.`}
      </p>
      {passes === 0 ? null : (
        <p>
          Each student has {counted(passes, "free pass", "free passes")}: taken before the deadline
          and without a reason, one exempts from one {lowerName(series)}.
        </p>
      )}
      <Readers series={series} />
    </>
  );
}

/** What a text is worth: "1 point each", or the levels with their points. */
function scaleInWords({ scale }: Pick<Series, "scale">): string {
  if (scale.length === 2 && scale[0]?.points === 0) {
    return `${pointsInWords(fullPoints({ scale }))} each`;
  }
  const levels = scale.map(({ label, points }) => `${label} (${formatPoints(points)})`);
  return `Graded ${listOf(levels)}, in points`;
}

function Readers({ series: { classmatesRead } }: { series: Series }) {
  const { when, as } = classmatesRead;
  if (when === "never" || (when === "after-deadline" && as === "name")) return null;
  const names = {
    name: "with your name",
    number: "under a number that stays yours for the term, never your name",
    nobody: "without your name",
  };
  return (
    <p>
      Classmates read it {when === "after-class" ? "once the class begins" : "after the deadline"},{" "}
      {names[as]}.
    </p>
  );
}

/** Days from the meeting, in words: "the day before the meeting". */
export function dayWords(daysAfter: number): string {
  if (daysAfter === 0) return "on the day of the meeting";
  const days = Math.abs(daysAfter);
  const count = days === 1 ? "the day" : `${days} days`;
  return `${count} ${daysAfter < 0 ? "before" : "after"} the meeting`;
}
