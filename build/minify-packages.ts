import type { Plugin } from 'rolldown';
import { minify } from 'rolldown/utils';

/** Minifies the files that hold packages alone; our own code stays as it is, so that a stack can be read. */
export function minifyPackages(): Plugin {
  return {
    name: 'minify-packages',
    // Not in renderChunk: what that gives back is printed anew, with all its blanks.
    async generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk' || !part.moduleIds.every(isOfPackage)) continue;
        const { code, errors } = await minify(part.fileName, part.code, { module: true });
        const [first] = errors;
        if (first) throw new Error(`${part.fileName}: ${first.message}`);
        part.code = code;
      }
    },
  };
}

/** The bundler's own helpers begin with a zero byte. */
function isOfPackage(id: string): boolean {
  return id.startsWith('\0') || id.includes('node_modules');
}
