import { describe, expect, test } from 'vitest'
import { shapesOf, type TextShape } from '#core/profile/shapes/shape-of-text.ts'
import { TextShapes } from '#core/profile/text-shapes.ts'
import { seededRandom } from '../../support/random.ts'

describe('what a text looks like', () => {
  test.each<[TextShape, readonly string[], readonly string[]]>([
    ['email', ['ann.o+x@example.co.uk'], ['ann@', '@ann', 'ann at example.com', 'a@b']],
    ['url', ['https://a.b/c?d=e', 'www.example.org', 'example.com/x'], ['http//x', 'a.b', 'see www.example.org']],
    [
      'phone',
      ['+44 20 7946 0958', '(555) 123-4567', '555-123-4567', '+15551234567'],
      ['2024-03-01', '5551234567', '12-34', '192.168.10.101', '1234 5678'],
    ],
    ['ip', ['192.168.1.1', '2001:db8::1'], ['1.2.3', '256.1.1.1', '10:30']],
    ['postcode', ['SW1A 1AA', '94107-1234', 'K1A 0B1', '1012 AB', '00-950'], ['94107', '12345678', 'A1']],
    ['country', ['France', 'united states', 'Côte d’Ivoire', "Cote d'Ivoire"], ['Paris', 'FR']],
    ['countryCode', ['FR', 'DEU'], ['fr', 'XX']],
    ['person', ['Maria Lopez', 'Smith, John', 'Anna van der Berg'], ['New York', 'Maria', 'Red Wine']],
    [
      'address',
      [
        '61 EAST 177 STREET',
        '225 Bush St., Suite 400',
        'Hauptstraße 12',
        'rue de Rivoli 99',
        'NE HOLMAN ST and NE 17TH AVE',
      ],
      ['Bush', 'St. Louis', '12 Monkeys'],
    ],
    ['measured', ['12 kg', '3.5 GB', '120lbs', '6 ft', '5°C'], ['12', 'kg 12', '1st', 'A4', '747 Boeing jet']],
    [
      'number',
      ['1,234.5', '$1,001 ', '12%', '145 107,0', '(5.00)', 'USD 12', '1’234'],
      ['12', '1.5', '-3e5', '12 kg', '2024-03'],
    ],
    [
      'list',
      ['a, b, c', 'ru/23.2;uk/10.7', 'red|green'],
      ['a, b', 'Smith, John', 'He came, he saw, he won. Then he left.'],
    ],
    ['structured', ['[1, 2]', '{"a": 1}'], ['(a)', 'a [b]']],
    [
      'date',
      ['2024-03-01', '31.12.99', '1/1/84', 'Jan-24', '2024-Q1', '5 May 2020', 'March 3, 2021'],
      ['12', '1.2.3', '2024', '555-1234'],
    ],
    ['iban', ['DE89 3704 0044 0532 0130 00', 'GB82WEST12345698765432'], ['DE89 3704 0044 0532 0130 01', 'GB82']],
    ['card', ['4111 1111 1111 1111', '5500000000000004'], ['4111 1111 1111 1112', '0000000000000000']],
    [
      'nationalId',
      ['078-05-1120', '12345678Z', 'RSSMRA85T10A562S', 'AB123456C'],
      ['078-05-11200', '12345678A', '000-12-3456'],
    ],
    [
      'hash',
      ['3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'd41d8cd98f00b204e9800998ecf8427e'],
      ['d41d8cd9', '1234567890123456'],
    ],
    ['code', ['CO04', 'A-1', 'SKU_99'], ['CO', '12', 'a b1']],
    ['flag', ['Yes', 'n', 'TRUE'], ['maybe', '1']],
    ['prose', ['the cat sat on the mat'], ['one two three']],
  ])('%s', (shape, fitting, others) => {
    expect(fitting.filter((text) => !shapesOf(text).includes(shape))).toEqual([])
    expect(others.filter((text) => shapesOf(text).includes(shape))).toEqual([])
  })
})

describe('what a column looks like', () => {
  test('shares are of rows, not of different texts', () => {
    const shapes = new TextShapes()
    shapes.add(['a@b.de', '12', 'not counted'], [3, 1, 0])
    expect(shapes.finish()).toEqual({
      shares: { email: 0.75, word: 0.75, digits: 0.25 },
      meanWords: 1,
      meanLength: 5,
    })
    expect(new TextShapes().finish()).toBeNull()
  })

  test('shares of a great many different texts are near', () => {
    const shapes = new TextShapes()
    const texts = Array.from({ length: 200_000 }, (_, row) => (row % 4 === 0 ? `a${row}@b.de` : `plain${row}`))
    shapes.add(
      texts,
      texts.map(() => 1),
    )
    expect(shapes.finish()?.shares.email).toBeCloseTo(0.25, 1)
  })

  test('parts add up (seed 11)', () => {
    const random = seededRandom(11)
    const texts = Array.from({ length: 400 }, () =>
      random.pick(['a@b.de', '12 kg', 'New York', 'yes', '2024-01-01', '']),
    )
    const counts = texts.map(() => random.below(3))
    const whole = new TextShapes()
    whole.add(texts, counts)
    const [first, second] = [new TextShapes(), new TextShapes()]
    first.add(texts.slice(0, 150), counts.slice(0, 150))
    second.add(texts.slice(150), counts.slice(150))
    first.merge(second)
    expect(first.finish()).toEqual(whole.finish())
  })
})
