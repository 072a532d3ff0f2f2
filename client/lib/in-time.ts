/** Some browsers never answer for a database after a crash: nobody waits for one longer than this. */
const patienceMs = 3_000

/** Rejects when the browser does not open it in time. */
export async function inTime<T>(opening: Promise<T>): Promise<T> {
  let bell: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    bell = setTimeout(() => reject(new Error('the database does not answer')), patienceMs)
  })
  try {
    return await Promise.race([opening, silence])
  } finally {
    clearTimeout(bell)
  }
}
