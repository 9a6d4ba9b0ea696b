const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether an 18-character ID number ends in its check digit (GB 11643: weights mod 11). */
export const isIdNumber = (text: string): boolean => {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether an enterprise's unified social credit code ends in its check character (GB 32100: weights 3^i mod 31). */
export const isCreditCode = (text: string): boolean => {
  if (text.length !== 18) return false
  let weight = 1
  let sum = 0
  for (const character of text.slice(0, 17)) {
    const value = creditAlphabet.indexOf(character)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17]
}
