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
