/** Copies the numbers to an array of at least `size` elements, growing by half or more; new elements are `fill`. */
export function grow<Numbers extends Float64Array | Int32Array>(numbers: Numbers, size: number, fill = 0): Numbers {
  if (numbers.length >= size) return numbers
  const length = Math.max(256, size, Math.ceil(numbers.length * 1.5))
  const larger = (numbers instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)) as Numbers
  larger.set(numbers)
  return fill === 0 ? larger : (larger.fill(fill, numbers.length) as Numbers)
}
