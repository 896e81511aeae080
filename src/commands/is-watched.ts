/** Whether a person sits at the terminal and can be asked; never in a pipe or on a build server. */
export function isWatched(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];
}
