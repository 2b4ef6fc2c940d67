/** A message and a hint for people. */
export type Words = { readonly message: string; readonly hint: string }
export type Row = {
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  readonly say: (details: never) => Words
}
