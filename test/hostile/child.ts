import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));

/** What a run of the program left behind. */
export interface Outcome {
  /** null if it had to be killed. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Seconds of the processor: not moved by what else the machine does. */
  readonly cpu: number;
  /** Most memory it ever held, in MB. */
  readonly memory: number;
}

/**
 * Tells its processor time and memory on descriptor 3. VmHWM before maxRSS: the latter begins with what the parent
 * held when it forked.
 */
const measure = `
import { readFileSync, writeSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  let peak = maxRSS;
  try { peak = Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  writeSync(3, JSON.stringify({ memory: peak / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});`;
const preload = `data:text/javascript,${encodeURIComponent(measure)}`;

/** Nothing that is asked of it takes as long: it waits for something that never comes. */
const patience = 60_000;

/**
 * Runs `spbe` in a process of its own.
 * @param box a folder that stands for the user's: current, home and temporary
 */
export function runSpbe(args: readonly string[], box: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', preload, bin, ...args], {
      cwd: box,
      env: { PATH: process.env['PATH'], HOME: box, TMPDIR: box, COLUMNS: '100' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    const streams = child.stdio.slice(1).map((stream) => {
      const pieces: Buffer[] = [];
      stream?.on('data', (piece: Buffer) => pieces.push(piece));
      return pieces;
    });
    child.on('error', reject);
    child.on('close', (exit) => {
      const [stdout = '', stderr = '', told = ''] = streams.map((pieces) => Buffer.concat(pieces).toString());
      const { cpu, memory } = JSON.parse(told || '{"cpu":0,"memory":0}');
      resolve({ exit, stdout, stderr, cpu, memory, seconds: (performance.now() - start) / 1000 });
    });
  });
}
