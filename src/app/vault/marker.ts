const key = 'gridbook.vault'

/**
 * A line in localStorage that says: there is a vault on this phone. Browsers clear the one without the other, and so an
 * emptied store isn't taken for a new user's (FIELD-BUGS: localForage#943).
 */
export const vaultMarker = {
  isSet: (): boolean => {
    try {
      return localStorage.getItem(key) !== null
    } catch {
      return false
    }
  },
  set: (): void => {
    try {
      localStorage.setItem(key, '1')
    } catch {
      // No marker then; the vault itself works.
    }
  },
  clear: (): void => {
    try {
      localStorage.removeItem(key)
    } catch {
      // As above.
    }
  },
}
