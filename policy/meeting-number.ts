/** The number in a meeting's address, as the source of a regular expression. */
export const meetingNumber = String.raw`\d{1,4}`;

const whole = new RegExp(`^${meetingNumber}$`);

/** The number that a piece of an address names; undefined for anything else. */
export function parseMeetingNumber(text: string): number | undefined {
  return whole.test(text) ? Number(text) : undefined;
}
