/** The number in a meeting's address, as the source of a regular expression: each meeting has one address. */
export const meetingNumber = String.raw`[1-9]\d{0,3}`;

const whole = new RegExp(`^${meetingNumber}$`);

/** The number that a piece of an address names; undefined for anything else. */
export function parseMeetingNumber(text: string): number | undefined {
  return whole.test(text) ? Number(text) : undefined;
}
