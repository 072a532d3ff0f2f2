import { createStore, useStore } from '#client/lib/store.ts'

/*
 * The alarm's sound, made by the browser itself: no file to fetch, nothing to wait for. A page may sound only after a
 * press (autoplay): `locked` until then, once for each session; what was agreed to comes back by itself at the first press
 * after a reload.
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

export function useSoundWish(): Wish {
  return useStore(wish)
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

/** After a reload a press is needed again: the first one, whatever it was for. Call once at start. */
export function resumeSoundAtFirstPress(): void {
  if (wish.get() !== 'wanted') return
  const resume = () => {
    removeEventListener('pointerdown', resume)
    removeEventListener('keydown', resume)
    void unlock()
  }
  addEventListener('pointerdown', resume)
  addEventListener('keydown', resume)
}

async function unlock(): Promise<void> {
  try {
    context ??= new AudioContext()
    await context.resume()
    if (context.state === 'running') sound.set('ready')
  } catch {
    // No sound card, or a policy: the screen still says it, in red and aloud.
  }
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
