import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, piecesOf, tokensOf } from './highlight.ts';

const marked = (path: string, content: string) =>
  tokensOf(path, content)
    ?.filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind}:${text}`);

test('Python has comments, texts, numbers and words', () => {
  assert.deepEqual(marked('a/train.py', 'def f(x1): # why\n    return f"it\'s" + 1.5e-3\n'), [
    'word:def',
    'comment:# why',
    'word:return',
    'text:f"it\'s"',
    'number:1.5e-3',
  ]);
});

test('what is in a text is neither a comment nor a word', () => {
  assert.deepEqual(marked('a.py', 'x = "# if 1"'), ['text:"# if 1"']);
});

test('JSON and YAML tell names from values', () => {
  assert.deepEqual(marked('a.json', '{"a": "b", "c": [1, null]}'), [
    'key:"a"',
    'text:"b"',
    'key:"c"',
    'number:1',
    'word:null',
  ]);
  assert.deepEqual(marked('a.yaml', 'lr: 0.1 # rate\n- name: "x"\n  u: http://a#b'), [
    'key:lr',
    'number:0.1',
    'comment:# rate',
    'key:name',
    'text:"x"',
    'key:u',
  ]);
});

test('nothing is lost, and unknown files have no language', () => {
  const content = 'a = """one\ntwo"""\n\nb = 2';
  assert.equal(
    tokensOf('a.py', content)
      ?.map(({ text }) => text)
      .join(''),
    content,
  );
  assert.equal(tokensOf('a.log', 'if'), undefined);
});

test('a text over several lines is in each of them', () => {
  const lines = linesOf(tokensOf('a.py', 'a = """one\ntwo"""\n\nb = 2\n') ?? []);
  assert.deepEqual(
    lines.map((line) => line.map(({ text }) => text).join('')),
    ['a = """one', 'two"""', '', 'b = 2'],
  );
  assert.deepEqual(lines[1], [{ kind: 'text', text: 'two"""' }]);
});

test('a long text is cut between lines, and nothing is lost', () => {
  const text = `${'a line\n'.repeat(450)}the last`;
  const pieces = piecesOf(text);
  assert.equal(pieces.length, 3);
  assert.equal(pieces.join(''), text);
  assert.ok(pieces.slice(0, -1).every((piece) => piece.endsWith('\n')));
  assert.deepEqual(piecesOf(''), []);
});
