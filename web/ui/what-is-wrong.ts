type Input = Pick<HTMLInputElement, 'validity' | 'value' | 'minLength' | 'validationMessage'>

/** The validation problem of an input, as a sentence; null if it is valid. */
export function whatIsWrong({ validity, value, minLength, validationMessage }: Input, label: string): string | null {
  if (validity.valid) return null
  if (validity.valueMissing) return `${label} is needed.`
  if (validity.typeMismatch) return 'This is not a whole e-mail address, such as ann@example.com.'
  if (validity.tooShort) return `At least ${minLength} characters are needed; so far there are ${value.length}.`
  return validationMessage
}
