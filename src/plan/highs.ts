import type { Highs, ModelData } from 'highs';

/** Minimize objective · x over whole x with 0 ≤ x ≤ upper and low ≤ row · x ≤ high for every row. */
export interface IntegerModel {
  readonly objective: readonly bigint[];
  readonly upper: readonly bigint[];
  readonly rows: readonly Row[];
}

/** A row of the model; null = no bound on that side. */
export interface Row {
  readonly entries: readonly (readonly [column: number, value: bigint])[];
  readonly low: bigint | null;
  readonly high: bigint | null;
}

export interface IntegerSolution {
  readonly values: readonly bigint[];
  /** The solver says that no better solution exists. */
  readonly optimal: boolean;
  /** The solver's word that nothing lies below this; equal to the value found if optimal. */
  readonly bound: number;
}

const options = {
  output_flag: false,
  // On programs of this size presolve takes longer than the search, and is one more thing to trust.
  presolve: 'off',
  // Some ten seconds; hard cases in tests took 2,500. Counted in nodes, because a time limit would make the plan
  // depend on the machine. What is found by then is used, but not called optimal.
  mip_max_nodes: 10_000,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
};

let runtime: Promise<Highs> | null = null;

/** Begins to load and compile HiGHS, which goes on beside other work. */
export function warmUpSolver(): void {
  runtime ??= loadRuntime();
  // Whoever needs it tries again, and tells.
  runtime.catch(() => {});
}

/**
 * Solves with HiGHS; the answer is rounded to whole numbers and then checked exactly against bounds and rows.
 * @param start a solution to begin with
 * @returns `infeasible` with HiGHS's proof; null if HiGHS fails, finds nothing, or its answer does not pass the check
 */
export async function solveInteger(
  model: IntegerModel,
  start?: readonly bigint[],
): Promise<IntegerSolution | 'infeasible' | null> {
  const found = (await attempt(model, start)) ?? (await attempt(model, start));
  if (found === null || found === 'infeasible') return found;
  return isFeasible(model, found.values) ? found : null;
}

/** Sum of coefficient × value. */
export function product(coefficients: readonly bigint[], values: readonly bigint[]): bigint {
  return coefficients.reduce((sum, value, position) => sum + value * (values[position] ?? 0n), 0n);
}

async function attempt(
  model: IntegerModel,
  start?: readonly bigint[],
): Promise<IntegerSolution | 'infeasible' | null> {
  // Without a column HiGHS has nothing to say.
  if (model.upper.length === 0)
    return isFeasible(model, []) ? { values: [], optimal: true, bound: 0 } : 'infeasible';
  runtime ??= loadRuntime();
  try {
    return solveWith(await runtime, model, start);
  } catch {
    // A trap leaves the WebAssembly instance in an unknown state: the next attempt gets a new one.
    runtime = null;
    return null;
  }
}

/** HiGHS is loaded only when there is something to solve: its 3 MB would slow every other command. */
async function loadRuntime(): Promise<Highs> {
  // Its declarations describe the CommonJS build; Node resolves the import to the ES module, whose default is the loader.
  const { default: load } = (await import('highs')) as unknown as typeof import('highs');
  return load();
}

function solveWith(
  highs: Highs,
  model: IntegerModel,
  start?: readonly bigint[],
): IntegerSolution | 'infeasible' | null {
  return highs.withModel(toModelData(model), (solver) => {
    solver.options.set(options);
    if (start) solver.setSolution({ colValue: start.map(Number) });
    solver.run();
    const status = solver.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return 'infeasible';
    const values = [...solver.getSolution().colValue];
    if (values.length !== model.upper.length || !values.every(Number.isFinite)) return null;
    return {
      values: values.map((value) => BigInt(Math.round(value))),
      optimal: status === highs.constants.modelStatus.optimal,
      bound: Number(solver.info.get('mip_dual_bound')),
    };
  });
}

function toModelData({ objective, upper, rows }: IntegerModel): ModelData {
  const entries = rows.flatMap((row) => row.entries);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.entries.length);
  return {
    numCols: upper.length,
    numRows: rows.length,
    colCost: objective.map(Number),
    colLower: upper.map(() => 0),
    colUpper: upper.map(Number),
    rowLower: rows.map(({ low }) => (low === null ? Number.NEGATIVE_INFINITY : Number(low))),
    rowUpper: rows.map(({ high }) => (high === null ? Number.POSITIVE_INFINITY : Number(high))),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: upper.length,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, value]) => Number(value)),
    },
    integrality: upper.map(() => 1),
  };
}

function isFeasible({ upper, rows }: IntegerModel, values: readonly bigint[]): boolean {
  const within = upper.every((most, column) => {
    const value = values[column] ?? -1n;
    return value >= 0n && value <= most;
  });
  return (
    within &&
    rows.every(({ entries, low, high }) => {
      const sum = entries.reduce((total, [column, value]) => total + value * (values[column] ?? 0n), 0n);
      return (low === null || sum >= low) && (high === null || sum <= high);
    })
  );
}
