import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";

/** A hand-in that was received. */
export interface ReceiptLine {
  href: string;
  what: string;
  title: string;
  version: number;
  at: Date;
}

/** The last hand-ins with when they were received. */
export function Receipts({ receipts, zone }: { receipts: readonly ReceiptLine[]; zone: string }) {
  return (
    <Section id="receipts" heading="Received from you">
      {receipts.length === 0 ? (
        <p>Nothing yet. Each hand-in gets a receipt here.</p>
      ) : (
        <ul>
          {receipts.map((receipt) => (
            <li key={`${receipt.what} ${receipt.href}`} className="py-1.5">
              <a href={receipt.href}>
                {receipt.what}, {receipt.title}
              </a>
              <p className="max-w-text text-sm text-muted">
                <Time at={receipt.at} zone={zone} />
                {receipt.version === 1 ? "" : `, version ${receipt.version}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The next class and the last announcement, a line each. */
export function News({
  meeting,
  announcement,
  zone,
}: {
  /** Null after the last one. */
  meeting: { href: string; title: string; when: string } | null;
  announcement: { href: string; title: string; postedAt: Date } | null;
  zone: string;
}) {
  return (
    <>
      <Section id="next-meeting" heading="Next meeting">
        {meeting === null ? (
          <p>The last meeting is over.</p>
        ) : (
          <>
            <p className="font-serif text-lg/[1.4] font-medium">
              <a href={meeting.href}>{meeting.title}</a>
            </p>
            <p>{meeting.when}</p>
          </>
        )}
      </Section>
      <Section id="announcement" heading="Latest announcement">
        {announcement === null ? (
          <p>Nothing has been announced yet.</p>
        ) : (
          <>
            <p className="font-serif text-lg/[1.4] font-medium">
              <a href={announcement.href}>{announcement.title}</a>
            </p>
            <p className="max-w-text text-sm text-muted">
              <Time at={announcement.postedAt} zone={zone} />
            </p>
          </>
        )}
      </Section>
    </>
  );
}
