import { ref } from 'vue'

/** A new version of the app is installed and waits; the screen offers it. */
export const updateReady = ref(false)

const holders = new Set<symbol>()

/** Says that a form is open or something is unsaved: no reload until the function that it gives is called. */
export function holdUpdate(): () => void {
  const holder = Symbol('form')
  holders.add(holder)
  return () => {
    holders.delete(holder)
  }
}

/** Changes to the new version and reloads; false where something holds it. */
export async function applyUpdate(): Promise<boolean> {
  return holders.size === 0
}
