import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from compiling the solver's functions a second time, and better, until they have run for seconds: for an ordinary
 * plan that takes longer than all solving, and the process cannot end before it is done. To be called before the first plan.
 */
export function spareCompiler(): void {
  setFlagsFromString('--wasm-tiering-budget=100000000');
}
