/** Words of a refusal that lead somewhere; the path is below the course's address, as "discussions/7". */
export interface RefusalLink {
  words: string;
  path: string;
}

/**
 * A rule of the course said no. The message is a sentence for the person: what happened and what to do.
 * `field` names the form field that it belongs beside; `links` are words of the message that lead somewhere.
 */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly field?: string,
    readonly links: readonly RefusalLink[] = [],
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Several rules said no to one form: each is told beside its own field. */
export class Refusals extends Refusal {
  constructor(readonly each: readonly Refusal[]) {
    super(each.map(({ message }) => message).join(" "));
    this.name = "Refusals";
  }
}

/** Every single refusal that it stands for: itself, or those of all its rules. */
export function refusalsIn(refusal: Refusal): readonly Refusal[] {
  return refusal instanceof Refusals ? refusal.each : [refusal];
}

/** What the check answers for each of the items. All are checked before any refusal is told, so that all are told at once. */
export function checkEach<Item, Answer>(
  items: readonly Item[],
  check: (item: Item, index: number) => Answer,
): Answer[] {
  const refusals: Refusal[] = [];
  const answers = items.flatMap((item, index) => {
    try {
      return [check(item, index)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(...refusalsIn(error));
      return [];
    }
  });
  const [first, second] = refusals;
  if (first === undefined) return answers;
  throw second === undefined ? first : new Refusals(refusals);
}

/** What each of the checks answers, by its name. Their refusals are told at once, in the order given. */
export function checkAll<Answers extends object>(checks: {
  [Name in keyof Answers]: () => Answers[Name];
}): Answers {
  const named = Object.entries<() => unknown>(checks);
  return Object.fromEntries(checkEach(named, ([name, check]) => [name, check()])) as Answers;
}

/** The thing does not exist, or not for this viewer: both look the same from outside (404). */
export class NotFound extends Error {
  constructor(message = "There is nothing at this address.") {
    super(message);
    this.name = "NotFound";
  }
}

/**
 * Somebody else was quicker: a refusal that also gives the form what it needs to go on, by field name, in place
 * of what was typed there.
 */
export class Conflict extends Refusal {
  constructor(
    message: string,
    field: string,
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(message, field);
    this.name = "Conflict";
  }
}
