import { describe, expect, test } from 'vitest';
import { draftExplanation } from '../../src/assessment/draft-explanation.ts';
import { listNeeds } from '../../src/assessment/evidence-needs.ts';
import { planPackage } from '../../src/assessment/plan-package.ts';
import { reviewEvidence } from '../../src/assessment/review.ts';
import { usualSettings } from '../../src/assessment/rule-settings.ts';
import { draftDocument } from '../../src/contract/draft.ts';
import { evidenceDocument } from '../../src/contract/evidence.ts';
import { reportDrafts } from '../../src/reporters/draft.ts';
import { type EvidenceView, reportEvidence } from '../../src/reporters/evidence.ts';
import { packageTexts } from '../../src/reporters/package.ts';
import { type ContextCase, type DocumentCase, makeContext } from '../assessment/make-context.ts';
import { shown } from './small-assessment.ts';

async function viewOf(one: ContextCase, more: Partial<EvidenceView> = {}): Promise<EvidenceView> {
  const { assessment, criteria, ...others } = await makeContext(one);
  const review = reviewEvidence({ assessment, criteria, ...others }, usualSettings);
  const needs = listNeeds(assessment, criteria, review);
  return { assessment, review, needs, unlisted: [], missingOnly: false, ...more };
}

const level2 = [{ indicator: '9', level: '2' }];
const document = (more: DocumentCase): DocumentCase => ({
  ...{ indicator: '9', level: '2', kind: 'Kebijakan', ...more },
});

describe('the list of evidence', () => {
  test('names what is there and what is doubted, and a file that nobody listed', async () => {
    const view = await viewOf(
      { answers: level2, documents: [document({}), document({ verdict: 'Ditolak' })] },
      { unlisted: ['bukti/diskominfo/rapat.jpg', 'bukti/diskominfo/b.jpg'] },
    );
    const text = shown(reportEvidence(view).blocks);
    expect(text).toMatchInlineSnapshot(`
      "Bukti dukung
      Kabupaten Contoh · 2025 · PermenPANRB 59/2020

      No  Indikator            Klaim  Terbukti  Dokumen  Diragukan  Butir kurang  Poin
       9  Kebijakan Audit TIK    2       2            2          1
      2 berkas ada di folder bukti tetapi tidak terdaftar, misalnya bukti/diskominfo/rapat.jpg.
      Poin = yang hilang dari indeks selama tingkat yang diklaim belum terbukti. Daftar yang harus dicari
      per OPD: spbe evidence --missing."
    `);
    const { indicators, unlisted } = evidenceDocument.parse(reportEvidence(view).document);
    expect(indicators[0]?.documents.map(({ status }) => status)).toEqual(['checked', 'refused']);
    expect(unlisted).toHaveLength(2);
  });

  test('says so where the files were not looked at', async () => {
    const unread = document({ located: { kind: 'unexamined' } });
    const view = await viewOf({ answers: level2, documents: [unread] });
    expect(shown(reportEvidence(view).blocks)).toContain('Berkas belum diperiksa, hanya daftarnya');
  });
});

describe('the shopping list', () => {
  test('goes by OPD and by points, and says why something is doubted', async () => {
    const one = await viewOf(
      {
        answers: [...level2, { indicator: '12', level: '3' }, { indicator: '1', level: '2' }],
        documents: [
          document({ verdict: 'Ditolak' }),
          { indicator: '12', level: '2', kind: '' },
          { indicator: '12', level: '2', kind: '', title: 'Lampiran' },
        ],
      },
      { missingOnly: true },
    );
    const needs = one.needs.map((need) => ({
      ...need,
      // From a csv, and of a pack that names no evidence for the level.
      ...(need.indicator === '1' ? { opd: null, items: [] } : {}),
    }));
    const view = { ...one, needs };
    const text = shown(reportEvidence(view).blocks);
    expect(text).toMatchInlineSnapshot(`
      "Bukti yang masih dicari
      Kabupaten Contoh · 2025 · PermenPANRB 59/2020

      Dinas Kominfo – 0,0380 poin indeks
      No  Indikator              Poin  Tingkat  Yang harus ada                Keadaan
      12  Peta Rencana SPBE    0,0250     2     Dokumen peta rencana SPBE     diragukan: jenis belum diisi
                                                yang memuat sebagian muatan
                                                dan didokumentasikan secara
                                                resmi
                                          3     Dokumen peta rencana SPBE     belum ada
                                                yang memuat semua muatan dan
                                                didokumentasikan secara
                                                resmi
       9  Kebijakan Audit TIK  0,0130     2     Peraturan atau keputusan      diragukan: ditolak asesor
                                                yang ditetapkan dan memuat
                                                sebagian cakupan Audit TIK

      Tanpa OPD – 0,0130 poin indeks
      No  Indikator                    Poin  Tingkat  Yang harus ada             Keadaan
       1  Kebijakan Arsitektur SPBE  0,0130     2     dokumen untuk tingkat itu  belum ada"
    `);
    const { records } = reportEvidence(view);
    expect(records.rows.every((row) => row[8] !== 'ada')).toBe(true);
  });

  test('is empty where everything is proven', async () => {
    const view = await viewOf({ answers: [{ indicator: '1', level: '1' }] }, { missingOnly: true });
    const { blocks, records } = reportEvidence({
      ...view,
      needs: view.needs.map((need) => ({ ...need, stake: need.stake.mul(0) })),
    });
    expect(shown(blocks)).toContain('Tidak ada: semua tingkat yang diklaim sudah terbukti.');
    expect(records.rows).toEqual([]);
  });
});

