import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from '@vitest/coverage-v8';
import { V8CoverageProvider } from '@vitest/coverage-v8/dist/provider.js';
import type { ReportContext, Vitest } from 'vitest/node';
import { addHits } from './add-hits.ts';
import { listFolders } from './list-folders.ts';

/** Names the folder in which processes that tests start leave their coverage. */
const folderVariable = 'SPBE_COVERAGE';

/** Vitest's own provider, and what ran in the processes that tests start: commands run there alone, bundled. */
class Provider extends V8CoverageProvider {
  private readonly folder = mkdtempSync(join(tmpdir(), 'spbe-coverage-'));

  override initialize(vitest: Vitest): void {
    super.initialize(vitest);
    process.env[folderVariable] = this.folder;
  }

  override async generateCoverage(context: ReportContext) {
    const coverage = await super.generateCoverage(context);
    const { readChildren } = await import('./read-children.ts');
    const children = await readChildren(this.folder);
    rmSync(this.folder, { recursive: true });
    for (const path of coverage.files()) {
      const hits = children.get(path);
      if (hits) addHits(coverage.fileCoverageFor(path).data, hits);
    }
    process.stdout.write(listFolders(coverage));
    return coverage;
  }
}

// biome-ignore lint/style/noDefaultExport: vitest asks for one
export default {
  ...v8,
  getProvider: () => new Provider(),
  startCoverage(options: { isolate: boolean }) {
    // Only now: the process of the tests itself is measured by vitest.
    process.env['NODE_V8_COVERAGE'] = process.env[folderVariable];
    return v8.startCoverage?.(options);
  },
};
