import { inflateSync } from 'node:zlib';

/** The streams of a PDF that pdfkit wrote, unpacked, by the number of their object. */
function streamsOf(pdf: Buffer): Map<number, string> {
  const text = pdf.toString('latin1');
  const streams = new Map<number, string>();
  for (const match of text.matchAll(/(\d+) 0 obj\n((?:(?!endobj)[\s\S])*?)\nstream\n/g)) {
    const from = match.index + match[0].length;
    const raw = pdf.subarray(from, text.indexOf('\nendstream', from));
    streams.set(Number(match[1]), (match[2]?.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1'));
  }
  return streams;
}

/** Glyph number → text, by the ToUnicode map of a font. */
function glyphsOf(map: string): string[] {
  const list = /beginbfrange\n[\s\S]*?endbfrange/g;
  const glyphs: string[] = [];
  for (const [range] of map.matchAll(list)) {
    for (const [, from = '', values = ''] of range.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
      [...values.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
        const units = hex.replace(/ /g, '').match(/.{4}/g) ?? [];
        glyphs[parseInt(from, 16) + index] = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
      });
    }
  }
  return glyphs;
}

/** What can be read of a paper, page by page, as a reader of PDF files finds it: glyphs through their fonts' maps. For PDFs of pdfkit alone. */
export function textOfPdf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streams = streamsOf(pdf);
  const objectOf = (number: number) => new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(text)?.[1] ?? '';
  const fonts = new Map<string, string[]>();
  for (const [, name = '', reference = ''] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objectOf(Number(reference)))?.[1];
    if (map !== undefined) fonts.set(name, glyphsOf(streams.get(Number(map)) ?? ''));
  }
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, contents]) => {
    let glyphs: string[] = [];
    let read = '';
    for (const [, font, shown] of (streams.get(Number(contents)) ?? '').matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>[^\]]*)*)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? [];
      else
        read += `${[...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((code) => glyphs[parseInt(code, 16)] ?? '')).join('')}\n`;
    }
    return read;
  });
}
