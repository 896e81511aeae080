import { setFlagsFromString } from 'node:v8';
import { warmUpSolver } from '../plan/highs.ts';

/**
 * Begins to compile the solver in the background; to be called as soon as a plan is sure to be wanted, again at no cost. And keeps V8
 * from compiling its functions a second time, and better, until they have run for seconds: for an ordinary plan that takes
 * longer than all solving, and the process cannot end before it is done.
 */
export function prepareSolver(): void {
  setFlagsFromString('--wasm-tiering-budget=100000000');
  warmUpSolver();
}
