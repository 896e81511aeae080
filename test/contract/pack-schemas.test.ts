import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explainDocument } from '../../src/contract/explain.ts';
import { instrumentsDocument } from '../../src/contract/instruments.ts';
import { criteriaAboutSchema, criteriaFileSchema } from '../../src/instrument/criteria-schema.ts';
import { portalSchema } from '../../src/instrument/load-portal.ts';
import { otherObjectsSchema } from '../../src/instrument/other-objects.ts';
import { instrumentFileSchema } from '../../src/instrument/schema.ts';
import { projectSchema } from '../../src/project/project.ts';

const schemas = fileURLToPath(new URL('../../docs/schema/', import.meta.url));
const packs = fileURLToPath(new URL('../../templates/instruments/', import.meta.url));

/** What people write is described as it is before defaults and trimming; what the tool writes, as it comes out. */
const generated = {
  instrument: z.toJSONSchema(instrumentFileSchema, { io: 'input' }),
  criteria: z.toJSONSchema(criteriaFileSchema, { io: 'input' }),
  'criteria-about': z.toJSONSchema(criteriaAboutSchema, { io: 'input' }),
  'other-objects': z.toJSONSchema(otherObjectsSchema, { io: 'input' }),
  portal: z.toJSONSchema(portalSchema, { io: 'input' }),
  spbe: z.toJSONSchema(projectSchema, { io: 'input' }),
  explain: z.toJSONSchema(explainDocument),
  instruments: z.toJSONSchema(instrumentsDocument),
};

describe('docs/schema', () => {
  it.each(Object.entries(generated))('%s.schema.json is generated from the code', async (name, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      resolve(schemas, `${name}.schema.json`),
    );
  });
});

describe('the packs', () => {
  const files = readdirSync(packs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );

  it.each(files)('%s points at the schema of its kind', (name) => {
    const path = resolve(packs, name);
    const { $schema } = JSON.parse(readFileSync(path, 'utf8'));
    const target = resolve(dirname(path), $schema);
    expect($schema).toMatch(/^\.\.\//);
    expect(existsSync(target)).toBe(true);
    expect(target).toBe(resolve(schemas, `${kindOf(name)}.schema.json`));
  });
});

function kindOf(name: string): keyof typeof generated {
  if (name.endsWith('instrument.json')) return 'instrument';
  if (name.endsWith('other-objects.json')) return 'other-objects';
  if (name.endsWith('portal.json')) return 'portal';
  return name.endsWith('about.json') ? 'criteria-about' : 'criteria';
}
