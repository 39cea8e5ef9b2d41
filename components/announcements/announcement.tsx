import { Markdown } from "@/components/markdown";
import { Time } from "@/components/ui/time";

/** One piece of news in full; its id is the target of links to it. */
export function Announcement({
  announcement: { id, title, body, postedAt },
  zone,
}: {
  announcement: { id: string; title: string; body: string; postedAt: Date };
  zone: string;
}) {
  return (
    <article id={`announcement-${id}`} className="border-t border-line pt-3 pb-4">
      <h3 className="mt-0">{title}</h3>
      <p className="mb-2 text-sm text-muted">
        <Time at={postedAt} zone={zone} />
      </p>
      <Markdown text={body} topHeading={4} />
    </article>
  );
}
