/** A map that forgets its oldest key beyond `limit`: memory stays bounded whatever is asked of it. */
export class BoundedMap<K, V> {
  readonly #map = new Map<K, V>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: K): V | undefined {
    return this.#map.get(key)
  }

  set(key: K, value: V): void {
    this.#map.delete(key)
    this.#map.set(key, value)
    if (this.#map.size <= this.#limit) return
    const oldest = this.#map.keys().next()
    if (oldest.done !== true) this.#map.delete(oldest.value)
  }

  values(): IterableIterator<V> {
    return this.#map.values()
  }

  delete(key: K): void {
    this.#map.delete(key)
  }
}