describe('what is made from the list', () => {
  const link: DocumentCase = {
    ...{ indicator: '9', level: '2', kind: 'Kebijakan', location: 'https://contoh.go.id/a.pdf' },
    located: { kind: 'link', url: 'https://contoh.go.id/a.pdf', form: 'good' },
  };

  test('drafts of the explanations, each with its cell; without one where nothing counts', async () => {
    const { assessment, needs } = await viewOf({ answers: level2, documents: [document({})] });
    const drafted = needs.flatMap((need) => {
      const draft = draftExplanation(need, undefined);
      return draft ? [{ needs: need, draft }] : [];
    });
    const { blocks, document: json, records } = reportDrafts(assessment, drafted, ['12']);
    expect(shown(blocks)).toMatchInlineSnapshot(`
      "Draf penjelasan
      Kabupaten Contoh · 2025 · PermenPANRB 59/2020

      Disusun dari daftar bukti saja. Periksa setiap kalimat terhadap dokumennya sebelum dipakai.

      Indikator 9: Tingkat Kematangan Kebijakan Internal Audit TIK
      FAKTA
      [DRAF – periksa dan lengkapi] Bukti yang dimiliki:
        • Dokumen 1 Nomor 1 Tahun 2024, tanggal 17 Agustus 2024, halaman 3 (12.1.pdf).
      ANALISIS
      [DRAF – periksa dan lengkapi] Kriteria tingkat 2.
        • Peraturan atau keputusan yang ditetapkan dan memuat sebagian cakupan Audit TIK: Dokumen 1.
      JUSTIFIKASI (asesor)
      [DRAF – periksa dan lengkapi] Bukti yang dihitung mencapai tingkat 2, sesuai klaim.
      Tanpa dokumen yang dihitung, jadi tanpa draf: indikator 12."
    `);
    expect(draftDocument.parse(json).drafts[0]?.at).toMatchObject({ sheet: 'Penilaian', address: 'J6' });
    const unanswered = reportDrafts({ ...assessment, answers: new Map() }, drafted, []);
    expect(draftDocument.parse(unanswered.document).drafts[0]?.at).toBeNull();
    expect(unanswered.records.rows[0]?.slice(6)).toEqual([null, null, null]);
    expect(records.rows[0]?.slice(6)).toEqual(['a.xlsx', 'Penilaian', 'J6']);
  });

  test('the texts of the package: what to paste, the links, and what is still open', async () => {
    const { assessment, needs } = await viewOf({
      answers: [{ indicator: '9', level: '2', fact: '', analysis: '' }],
      documents: [document({}), link],
    });
    const packed = planPackage(needs, assessment.answers);
    const texts = packageTexts(assessment, packed, '2026-11-22');
    expect([...texts.keys()]).toEqual([
      ...['manifest.json', 'daftar-isi.csv', 'baca-dulu.md', '09/penjelasan.txt'],
    ]);
    expect(texts.get('09/penjelasan.txt')).toMatchInlineSnapshot(`
      "Indikator 9

      FAKTA
      (belum diisi)

      ANALISIS
      (belum diisi)

      TAUTAN
      https://contoh.go.id/a.pdf
      "
    `);
    expect(texts.get('daftar-isi.csv')?.split('\r\n')[2]).toBe(
      '9,,https://contoh.go.id/a.pdf,Dokumen 2,2 Tahun 2024,2024-08-17,2,3,',
    );
  });

  test('an indicator without words and documents gets no text, an open one stands in the summary', async () => {
    const { assessment, needs } = await viewOf({ answers: [{ indicator: '9', level: '2', fact: '' }] });
    const packed = planPackage(needs, assessment.answers);
    expect(packageTexts(assessment, packed, '2026-11-22').has('09/penjelasan.txt')).toBe(false);
    expect(packageTexts(assessment, planPackage(needs, new Map()), '2026-11-22').size).toBe(3);
    const explained = await viewOf({ answers: level2 });
    const texts = packageTexts(
      explained.assessment,
      planPackage(explained.needs, explained.assessment.answers),
      '2026-11-22',
    );
    expect(texts.get('09/penjelasan.txt')).toContain('FAKTA\nPasal 4–9');
    expect(texts.get('baca-dulu.md')).toMatch(
      /Yang masih kurang[\s\S]*\| 9 \| Kebijakan Audit TIK \| tingkat 2: /,
    );
  });
});
