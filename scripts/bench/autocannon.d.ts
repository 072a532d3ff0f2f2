/** The part of autocannon 9 that the benchmarks use: the package brings no types. */
declare module 'autocannon' {
  type Options = Readonly<{
    url: string
    connections: number
    /** Seconds. */
    duration: number
    headers: Readonly<Record<string, string>>
  }>
  type Result = Readonly<{ errors: number; non2xx: number; requests: Readonly<{ average: number }> }>
  export default function autocannon(options: Options): Promise<Result>
}
