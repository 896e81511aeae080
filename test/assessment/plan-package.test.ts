import { describe, expect, test } from 'vitest';
import { draftExplanation } from '../../src/assessment/draft-explanation.ts';
import { listNeeds } from '../../src/assessment/evidence-needs.ts';
import { evidenceRules } from '../../src/assessment/evidence-rules/index.ts';
import { planPackage } from '../../src/assessment/plan-package.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import { type ContextCase, type DocumentCase, makeContext, makeFacts } from './make-context.ts';

const refusing = evidenceRules.filter(({ code }) => code === 'evidence-refused');

async function prepare(one: ContextCase) {
  const context = await makeContext({ answers: [{ indicator: '9', level: '2' }], ...one });
  const review = reviewEvidence(context, usualSettings, refusing);
  const [needs] = listNeeds(context.assessment, context.criteria, review);
  if (!needs) throw new Error('No needs');
  return { needs, criteria: context.criteria.byIndicator.get('9'), answers: context.assessment.answers };
}

const file = (path: string, more: DocumentCase = {}): DocumentCase => ({
  ...{ indicator: '9', level: '2', location: path, facts: makeFacts({ path }), ...more },
});
const link: DocumentCase = {
  ...{ indicator: '9', level: '2', location: 'https://contoh.go.id/a.pdf' },
  located: { kind: 'link', url: 'https://contoh.go.id/a.pdf', form: 'good' },
};
const targets = async (documents: readonly DocumentCase[]) => {
  const { needs, answers } = await prepare({ documents });
  return planPackage([needs], answers)[0]?.documents.map(({ target }) => target);
};

describe('the package for the portal', () => {
  test('has a folder with two digits, the answer, and what is still open', async () => {
    const { needs, answers } = await prepare({ documents: [] });
    const [packed] = planPackage([needs], answers);
    expect(packed).toMatchObject({ folder: '09', documents: [], answer: { indicator: '9', level: 2 } });
    expect(packed?.open.length).toBeGreaterThan(0);
    expect(packed?.open.every((text) => text.startsWith('tingkat 2: '))).toBe(true);
    expect(planPackage([needs], new Map())[0]?.answer).toBeNull();
  });

  test('leaves nothing open where no point is at stake', async () => {
    const { needs, answers } = await prepare({ documents: [] });
    const safe = { ...needs, stake: needs.stake.mul(0) };
    expect(planPackage([safe], answers)[0]?.open).toEqual([]);
  });

  test('holds the documents that count, by level and then by row, with a letter each', async () => {
    expect(
      await targets([
        file('bukti/b.pdf', { title: 'Untuk klaim', level: '' }),
        file('bukti/a.pdf', { title: 'Tingkat satu', level: '1' }),
        file('bukti/c.pdf', { title: 'Ditolak', verdict: 'Ditolak' }),
        link,
        file('bukti/d.pdf', { title: 'Terakhir' }),
        { indicator: '9', level: '2', located: { kind: 'missing', nearest: null } },
      ]),
    ).toEqual(['09/9.a.Tingkat-satu.pdf', '09/9.b.Untuk-klaim.pdf', null, '09/9.c.Terakhir.pdf']);
  });

  test.each<[string, string, string]>([
    ['bukti/x.PDF', 'Peta Rencana SPBE 2024', 'Peta-Rencana-SPBE-2024.pdf'],
    ['bukti/x.pdf', ' (SK) Tim: “Évaluasi”! ', 'SK-Tim-Evaluasi.pdf'],
    ['bukti/sub/SK Tim.docx', '…', 'SK-Tim.docx'],
    ['bukti/__.pdf', '', 'Dokumen.pdf'],
    ['bukti/tanpa akhiran', 'Surat', 'Surat'],
    ['bukti/x.panjang', 'Surat', 'Surat'],
    ['bukti/x.pdf', `${'a'.repeat(59)} b`, `${'a'.repeat(59)}.pdf`],
    ['bukti/x.pdf', 'a'.repeat(61), `${'a'.repeat(60)}.pdf`],
  ])('%s, called %j, is named %s', async (path, title, name) => {
    expect(await targets([file(path, { title })])).toEqual([`09/9.a.${name}`]);
  });

  test('letters go on after z', async () => {
    const many = Array.from({ length: 28 }, (_, index) => file(`bukti/${index}.pdf`, { title: 'x' }));
    const named = await targets(many);
    expect([named?.[25], named?.[26], named?.[27]]).toEqual([
      '09/9.z.x.pdf',
      '09/9.aa.x.pdf',
      '09/9.ab.x.pdf',
    ]);
  });
});

