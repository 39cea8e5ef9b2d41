import { summaryLook } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { escaped } from "@/components/ui/escaped";

/** A classmate's summary with its questions. */
export interface ClassSummary {
  name: string;
  paper: string | null;
  text: string;
  questions: readonly { text: string }[];
}

/** What the class wrote before a meeting: everybody's questions, and the summaries one press away. */
export function ClassSummaries({ summaries }: { summaries: readonly ClassSummary[] }) {
  return (
    <section aria-labelledby="class-summaries">
      <h2 id="class-summaries">What the class wrote</h2>
      {summaries.length === 0 ? (
        <Empty title="Nobody else has handed in a pre-assignment." />
      ) : (
        // One string: thirty summaries as elements would cost as much as the rest of the page.
        <ul
          className="class-summaries"
          dangerouslySetInnerHTML={{ __html: summaries.map(markupOf).join("") }}
        />
      )}
    </section>
  );
}

/** One summary as markup; whatever a student typed is escaped. */
export function markupOf({ name, paper, text, questions }: ClassSummary): string {
  const asked = questions.map((question) => `<li>${escaped(question.text)}</li>`).join("");
  const about = paper === null ? "" : `<p class="hint">${escaped(paper)}</p>`;
  return `<li><h3>${escaped(name)}</h3>${about}<ul class="questions">${asked}</ul><details><summary class="${summaryLook}">Summary by ${escaped(name)}</summary><p class="written">${escaped(text)}</p></details></li>`;
}
