import { ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Notice } from "@/components/ui/notice";
import type { PathTo, Problem } from "@/policy/attention";

const namedAtOnce = 4;

/** What needs the instructor, each with the action that ends it; or that all is well. */
export function Problems({ problems, base }: { problems: readonly Problem[]; base: string }) {
  if (problems.length === 0) {
    return (
      <Notice kind="receipt" title="All is well.">
        <p>
          Every seat that is due is filled, every meeting soon has its readings, and nothing waits.
        </p>
      </Notice>
    );
  }
  return (
    <ul>
      {problems.map(({ sentence, action, about, more }) => (
        <li
          key={sentence}
          className="grid gap-x-6 gap-y-2 border-t border-line py-4 last:border-b min-[44rem]:grid-cols-[minmax(0,1fr)_auto] min-[44rem]:items-center"
        >
          <div>
            <p>{sentence}</p>
            <About links={about} more={more} base={base} />
          </div>
          <ButtonLink
            variant="secondary"
            className="justify-self-start"
            href={`${base}/${action.path}`}
            aria-label={`${action.words}: ${sentence}`}
          >
            {action.words}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function About({
  links,
  more,
  base,
}: {
  links: readonly PathTo[];
  more: PathTo | undefined;
  base: string;
}) {
  if (links.length === 0) return null;
  const list = (
    <p className="flex flex-wrap gap-x-5 text-sm">
      {links.map(({ words, path }) => (
        <a key={path} href={`${base}/${path}`} className="min-h-6">
          {words}
        </a>
      ))}
      {more === undefined ? null : (
        <a href={`${base}/${more.path}`} className="min-h-6">
          {more.words}
        </a>
      )}
    </p>
  );
  if (links.length <= namedAtOnce) return list;
  return (
    <Details summary={more === undefined ? `Show all ${links.length}` : `Show ${links.length}`}>
      {list}
    </Details>
  );
}