describe('a drafted explanation', () => {
  const draft = async (documents: readonly DocumentCase[]) => {
    const { needs, criteria } = await prepare({ documents });
    return { needs, criteria, drafted: draftExplanation(needs, criteria) };
  };

  test('needs a document that counts', async () => {
    expect((await draft([])).drafted).toBeNull();
    expect((await draft([file('bukti/a.pdf', { verdict: 'Ditolak' })])).drafted).toBeNull();
  });

  test('names each document once, with what is known of it', async () => {
    const { drafted } = await draft([
      file('a.pdf', { title: 'Perbup', number: 'Nomor 12 Tahun 2023', date: '2023-08-17', page: '3' }),
      file('b.pdf', { title: 'SK', number: 'no. 7', date: 'awal 2024', page: '' }),
      file('', { title: 'Notulen', number: '', date: '', page: '' }),
    ]);
    expect(drafted?.fact.split('\n')).toEqual([
      '[DRAF – periksa dan lengkapi] Bukti yang dimiliki:',
      '1. Perbup Nomor 12 Tahun 2023, tanggal 17 Agustus 2023, halaman 3 (a.pdf).',
      '2. SK Nomor 7, awal 2024 (b.pdf).',
      '3. Notulen.',
    ]);
  });

  test('says what is shown and what is not, and how far the evidence carries', async () => {
    const { drafted, needs, criteria } = await draft([file('a.pdf', { title: 'Agenda', kind: 'Daftar' })]);
    const claimed = criteria?.levels.find(({ level }) => level === 2);
    const lines = drafted?.analysis.split('\n') ?? [];
    expect(lines[0]).toBe(`[DRAF – periksa dan lengkapi] Kriteria tingkat 2: ${claimed?.criterion}`);
    const open = lines.slice(lines.indexOf('Belum ditunjukkan:') + 1);
    expect(needs.proven).toBe(1);
    expect(open.every((line) => line.startsWith('- tingkat 2: ') && line.endsWith('.'))).toBe(true);
    expect(open.length).toBeGreaterThan(0);
    expect(drafted?.justification).toBe(
      '[DRAF – periksa dan lengkapi] Bukti yang dihitung mencapai tingkat 1, di bawah klaim tingkat 2.' +
        ` Tingkat 2 belum terpenuhi: ${claimed?.criterion}`,
    );
  });

  test('of a level that is carried names the documents of each item, and leaves nothing open', async () => {
    const { needs } = await prepare({
      documents: [file('a.pdf', { title: 'Agenda' }), file('b.pdf', { title: '' })],
    });
    const item = { id: 'x', text: 'Agenda rapat', kind: 'register', required: true } as const;
    const present = {
      level: 2,
      item,
      need: 'required',
      state: 'present',
      documents: needs.documents,
    } as const;
    const whole = { ...needs, proven: 2, items: [present, { ...present, level: 1 }] };
    const drafted = draftExplanation(whole, undefined);
    expect(drafted?.analysis.split('\n')).toEqual([
      '[DRAF – periksa dan lengkapi] Kriteria tingkat 2.',
      '- Agenda rapat: Agenda; b.pdf.',
    ]);
    expect(drafted?.justification).toBe(
      '[DRAF – periksa dan lengkapi] Bukti yang dihitung mencapai tingkat 2, sesuai klaim.',
    );
    expect(draftExplanation({ ...whole, claimed: 2.5, proven: 1.5 }, undefined)?.justification).toBe(
      '[DRAF – periksa dan lengkapi] Bukti yang dihitung mencapai tingkat 1,5, di bawah klaim tingkat 2,5.',
    );
  });
});
