/** Of a few files nothing can be foretold. */
const fewest = 20;
/** In the first moments threads start and programs warm up. */
const soonest = 2_000;

/**
 * How long the rest will take if it goes on as it did, in words: `sisa ±12 detik`.
 * @param elapsed milliseconds since the first was begun
 * @returns null while nothing can be foretold yet
 */
export function timeLeft(done: number, total: number, elapsed: number): string | null {
  if (done < fewest || elapsed < soonest) return null;
  const seconds = Math.ceil(((elapsed / done) * (total - done)) / 1000);
  if (seconds < 60) return `sisa ±${seconds} detik`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `sisa ±${minutes} menit`;
  return `sisa ±${Math.floor(minutes / 60)} jam ${minutes % 60} menit`;
}
