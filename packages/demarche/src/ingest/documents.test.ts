import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { READERS, readDocument } from './documents.js'
import { isFailure, type Item } from './index.js'

const SENTENCE = 'The government of Norland recalled its ambassador from Westmark on Monday.'
const read = (bytes: Uint8Array, kind: 'eml' | 'pdf' | 'docx'): Promise<Item> => readDocument(bytes, kind, { path: `a.${kind}` }, undefined)

const EML = Buffer.from(
  `From: Ada Lind <ada@post.example>\r\nSubject: =?utf-8?q?Norland_recalls_envoy?=\r\nDate: Tue, 5 Mar 2024 23:30:00 -0500\r\nMessage-ID: <1@post.example>\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${SENTENCE.replace(' on', '=\r\n on')}\r\n`,
)

/** A zip archive of files that are stored as they are. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const [parts, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002', 0, 'latin1')
    entry.writeUInt16LE(20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    list.push(entry, Buffer.from(name))
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), content)
    at += 30 + name.length + content.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(list.length / 2, 8)
  end.writeUInt16LE(list.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org'
const DOCX = zip({
  '[Content_Types].xml': `<Types xmlns="${R}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${R}/package/2006/relationships"><Relationship Id="r1" Type="${R}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>${SENTENCE}</w:t></w:r></w:p></w:body></w:document>`,
})

/** A PDF of one page with one line. */
function pdf(line: string): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj${object}endobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(
    `${file}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
  )
}

test('a letter gives its text, sender, subject and day in its own time zone', async () => {
  expect(await read(EML, 'eml')).toMatchObject({
    id: '<1@post.example>',
    article: { title: 'Norland recalls envoy', byline: 'Ada Lind', published: { day: '2024-03-05', basis: 'page' } },
  })
  expect(((await read(EML, 'eml')) as { article: { text: string } }).article.text.trim()).toBe(SENTENCE)
})
test('a Word document and a PDF give their text', async () => {
  expect(await read(DOCX, 'docx')).toMatchObject({ article: { text: SENTENCE } })
  expect(await read(pdf(SENTENCE), 'pdf')).toMatchObject({ article: { text: SENTENCE } })
})
test.each(['pdf', 'docx'] as const)('a damaged %s is a failure with a place and a cure', async (kind) => {
  const item = await read(Buffer.from(`${kind === 'pdf' ? '%PDF-1.4' : 'PK\u0003\u0004'} nonsense`), kind)
  expect(isFailure(item) && item.failure).toMatchObject({ reason: 'damaged-document', place: `a.${kind}` })
})
test.each(['eml', 'pdf', 'docx'] as const)('without its package, %s is a failure that names the package', async (kind) => {
  const absent = async (): Promise<never> => (await import('no-package-of-this-name' as string)) as never
  const item = await readDocument(EML, kind, { path: `a.${kind}` }, undefined, { ...READERS, [kind]: absent })
  expect(isFailure(item) && item.failure).toMatchObject({
    reason: 'missing-package',
    place: `a.${kind}`,
    fault: `needs the package ${{ eml: 'postal-mime', pdf: 'unpdf', docx: 'mammoth' }[kind]}: npm install ${{ eml: 'postal-mime', pdf: 'unpdf', docx: 'mammoth' }[kind]}`,
  })
})
