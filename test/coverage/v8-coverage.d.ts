declare module '@bcoe/v8-coverage' {
  import type { Profiler } from 'node:inspector';

  export interface ProcessCoverage {
    readonly result: readonly Profiler.ScriptCoverage[];
  }
  export function mergeProcessCovs(processes: readonly ProcessCoverage[]): ProcessCoverage;
}
