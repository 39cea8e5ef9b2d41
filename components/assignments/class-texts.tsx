import { summaryLook } from "@/components/ui/details";
import { Empty } from "@/components/ui/empty";
import { escaped } from "@/components/ui/escaped";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { lowerName } from "@/policy/series";
import { withArticle } from "@/policy/wording";
import type { Series } from "@/policy/syllabus";

/** A classmate's text with its questions. */
export interface ClassText {
  /** The name or the number under which it is read; null where it is read without either. */
  author: string | null;
  paper: string | null;
  /** One for each prompt of the series. */
  answers: readonly string[];
  questions: readonly { text: string }[];
}

/** What the class wrote for a meeting: everybody's questions, and the texts one press away. */
export function ClassTexts({
  series,
  isOnly,
  texts,
  page,
  pages,
  at,
}: {
  series: Series;
  /** Whether there is no other series to read, so that this one need not be named. */
  isOnly: boolean;
  /** Those of this page. */
  texts: readonly ClassText[];
  page: number;
  pages: number;
  /** The meeting's address. */
  at: string;
}) {
  const id = `class-texts-${series.key}`;
  const name = lowerName(series);
  return (
    <Section
      id={id}
      heading={<>{isOnly ? "What the class wrote" : `What the class wrote: ${series.name}`}</>}
      className="flow mt-10 border-t border-line"
    >
      {texts.length === 0 ? (
        page === 1 ? (
          <Empty title={`Nobody else has handed in ${withArticle(name)}.`} />
        ) : (
          <Empty title={`No ${name} is on this page.`}>
            <p>
              <a href={`${at}#${id}`}>See the first page</a>
            </p>
          </Empty>
        )
      ) : (
        // One string: thirty texts as elements would cost as much as the rest of the page.
        <ul
          className="mt-3"
          dangerouslySetInnerHTML={{
            __html: texts.map((text) => markupOf(text, series)).join(""),
          }}
        />
      )}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${at}?page=${number}#${id}`} />
    </Section>
  );
}

/** One text as markup; whatever a student typed is escaped. */
export function markupOf(
  { author, paper, answers, questions }: ClassText,
  { prompts }: Pick<Series, "prompts">,
): string {
  const [only] = prompts.length === 1 ? prompts : [];
  const what = only?.label ?? "Text";
  const heading = author === null ? "" : `<h3 class="m-0">${escaped(author)}</h3>`;
  const about =
    paper === null ? "" : `<p class="max-w-text text-sm text-muted">${escaped(paper)}</p>`;
  const asked = questions.map((question) => `<li>${escaped(question.text)}</li>`).join("");
  const list = asked === "" ? "" : `<ul class="max-w-text list-disc ps-5 font-serif">${asked}</ul>`;
  const written = answers
    .map((answer, index) => {
      const label = only === undefined ? prompts[index]?.label : undefined;
      const named =
        label === undefined ? "" : `<p class="max-w-text text-sm text-muted">${escaped(label)}</p>`;
      return `${named}<p class="max-w-text font-serif text-lg whitespace-pre-wrap">${escaped(answer)}</p>`;
    })
    .join("");
  const summary = author === null ? what : `${what} by ${author}`;
  return `<li class="border-t border-line py-3">${heading}${about}${list}<details><summary class="${summaryLook}">${escaped(summary)}</summary>${written}</details></li>`;
}
