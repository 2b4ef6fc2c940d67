import { isCardNumber } from '../../profile/shapes/checksums.ts'
import { type ColumnFacts, isNumber, named, phrased } from './column-facts.ts'
import type { ColumnKind } from './kind.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** True if nearly all values have the shape, or most do and the name agrees. */
const looks = (share: number, isNamed: boolean): number =>
  share >= 0.8 ? 0.95 : share >= 0.3 && isNamed ? 0.9 : share >= 0.5 ? 0.7 : 0

const isText = ({ type }: ColumnFacts): boolean => type === 'text'

const emailWords = words('email emails mail')
const email: ColumnKind = {
  title: 'e-mail address',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => looks(facts.share('email'), named(facts, emailWords)),
}

const phoneWords = words('phone phones telephone mobile fax tel cell cellphone telefon telefono telefone handy')
/** Too long for any other figure under such a name. */
const isLongNumber = (facts: ColumnFacts): boolean =>
  facts.range !== null && facts.range.min >= 1e5 && facts.range.max >= 1e6

const phone: ColumnKind = {
  title: 'telephone number',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => {
    const isNamed = named(facts, phoneWords) || phrased(facts, ['phone number', 'contact number'])
    if (isNumber(facts)) return isNamed && isLongNumber(facts) ? 0.85 : 0
    const share = facts.share('phone') + (isNamed ? facts.share('digits') : 0)
    return looks(share, isNamed) * (isNamed ? 1 : 0.95)
  },
}

const ipWords = words('ip ipv4 ipv6 ipaddress')
const ip: ColumnKind = {
  title: 'IP address',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => looks(facts.share('ip'), named(facts, ipWords)),
}

const nameWords = words(
  'name names fullname firstname lastname surname forename username user nombre nom vorname nachname cognome apellido contact',
)
const personWords = words(
  'first last full middle given family sur fore maiden customer client employee person passenger patient student teacher owner contact manager buyer seller driver member guest user organizer host agent applicant candidate beneficiary holder',
)
const surelyNames = words('firstname lastname fullname surname forename vorname nachname')
const isSurelyName = (facts: ColumnFacts): boolean =>
  named(facts, surelyNames) || phrased(facts, ['first name', 'last name', 'given name', 'family name', 'full name'])

const isVariedName = (facts: ColumnFacts): boolean =>
  named(facts, nameWords) && (facts.distinct > 20 || facts.distinct === facts.known)

/** Other things that have names, and persons after whom the column is named. */
const thingWords = words(
  'product company file brand item city state country region street event team club store shop column table field sheet project movie film song album course school university hospital hotel restaurant category class group department station airport airline ship vessel model game app domain host server indicator species director actor actress artist author writer composer conductor player athlete band star cast',
)
const name: ColumnKind = {
  title: 'name of a person',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => {
    if (!isText(facts) || facts.meanWords > 5 || named(facts, thingWords)) return 0
    const isOfPerson = named(facts, personWords)
    if (facts.share('person') >= 0.35) return isOfPerson || named(facts, nameWords) ? 0.95 : 0.75
    if (facts.share('proper') < 0.5) return 0
    return isSurelyName(facts) ? 0.95 : isOfPerson && isVariedName(facts) ? 0.8 : 0
  },
}

const addressWords = words('address street addr adresse strasse direccion indirizzo endereco')
/** Words that change the meaning of `address` or `street`. */
const notPostal = words('email mail e ip mac web name type suffix')
const address: ColumnKind = {
  title: 'postal address',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => {
    if (!isText(facts)) return 0
    const isNamed = named(facts, addressWords) && !named(facts, notPostal)
    const share = facts.share('address')
    if (share >= 0.5 || (isNamed && share >= 0.15)) return 0.9
    return isNamed && facts.share('prose') + facts.share('proper') > 0.3 && facts.distinct > 10 ? 0.6 : 0
  },
}

const birthDate: ColumnKind = {
  title: 'date of birth',
  sensitivity: 'personal',
  adds: false,
  fits: (facts) => {
    if (facts.type !== 'date' && facts.type !== 'timestamp' && facts.share('date') < 0.5) return 0
    const isNamed = named(facts, words('dob birthday birthdate dateofbirth geburtsdatum geburtstag'))
    return isNamed || phrased(facts, ['birth date', 'date of birth', 'born', 'day of birth']) ? 0.96 : 0
  },
}

const nationalWords = words('ssn nin nino dni nie pesel passport nhs sin aadhaar aadhar bsn curp cpf nir siren taxid')
const nationalPhrases = [
  'social security',
  'national id',
  'passport number',
  'tax id',
  'insurance number',
  'identity card',
]
const nationalId: ColumnKind = {
  title: 'national identity number',
  sensitivity: 'secret',
  adds: false,
  fits: (facts) => {
    const isNamed = named(facts, nationalWords) || phrased(facts, nationalPhrases)
    if (isNumber(facts)) return isNamed && (facts.range?.max ?? 0) >= 1e6 ? 0.8 : 0
    if (!isText(facts)) return 0
    const share = facts.share('nationalId')
    if (share >= 0.8) return 0.97
    return isNamed && (share > 0.2 || facts.share('digits') + facts.share('code') > 0.5) ? 0.8 : 0
  },
}

const cardWords = ['card number', 'credit card', 'debit card', 'card no', 'pan', 'cc number', 'creditcard']
const card: ColumnKind = {
  title: 'payment card number',
  sensitivity: 'secret',
  adds: false,
  fits: (facts) => {
    const isNamed = phrased(facts, cardWords)
    if (facts.type === 'integer') {
      const passing = facts.values.filter(isCardNumber).length
      return passing > 0 && passing >= facts.values.length * 0.8 ? (isNamed || passing >= 5 ? 0.98 : 0.6) : 0
    }
    return looks(facts.share('card'), isNamed)
  },
}

const iban: ColumnKind = {
  title: 'bank account number',
  sensitivity: 'secret',
  adds: false,
  fits: (facts) => {
    const isNamed = named(facts, words('iban')) || phrased(facts, ['account number', 'bank account'])
    return looks(facts.share('iban'), isNamed)
  },
}

/** Kinds whose every value concerns one person. */
export const personalKinds = { email, phone, ip, card, iban, nationalId, birthDate, name, address }
