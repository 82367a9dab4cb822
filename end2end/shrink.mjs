// Makes WebAssembly files small, each in its place, for `cargo xtask site`: `node shrink.mjs FILE...`
// One program does all of them on all cores: each start of the tool costs a second before it
// has done anything, and it becomes fast only as it runs.

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** Hands the files out to as many workers as there are cores. Any failure ends the program. */
function handOut(files) {
  const waiting = [...files];
  let done = 0;
  for (let hands = Math.min(availableParallelism(), files.length); hands > 0; hands -= 1) {
    const worker = new Worker(new URL(import.meta.url));
    const next = () => (waiting.length > 0 ? worker.postMessage(waiting.shift()) : worker.terminate());
    worker.on('online', next);
    worker.on('message', () => {
      done += 1;
      next();
    });
    worker.on('error', (error) => {
      throw error;
    });
  }
  process.on('exit', () => {
    if (done < files.length) process.exitCode = 1;
  });
}

async function shrinkWhatComes() {
  const { default: binaryen } = await import('binaryen');
  const names = ['BulkMemory', 'BulkMemoryOpt', 'SignExt', 'NontrappingFPToInt', 'ReferenceTypes', 'CallIndirectOverlong'];
  const features = [...names, 'Multivalue', 'MutableGlobals'].reduce((all, name) => all | binaryen.Features[name], 0);
  // What its command line calls -Oz.
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  parentPort.on('message', (file) => {
    try {
      const module = binaryen.readBinary(readFileSync(file));
      module.setFeatures(features);
      module.optimize();
      module.runPasses(['strip-debug', 'strip-producers']);
      if (!module.validate()) throw new Error('not valid any more');
      writeFileSync(file, module.emitBinary());
      module.dispose();
    } catch (cause) {
      throw new Error(`${file} cannot be made small: ${cause.message}`);
    }
    parentPort.postMessage(file);
  });
}

if (isMainThread) handOut(process.argv.slice(2));
else await shrinkWhatComes();
