import type { ReactNode } from "react";
import { Countdown } from "@/components/ui/countdown";
import { Notice } from "@/components/ui/notice";
import { ReaderTime, Time } from "@/components/ui/time";
import { presentsInWords, signUpState, type SignUpWindow } from "@/policy/discussions";
import type { PresentationRule } from "@/policy/syllabus";

/** Where the sign-up window stands by the course's clock, with a countdown, and what that means for the reader. */
export function SignUpNotice({
  window,
  rule,
  now,
  readerZone,
  isReopened,
  isStudent,
  children,
}: {
  /** Null where the staff assign the seats. */
  window: SignUpWindow | null;
  rule: Pick<PresentationRule, "perStudent">;
  now: Date;
  readerZone: string | undefined;
  /** Staff have opened it again after its regular end. */
  isReopened: boolean;
  isStudent: boolean;
  children?: ReactNode;
}) {
  if (window === null) {
    return (
      <Notice title="The staff assign the seats.">
        <p>
          Each student presents {presentsInWords(rule)}.
          {isStudent ? " To change when you present, ask them." : null}
        </p>
        {children}
      </Notice>
    );
  }
  const { opensAt, closesAt, zone } = window;
  const state = signUpState(window, now);
  const loadAgain = <a href="">Load the page again.</a>;
  if (state === "closed") {
    return (
      <Notice title="Sign-up is closed.">
        <p>
          It closed on <Time at={closesAt} zone={zone} />.
          {isStudent ? " To change who presents, ask the staff." : null}
        </p>
        {children}
      </Notice>
    );
  }
  return (
    <Notice
      kind={state === "open" ? "warning" : "plain"}
      title={state === "open" ? "Sign-up is open." : "Sign-up is not open yet."}
    >
      {state === "open" ? (
        <p>
          {isReopened ? "The staff have opened it again. It closes on " : "It closes on "}
          <Time at={closesAt} zone={zone} />
          <ReaderTime at={closesAt} zone={zone} readerZone={readerZone} />, in{" "}
          <Countdown milliseconds={closesAt.getTime() - now.getTime()}>
            no time: it is over. {loadAgain}
          </Countdown>
          . First come, first served; each student presents {presentsInWords(rule)}. Until then a
          seat can be given up freely.
        </p>
      ) : (
        <p>
          It opens on <Time at={opensAt} zone={zone} />
          <ReaderTime at={opensAt} zone={zone} readerZone={readerZone} />, in{" "}
          <Countdown milliseconds={opensAt.getTime() - now.getTime()}>
            no time: it is open. {loadAgain}
          </Countdown>
          , and closes on <Time at={closesAt} zone={zone} />
          <ReaderTime at={closesAt} zone={zone} readerZone={readerZone} />.
        </p>
      )}
      {children}
    </Notice>
  );
}
