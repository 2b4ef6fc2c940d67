/** The privacy text in force, by its date. Whoever signs up accepts it, which is kept with the account. */
export const privacyVersion = '2026-12-01'
