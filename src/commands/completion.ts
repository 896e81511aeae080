import type { Command } from 'commander';
import { UserError } from '../problem.ts';
import type { SetExitCode } from './finish.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `completion <shell>` prints the script that makes Tab complete commands, options and their choices. */
export function addCompletion(program: Command, setExitCode: SetExitCode): void {
  program
    .command('completion')
    .usage('<shell>')
    .summary('pelengkapan perintah dengan Tab')
    .description(
      'Cetak skrip pelengkapan untuk bash, zsh, fish, atau PowerShell. Tambahkan keluarannya ke berkas awal shell, lalu buka terminal baru.',
    )
    .argument('<shell>', shells.join(', '))
    .action(async (shell: string) => {
      if (!shells.some((one) => one === shell)) {
        throw new UserError(`Shell "${shell.slice(0, 40)}" tidak dikenal. Pilih: ${shells.join(', ')}.`);
      }
      const { default: tab } = await import('@bomb.sh/tab');
      tab.setup(program.name(), program.name(), shell);
      setExitCode(0);
    });
}

/**
 * Adds the hidden command that the printed script calls at every press of Tab. Only when it is called, as the library
 * walks over all commands.
 */
export async function addCompletionAnswers(program: Command): Promise<void> {
  const { default: describe } = await import('@bomb.sh/tab/commander');
  // A line a candidate: more than one line would be taken for more candidates.
  for (const command of program.commands) command.description(command.summary());
  describe(program, { completionCommandName: 'completion-script' });
}
