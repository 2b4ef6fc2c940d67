/** A text with the spaces at its ends to be seen. */
export const visibleText = (text: string): string =>
  text.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(Math.min(3, spaces.length)))
