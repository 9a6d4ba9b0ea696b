const ascending = '01234567890123456789'
const descending = '98765432109876543210'

/** Whether a PIN is among the first that anybody tries: a run, one or two digits repeated, a half said twice. */
export const easilyGuessed = (pin: string): boolean =>
  ascending.includes(pin) ||
  descending.includes(pin) ||
  new Set(pin).size < 3 ||
  pin.slice(0, 3) === pin.slice(3) ||
  pin.slice(0, 2).repeat(3) === pin
