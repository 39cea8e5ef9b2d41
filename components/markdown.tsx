import { renderMarkdown } from "./markdown/render";

/**
 * A text that somebody wrote in Markdown, in the reading face. For server components only: a preview in the browser
 * asks the server. The markup is safe because renderMarkdown drops HTML and sanitises what is left.
 */
export function Markdown({ text, topHeading = 2 }: { text: string; topHeading?: 2 | 3 | 4 }) {
  return (
    <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(text, topHeading) }} />
  );
}
