import { open } from 'node:fs/promises'

/** Returns when what was written to a file or a folder stands after a power cut. Some systems can't do that for a folder. */
export async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null)
  if (!handle) return
  try {
    await handle.sync()
  } catch {
    // A folder on Windows.
  } finally {
    await handle.close()
  }
}
