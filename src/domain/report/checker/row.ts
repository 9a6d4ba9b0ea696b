/** Words in a row, divided by spaces. */
export const row = (words: string): readonly string[] => words.trim().split(/\s+/)
