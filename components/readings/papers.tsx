import { sourceOf } from "./source";

/** A paper as one line: its page in the portal, and the paper itself. */
export interface PaperLine {
  title: string;
  /** Its page in the portal. */
  href: string;
  /** The paper itself. */
  url: string;
  year: number | null;
  list: "main" | "suggested";
}

/** Papers, one a line, each with where it is; `marksSuggested` where both lists stand together. */
export function Papers({
  papers,
  marksSuggested = false,
  className = "mt-1.5",
}: {
  papers: readonly PaperLine[];
  marksSuggested?: boolean;
  className?: string;
}) {
  if (papers.length === 0) return null;
  return (
    <ul className={`max-w-184 ${className}`}>
      {papers.map(({ title, href, url, year, list }) => (
        <li key={href} className="paper">
          <a href={href} className="quiet-link">
            {title}
          </a>{" "}
          <a href={url} className="paper-source">
            {sourceOf(url, year)}
            {marksSuggested && list === "suggested" ? ", suggested" : ""}
          </a>
        </li>
      ))}
    </ul>
  );
}
