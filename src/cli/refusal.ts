/** A run that cannot start: one line tells why, and what would help. */
export class Refusal extends Error {}
