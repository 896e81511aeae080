/* Loaded before the program by `node --import`: at its end it writes what it used to the file that SPBE_BENCH_USAGE names. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
  writeFileSync(process.env['SPBE_BENCH_USAGE'] ?? '', JSON.stringify(usage));
});
