/** Whether somebody sits at both ends: a question can be asked, and answered. */
export function isWatched(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];
}
