import { createStore, useStore } from '#client/lib/store.ts'

/*
 * The alarm's sound, made by the browser itself: no file to fetch, nothing to wait for. A page may sound only after a
 * press (autoplay): `locked` until then, once for each session; what was agreed to comes back by itself at the first press
 * after a reload that the browser takes for one. A machine may also take the sound away by itself (a call, another
 * headset): then it is `locked` again, and said to be.
 */
export type Sound = 'locked' | 'ready'

type Wish = 'unasked' | 'wanted' | 'declined'

// Of the tab: gone with the session, as the browser's own permission is.
const wishKey = 'cip.alarm-sound'
const sound = createStore<Sound>('locked')
const wish = createStore<Wish>(readWish())
let context: AudioContext | null = null

export function useSound(): Sound {
  return useStore(sound)
}

/** Whether a press is wanted: of who has not been asked, and of who said yes and would hear nothing. */
export function useIsPressWanted(): boolean {
  const wished = useStore(wish)
  const isLocked = useStore(sound) === 'locked'
  return wished === 'unasked' || (wished === 'wanted' && isLocked)
}

/** At a press: from then on the alarm is heard here. */
export async function activateSound(): Promise<void> {
  keepWish('wanted')
  await unlock()
}

export function declineSound(): void {
  keepWish('declined')
}

/** Two notes, three times: heard over voices, and like no telephone. */
export function soundAlarm(): void {
  if (context === null) return
  for (let n = 0; n < 3; n += 1) {
    note(context, 880, n * 0.4)
    note(context, 659, n * 0.4 + 0.2)
  }
}

/**
 * After a reload: at once where the browser lets it (a wall that is set up so), else at a press. Each is tried until one has
 * unlocked it, since not every key or touch counts for the browser, and what is unlocked may be locked again. Call once at start.
 */
export function resumeSound(): void {
  const resume = () => {
    if (wish.get() === 'wanted' && sound.get() === 'locked') void unlock()
  }
  resume()
  for (const press of ['pointerup', 'click', 'keydown']) addEventListener(press, resume)
}

async function unlock(): Promise<void> {
  try {
    context ??= openContext()
    await context.resume()
    tell(context)
  } catch {
    // No sound card, or a policy: the screen still says it, in red and aloud.
  }
}

function openContext(): AudioContext {
  const audio = new AudioContext()
  audio.addEventListener('statechange', () => tell(audio))
  return audio
}

function tell({ state }: AudioContext): void {
  sound.set(state === 'running' ? 'ready' : 'locked')
}

function note(audio: AudioContext, pitch: number, after: number): void {
  const begins = audio.currentTime + after
  const ends = begins + 0.18
  const source = audio.createOscillator()
  const volume = audio.createGain()
  source.type = 'triangle'
  source.frequency.value = pitch
  // Swelling and dying away within a hundredth of a second: an edge would be a click.
  volume.gain.setValueAtTime(0, begins)
  volume.gain.linearRampToValueAtTime(0.6, begins + 0.01)
  volume.gain.setValueAtTime(0.6, ends - 0.02)
  volume.gain.linearRampToValueAtTime(0, ends)
  source.connect(volume).connect(audio.destination)
  source.start(begins)
  source.stop(ends)
}

function readWish(): Wish {
  try {
    const kept = sessionStorage.getItem(wishKey)
    return kept === 'wanted' || kept === 'declined' ? kept : 'unasked'
  } catch {
    return 'unasked'
  }
}

function keepWish(next: Wish): void {
  wish.set(next)
  try {
    sessionStorage.setItem(wishKey, next)
  } catch {
    // A browser may refuse storage: the choice then holds for this page.
  }
}
