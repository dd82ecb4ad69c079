// Reads an Arrow IPC file or stream with the apache-arrow package, and writes each row as a JSON array of canonical texts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , packageFolder, path] = process.argv;
const arrow = createRequire(packageFolder + '/')('apache-arrow');
const { Type } = arrow;

const hex = bytes => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
const bits = (size, set, value) => { if (Number.isNaN(value)) return 'NaN'; const view = new DataView(new ArrayBuffer(size)); view[set](0, value); return hex(new Uint8Array(view.buffer)); };
const decimal = words => {
  const wide = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  return BigInt.asIntN(32 * words.length, wide).toString();
};

// Raw values stand in the data's buffers; getters of the package would round microseconds to milliseconds.
const canonical = (data, row) => {
  if (!data.getValid(row)) return '\u2205';
  const { type, values } = data;
  switch (type.typeId) {
    case Type.Bool: return arrow.makeVector(data).get(row) ? 'true' : 'false';
    case Type.Int: case Type.Timestamp: case Type.Date: case Type.Time: case Type.Duration: return values[row].toString();
    case Type.Float: return type.precision === arrow.Precision.SINGLE ? bits(4, 'setFloat32', values[row]) : bits(8, 'setFloat64', values[row]);
    case Type.Decimal: return decimal(Array.from(values.subarray(4 * row, 4 * row + 4)));
    case Type.FixedSizeBinary: return hex(values.subarray(type.byteWidth * row, type.byteWidth * (row + 1)));
    case Type.Utf8: case Type.Binary: {
      const bytes = values.subarray(data.valueOffsets[row], data.valueOffsets[row + 1]);
      return type.typeId === Type.Utf8 ? Buffer.from(bytes).toString('utf8') : hex(bytes);
    }
    case Type.List: {
      const items = [];
      for (let item = data.valueOffsets[row]; item < data.valueOffsets[row + 1]; item++) items.push(canonical(data.children[0], item));
      return '[' + items.join(', ') + ']';
    }
    default: throw new Error(`no canonical text for ${type}`);
  }
};

const batches = [...arrow.RecordBatchReader.from(readFileSync(path))];
for (const batch of batches)
  for (let row = 0; row < batch.numRows; row++)
    console.log(JSON.stringify(batch.schema.fields.map((field, i) => `${field.name} = ${canonical(batch.data.children[i], row)}`)));
