import type { Command } from 'commander';
import { finish, formatOption, outputOption, type ReportOptions, type SetExitCode } from './finish.ts';

export function addDoctor(program: Command, setExitCode: SetExitCode): void {
  program
    .command('doctor')
    .usage('[pilihan]')
    .summary('periksa komputer dan proyek ini')
    .description(
      'Periksa apakah spbe dapat bekerja di sini: versi, instrumen, terminal, huruf, izin menulis, dan kesehatan proyek di folder ini.\nKode keluar 1 bila ada yang salah.',
    )
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (options: Omit<ReportOptions, 'failOn'>) => {
      const { examineMachine } = await import('./examine-machine.ts');
      const { examineProject } = await import('./examine-project.ts');
      const { reportDoctor } = await import('../reporters/doctor.ts');
      const { toolVersion } = await import('./tool-version.ts');
      const cwd = process.cwd();
      const findings = [...(await examineMachine(cwd)), ...(await examineProject(cwd))];
      const report = reportDoctor(toolVersion(), findings);
      const code = await finish(report, [], { ...options, failOn: 'never' });
      setExitCode(findings.some(({ state }) => state === 'bad') ? 1 : code);
    });
}
